package dev.fieldcert.slack.admin.tab;

import dev.fieldcert.curriculum.Program;
import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.slack.blockkit.Golden;
import org.junit.jupiter.api.Test;

/** The admin's tab, as it looks. */
class AdminTabScreensTest {

    private static final Program PROGRAM = SomeCourse.program();

    @Test
    void theTabInHome() {
        Golden.assertMatches("admin/home", AdminMessages.homeBlocks(PROGRAM, 1234, 0, false, 0));
        Golden.assertMatches("admin/home-erasures-wait", AdminMessages.homeBlocks(PROGRAM, 1, 2, true, 3));
    }
}
