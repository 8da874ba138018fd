package dev.fieldcert.slack.admin.tab;

import dev.fieldcert.curriculum.Programme;
import dev.fieldcert.slack.Golden;
import dev.fieldcert.slack.SomeCourse;
import org.junit.jupiter.api.Test;

/** The admin's tab, as it looks. */
class AdminTabScreensTest {

    private static final Programme PROGRAMME = SomeCourse.programme();

    @Test
    void theTabInHome() {
        Golden.assertMatches("admin/home", AdminMessages.homeBlocks(PROGRAMME, 1234, 0, false));
        Golden.assertMatches("admin/home-erasures-wait", AdminMessages.homeBlocks(PROGRAMME, 1, 2, true));
    }
}
