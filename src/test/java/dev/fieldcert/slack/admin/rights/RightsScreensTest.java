package dev.fieldcert.slack.admin.rights;

import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.slack.admin.LargeScreens;
import dev.fieldcert.slack.blockkit.Golden;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said about people's data, as it looks. */
class RightsScreensTest {

    @Test
    void rights() {
        var request = new ErasureRequests.Request("U0ADA", SomeCourse.NOW);
        Golden.assertMatches("admin/forget-ask", RightsMessages.ask(Optional.empty()));
        Golden.assertMatches("admin/forget-asked", RightsMessages.ask(Optional.of(request)));
        Golden.assertMatches("admin/erase-requests", RightsMessages.requested(List.of(request)));
        Golden.assertMatches("admin/erased", RightsMessages.erased("erased-1234"));
    }

    @Test
    void manyRequests() {
        LargeScreens.slackTakes(RightsMessages.requested(LargeScreens.ids(20).stream()
                .map(id -> new ErasureRequests.Request(id, SomeCourse.NOW))
                .toList()));
    }
}
