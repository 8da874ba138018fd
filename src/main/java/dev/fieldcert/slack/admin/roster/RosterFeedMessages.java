package dev.fieldcert.slack.admin.roster;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.admin.enroll.RosterCheck;
import dev.fieldcert.slack.admin.enroll.RosterMessages;
import dev.fieldcert.slack.admin.roster.RosterStates.State;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Renders the screens of the roster that is read automatically. */
public final class RosterFeedMessages {

    static final String LOOK = "roster-look";
    static final String YES = "roster-yes";
    private static final int NAMED = 20;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("MMMM d, uuuu, h:mm a 'UTC'", Locale.US).withZone(ZoneOffset.UTC);

    private RosterFeedMessages() {}

    static SlackMessage off() {
        return SlackMessage.note(
                "No roster is set up. Whoever runs the server can set `FIELDCERT_ROSTER` to a CSV file or an https "
                        + "address, and I’ll read it every hour. To enroll people from a list you have, type "
                        + "`/cert-admin enroll-csv`.");
    }

    /** The state of the roster, with a button to read it. */
    public static SlackMessage status(State state) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Roster"));
        if (state.problem() != null) {
            blocks.add(text("❌ *I can’t use the newest list.* " + state.problem()
                    + "\nNothing was changed. I’ll keep trying, and I won’t message you about it again unless the problem "
                    + "changes."));
        }
        if (state.waiting() != null) {
            blocks.add(text(waiting(state.waiting())));
        }
        if (state.report() != null) {
            report(blocks, state.report());
        } else if (state.waiting() == null && state.problem() == null) {
            blocks.add(text("I haven’t read the list yet."));
        }
        gone(blocks, state.gone());
        blocks.add(actions(state.waiting() == null ? button("Read it now", LOOK, "") : primary("Review it", LOOK, "")));
        return SlackMessage.of(blocks);
    }

    private static String waiting(RosterStates.Waiting change) {
        return (change.known() == 0
                        ? "*The first list is here* and needs your OK. It has " + Sentences.people(change.people())
                        : "*The list changed by more than 20%% and needs your OK.* It has %s (before: %,d; new: %,d; gone: %,d)"
                                .formatted(
                                        Sentences.people(change.people()),
                                        change.known(),
                                        change.added(),
                                        change.gone()))
                + (change.changed() == 0
                        ? ", and would change nothing."
                        : ", and would change something for %,d of them.".formatted(change.changed()))
                + " Nothing has been done yet.";
    }

    private static void report(List<LayoutBlock> blocks, RosterStates.Report report) {
        blocks.add(text("Last applied on %s: %s. Enrolled *%,d*, managers set *%,d*, cohorts set *%,d*."
                .formatted(
                        WHEN.format(report.at()),
                        Sentences.people(report.people()),
                        report.enrolled(),
                        report.managers(),
                        report.cohorts())));
        if (report.notHere() > 0) {
            blocks.add(note("Not in this workspace yet: %,d. I check again each time I read the list."
                    .formatted(report.notHere())));
        }
        RosterMessages.problems(blocks, "Lines I can’t use", report.problems());
    }

    /**
     * Names the people who are no longer in the list. They may have left, or the file may be incomplete, so nobody is
     * unenrolled because of it.
     */
    private static void gone(List<LayoutBlock> blocks, List<String> gone) {
        if (gone.isEmpty()) {
            return;
        }
        String named =
                String.join(", ", gone.stream().limit(NAMED).map(Mrkdwn::escape).toList());
        blocks.add(text("*No longer in the list* (%,d): ".formatted(gone.size()) + named
                + (gone.size() > NAMED ? " and %,d more".formatted(gone.size() - NAMED) : "")
                + "\nThey stay enrolled. To unenroll somebody, type `/cert-admin unenroll`."));
    }

    static SlackMessage dryRun(RosterCheck.DryRun run, RosterStates.Waiting change, List<String> gone, String plan) {
        List<LayoutBlock> last = new ArrayList<>();
        gone(last, gone);
        String yes = run.steps().isEmpty() ? "Use this list" : "Apply to %,d".formatted(change.changed());
        return RosterMessages.dryRun(
                run, new RosterMessages.Question("Dry run: what the roster would do", last, yes, YES, plan));
    }
}
