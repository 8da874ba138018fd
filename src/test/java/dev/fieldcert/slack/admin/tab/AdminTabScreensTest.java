package dev.fieldcert.slack.admin.tab;

import dev.fieldcert.curriculum.Program;
import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.blockkit.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The admin's tab, as it looks. */
class AdminTabScreensTest {

    private static final Program PROGRAM = SomeCourse.program();
    private static final List<AdminAction> ACTIONS = List.of(
            new Action("enroll", Place.PEOPLE),
            new Action("report", Place.REPORTS),
            new Action("items", Place.QUESTIONS),
            new Action("roles", Place.PROGRAM));

    private static final class Action extends AdminAction {

        Action(String name, Place place) {
            super(name, "Label of " + name, "help", place);
            if (place == Place.QUESTIONS) {
                isAlsoForAuthors();
            }
        }
    }

    @Test
    void theTabInHome() {
        Golden.assertMatches("admin/home", AdminMessages.homeBlocks(PROGRAM, 1234, 0, false, 0, ACTIONS));
        Golden.assertMatches("admin/home-author", AdminMessages.authorBlocks(PROGRAM, ACTIONS));
        Golden.assertMatches("admin/home-erasures-wait", AdminMessages.homeBlocks(PROGRAM, 1, 2, true, 3, ACTIONS));
    }
}
