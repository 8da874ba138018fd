package dev.fieldcert.slack.admin.channels;

import dev.fieldcert.curriculum.Program;
import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.slack.blockkit.Golden;
import dev.fieldcert.slack.channels.Channels.Purpose;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which channels hear what, as it looks. */
class ChannelScreensTest {

    private static final Program PROGRAM = SomeCourse.program();

    @Test
    void channels() {
        ChannelMessages.Standing some =
                new ChannelMessages.Standing(Map.of(Purpose.badgesOfPath("pipeline"), "C0WINS"), true, PROGRAM);
        Golden.assertMatches("admin/channels", ChannelMessages.standing(some));
        Golden.assertMatches(
                "admin/channel-chosen", ChannelMessages.chosen(Purpose.badgesOfCohort("<spring>"), "C1", PROGRAM));
        Golden.assertMatches(
                "admin/channel-forgotten", ChannelMessages.forgotten(Purpose.badgesOfPath("pipeline"), PROGRAM));
    }
}
