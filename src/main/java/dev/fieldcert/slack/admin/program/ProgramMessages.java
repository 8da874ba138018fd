package dev.fieldcert.slack.admin.program;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.cut;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.ProgramDiff;
import dev.fieldcert.curriculum.files.Problem;
import dev.fieldcert.slack.admin.AdminForms;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.util.ArrayList;
import java.util.List;

/** Renders the screens about the program. */
public final class ProgramMessages {

    private static final int PROBLEMS = 10;
    private static final int LINES = 30;

    private ProgramMessages() {}

    /** @param answering how many people are in the middle of its questions */
    record Touched(String course, long under, long answering) {}

    public static String version(Program program) {
        return "`" + cut(program.version(), 12) + "`";
    }

    static SlackMessage program(Program program, List<Problem> problems) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header(program.title()));
        blocks.add(text("Version " + version(program) + ", "
                + Sentences.count(program.courses().size(), "course", "courses") + ":\n"
                + String.join(
                        "\n",
                        program.courses().stream()
                                .limit(LINES)
                                .map(ProgramMessages::line)
                                .toList())));
        blocks.addAll(problems(problems));
        blocks.add(actions(AdminForms.button("Reload the files", "reload", "")));
        return SlackMessage.of(blocks);
    }

    private static String line(Course course) {
        int questions = course.objectives().stream()
                .mapToInt(objective ->
                        objective.practice().size() + objective.checkPool().size())
                .sum();
        return "• `" + course.id() + "` " + Mrkdwn.escape(course.title())
                + (course.coming()
                        ? " _(coming soon)_"
                        : " – " + Sentences.count(course.objectives().size(), "objective", "objectives") + ", "
                                + Sentences.count(questions, "question", "questions"));
    }

    private static List<LayoutBlock> problems(List<Problem> problems) {
        if (problems.isEmpty()) {
            return List.of(note("No problems found."));
        }
        long errors = problems.stream().filter(Problem::isError).count();
        String lines = String.join(
                "\n",
                problems.stream()
                        .sorted(java.util.Comparator.comparing(problem -> !problem.isError()))
                        .limit(PROBLEMS)
                        .map(problem -> "• " + Mrkdwn.escape(cut(problem.toString(), 250)))
                        .toList());
        return List.of(text("*Problems*: " + Sentences.count(errors, "error", "errors") + ", "
                + Sentences.count(problems.size() - errors, "warning", "warnings") + "\n" + lines
                + (problems.size() > PROBLEMS ? "\n…and %,d more".formatted(problems.size() - PROBLEMS) : "")));
    }

    static SlackMessage unreadable(Program current) {
        return SlackMessage.note("I couldn’t read the files. Version " + version(current)
                + " is still live. The log says what’s wrong.");
    }

    static SlackMessage kept(Program current, List<Problem> problems) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(
                "❌ The files have errors, so nothing was changed. Version " + version(current) + " is still live."));
        blocks.addAll(problems(problems));
        return SlackMessage.of(blocks);
    }

    static SlackMessage same(Program now, List<Problem> problems) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("The files haven’t changed. Version " + version(now) + " is live."));
        blocks.addAll(problems(problems));
        return SlackMessage.of(blocks);
    }

    static SlackMessage reloaded(
            Program before, Program now, ProgramDiff diff, List<Touched> touched, List<Problem> problems) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("✅ Version " + version(now) + " is now live (before: " + version(before) + ")."));
        List<String> lines = new ArrayList<>();
        diff.added().forEach(id -> lines.add("• new: *" + Mrkdwn.escape(Sentences.title(now, id)) + "*"));
        diff.removed().forEach(id -> lines.add("• removed: *" + Mrkdwn.escape(Sentences.title(before, id)) + "*"));
        diff.changed()
                .forEach((id, what) -> lines.add("• *" + Mrkdwn.escape(Sentences.title(now, id)) + "*: "
                        + Mrkdwn.escape(cut(String.join("; ", what), 400))));
        blocks.add(text(
                lines.isEmpty()
                        ? "No course changed, but something else in the files did."
                        : "*What changed*\n"
                                + String.join("\n", lines.stream().limit(LINES).toList())));
        List<String> people = touched.stream()
                .filter(course -> course.under() > 0)
                .limit(LINES)
                .map(course -> "• *" + Mrkdwn.escape(course.course()) + "*: "
                        + Sentences.count(course.under(), "learner", "learners")
                        + " in progress, %,d of them in the middle of questions".formatted(course.answering()))
                .toList();
        blocks.add(text(
                people.isEmpty()
                        ? "Nobody is in the middle of a changed course."
                        : "*Who’s affected* – questions in progress stay on the version they started with\n"
                                + String.join("\n", people)));
        blocks.addAll(problems(problems));
        return SlackMessage.of(blocks);
    }
}
