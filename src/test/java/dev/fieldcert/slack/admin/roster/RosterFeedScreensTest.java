package dev.fieldcert.slack.admin.roster;

import dev.fieldcert.slack.admin.enroll.Roster;
import dev.fieldcert.slack.admin.roster.RosterStates.Report;
import dev.fieldcert.slack.admin.roster.RosterStates.State;
import dev.fieldcert.slack.admin.roster.RosterStates.Waiting;
import dev.fieldcert.slack.blockkit.Golden;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How it stands with the roster, as it looks. */
class RosterFeedScreensTest {

    private static final Instant AT = Instant.parse("2026-11-02T09:00:00Z");

    @Test
    void nothingYet() {
        Golden.assertMatches("admin/roster-off", RosterFeedMessages.off());
        Golden.assertMatches("admin/roster-unread", RosterFeedMessages.status(State.NEW));
    }

    @Test
    void theFirstListWaits() {
        Golden.assertMatches(
                "admin/roster-first", RosterFeedMessages.status(State.NEW.waits(new Waiting(AT, 412, 412, 0, 398, 0))));
    }

    @Test
    void everythingAtOnce() {
        List<String> gone = IntStream.range(10, 40)
                .mapToObj(i -> "rep%d&co@example.com".formatted(i))
                .toList();
        List<Roster.LineError> problems = List.of(
                new Roster.LineError(17, "the manager “mia@example.com” isn’t in this workspace"),
                new Roster.LineError(20, "people can’t be their own manager"));
        Golden.assertMatches(
                "admin/roster-status",
                RosterFeedMessages.status(new State(
                        "roster",
                        1L,
                        null,
                        null,
                        null,
                        new Waiting(AT, 310, 2, 104, 3, 412),
                        "“hr.example.com” answers with status 503.",
                        new Report(AT, 412, 3, 12, 1, 7, 2, problems),
                        gone)));
    }
}
