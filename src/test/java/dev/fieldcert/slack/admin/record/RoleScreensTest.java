package dev.fieldcert.slack.admin.record;

import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.slack.admin.LargeScreens;
import dev.fieldcert.slack.blockkit.Golden;
import dev.fieldcert.team.admin.Roles;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who has which role, as it looks. */
class RoleScreensTest {

    @Test
    void roles() {
        Golden.assertMatches(
                "admin/roles",
                RoleMessages.roles(
                        List.of("U0LINUS"),
                        List.of(new Roles.Holder("U0MEI", Roles.Role.AUTHOR, "U0LINUS", SomeCourse.NOW))));
    }

    @Test
    void manyRoles() {
        LargeScreens.slackTakes(RoleMessages.roles(
                LargeScreens.ids(300),
                LargeScreens.ids(300).stream()
                        .map(id -> new Roles.Holder(id, Roles.Role.AUTHOR, "U0LINUS", SomeCourse.NOW))
                        .toList()));
    }
}
