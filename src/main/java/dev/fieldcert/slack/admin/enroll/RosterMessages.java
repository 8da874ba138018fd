package dev.fieldcert.slack.admin.enroll;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.admin.enroll.Roster.LineError;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Renders the screens for enrolling from a CSV file. */
public final class RosterMessages {

    private static final int LINES = 15;

    private RosterMessages() {}

    static LayoutBlock howTo() {
        return text(
                "One person per line, under the header `email,manager_email,cohort,course,due`. Only `email` is required. "
                        + "You’ll see a dry run before anything changes. At most %,d rows."
                                .formatted(Roster.MOST_ROWS));
    }

    public static SlackMessage refused(String sentence) {
        return SlackMessage.of(text("❌ " + sentence + "\nNothing was changed."));
    }

    /**
     * The question to the admin at the end of a dry run.
     *
     * @param title heading of the dry run
     * @param more additional blocks, shown above the buttons
     * @param yes the label of the confirm button
     * @param action action id of the confirm button
     * @param plan the value of both buttons
     * @param no action id of the cancel button
     */
    public record Question(String title, List<LayoutBlock> more, String yes, String action, String plan, String no) {

        public Question(String title, List<LayoutBlock> more, String yes, String action, String plan) {
            this(title, more, yes, action, plan, "dry-run-not");
        }

        public Question {
            more = List.copyOf(more);
        }
    }

    static SlackMessage dryRun(RosterCheck.DryRun run, String plan) {
        return dryRun(
                run,
                new Question(
                        "Dry run: what this list would do",
                        List.of(),
                        "Apply to %,d".formatted(run.steps.size()),
                        "roster-do",
                        plan));
    }

    public static SlackMessage dryRun(RosterCheck.DryRun run, Question question) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header(question.title()));
        List<String> lines = new ArrayList<>();
        lines.add("New enrollments: *%,d*".formatted(run.enrolled.size())
                + (run.enrolled.isEmpty() ? "" : " – " + Sentences.mentions(new LinkedHashSet<>(run.enrolled))));
        lines.add("Already enrolled: *%,d*".formatted(run.already.size()));
        lines.add("Managers set: *%,d* · cohorts set: *%,d* · no change: *%,d*"
                .formatted(run.managers, run.cohorts, run.asTheyAre));
        if (!run.guests.isEmpty()) {
            lines.add("Guests to be enrolled: *%,d* – ".formatted(run.guests.size())
                    + Sentences.mentions(new LinkedHashSet<>(run.guests)));
        }
        blocks.add(text(String.join("\n", lines)));
        problems(blocks, "Not found", run.notFound);
        problems(blocks, "Lines I can’t use", run.errors);
        blocks.addAll(question.more());
        if (question.plan().isEmpty()) {
            blocks.add(text("There’s nothing to do. Nothing was changed."));
        } else {
            blocks.add(text("Nothing has changed yet. Lines with a problem are skipped."));
            blocks.add(actions(
                    primary(question.yes(), question.action(), question.plan()),
                    button("Cancel", question.no(), question.plan())));
        }
        return SlackMessage.of(blocks);
    }

    public static void problems(List<LayoutBlock> blocks, String title, List<LineError> lines) {
        if (lines.isEmpty()) {
            return;
        }
        String named = String.join(
                "\n",
                lines.stream()
                        .limit(LINES)
                        .map(line -> "• line " + line.line() + ": " + Blocks.cut(line.problem(), 150))
                        .toList());
        blocks.add(text("*" + title + "* (%,d)\n".formatted(lines.size()) + named
                + (lines.size() > LINES ? "\n…and %,d more".formatted(lines.size() - LINES) : "")));
    }

    public static SlackMessage applied(RosterApply.Applied applied) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("✅ Enrolled *%,d*, managers set *%,d*, cohorts set *%,d*."
                .formatted(applied.enrolled, applied.managers, applied.cohorts)));
        problems(blocks, "Lines that failed", applied.failed);
        if (applied.canceled) {
            blocks.add(text("*Canceled* partway. For the rest, send the list again. Nothing happens twice."));
        }
        return SlackMessage.of(blocks);
    }
}
