package dev.fieldcert.slack.admin.enroll;

import dev.fieldcert.slack.admin.LargeScreens;
import dev.fieldcert.slack.blockkit.Golden;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Enrolling people, as it looks. */
class EnrollScreensTest {

    private static final LocalDate DUE = LocalDate.of(2027, 3, 31);

    @Test
    void aCrowdIsEnrolled() {
        Tally tally = new Tally();
        tally.enrolled.add("U0ADA");
        tally.already.add("U0MEI");
        tally.guests.add("U0ADA");
        tally.bots.add("U0BOT");
        tally.unknown.add("U0GHOST");
        Golden.assertMatches(
                "admin/enroll-dry-run",
                EnrollMessages.dryRun(tally, "#sales, @emea", "Plans & Territories", DUE, "p1"));
        Tally nobody = new Tally();
        nobody.already.add("U0MEI");
        Golden.assertMatches(
                "admin/enroll-dry-run-nobody",
                EnrollMessages.dryRun(nobody, "#sales & more", "Plans & Territories", null, ""));
        tally.failed.add("U0CARL");
        tally.canceled = true;
        Golden.assertMatches("admin/enrolled", EnrollMessages.enrolled(tally, "Plans & Territories", DUE));
    }

    @Test
    void aListIsDryRun() {
        RosterCheck.DryRun run = new RosterCheck.DryRun();
        run.enrolled.add("U0ADA");
        run.already.add("U0MEI");
        run.guests.add("U0ADA");
        run.managers = 1;
        run.steps.add(new Plans.Step(2, "U0ADA", "U0GRACE", null, "plans", DUE, null));
        run.notFound.add(new Roster.LineError(3, "ghost@example.com isn’t in this workspace"));
        run.errors.add(new Roster.LineError(4, "there’s no open path or course called “basket-weaving”"));
        Golden.assertMatches("admin/roster-dry-run", RosterMessages.dryRun(run, "p1"));
        Golden.assertMatches("admin/roster-refused", RosterMessages.refused("The first line should name the columns."));
    }

    @Test
    void fiveThousandPeopleOfEachSort() {
        Tally tally = new Tally();
        for (List<String> each : List.of(
                tally.enrolled,
                tally.already,
                tally.guests,
                tally.bots,
                tally.deactivated,
                tally.unknown,
                tally.failed)) {
            each.addAll(LargeScreens.ids(5000));
        }
        LargeScreens.slackTakes(EnrollMessages.enrolled(tally, LargeScreens.LONG_TITLE, null));
        LargeScreens.slackTakes(EnrollMessages.dryRun(
                tally, "#a-channel-name, ".repeat(50), LargeScreens.LONG_TITLE, LocalDate.of(2027, 3, 31), "p1"));
    }

    @Test
    void aListOfTwentyThousandLinesThatAreAllWrong() {
        RosterCheck.DryRun run = new RosterCheck.DryRun();
        run.enrolled.addAll(LargeScreens.ids(20_000));
        run.already.addAll(LargeScreens.ids(20_000));
        run.guests.addAll(LargeScreens.ids(20_000));
        run.notFound.addAll(Collections.nCopies(
                20_000, new Roster.LineError(2, "x".repeat(150) + "@example.com isn’t in this workspace")));
        run.errors.addAll(Collections.nCopies(20_000, new Roster.LineError(2, "something is wrong ".repeat(10))));

        LargeScreens.slackTakes(RosterMessages.dryRun(run, "p1"));
    }
}
