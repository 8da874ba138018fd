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
        blocks.add(actions(AdminForms.button("Read the files again", "reload", "")));
        return SlackMessage.of(blocks);
    }

    private static String line(Course course) {
        int questions = course.objectives().stream()
                .mapToInt(objective ->
                        objective.practice().size() + objective.checkPool().size())
                .sum();
        return "• `" + course.id() + "` " + Mrkdwn.escape(course.title())
                + (course.coming()
                        ? " _(coming)_"
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
        return List.of(text("*The linter*: " + Sentences.count(errors, "error", "errors") + ", "
                + Sentences.count(problems.size() - errors, "warning", "warnings") + "\n" + lines
                + (problems.size() > PROBLEMS ? "\n…and %,d more".formatted(problems.size() - PROBLEMS) : "")));
    }

    static SlackMessage unreadable(Program current) {
        return SlackMessage.note("The files can't be read. Version " + version(current)
                + " is still taught; the log says what is wrong.");
    }

    static SlackMessage kept(Program current, List<Problem> problems) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(
                "❌ The files have errors, so nothing was changed: version " + version(current) + " is still taught."));
        blocks.addAll(problems(problems));
        return SlackMessage.of(blocks);
    }

    static SlackMessage same(Program now, List<Problem> problems) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("The files are as they were: version " + version(now) + " is taught."));
        blocks.addAll(problems(problems));
        return SlackMessage.of(blocks);
    }

    static SlackMessage reloaded(
            Program before, Program now, ProgramDiff diff, List<Touched> touched, List<Problem> problems) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("✅ Version " + version(now) + " is taught now (before: " + version(before) + ")."));
        List<String> lines = new ArrayList<>();
        diff.added().forEach(id -> lines.add("• new: *" + Mrkdwn.escape(Sentences.title(now, id)) + "*"));
        diff.removed().forEach(id -> lines.add("• gone: *" + Mrkdwn.escape(Sentences.title(before, id)) + "*"));
        diff.changed()
                .forEach((id, what) -> lines.add("• *" + Mrkdwn.escape(Sentences.title(now, id)) + "*: "
                        + Mrkdwn.escape(cut(String.join("; ", what), 400))));
        blocks.add(text(
                lines.isEmpty()
                        ? "No course differs; something else in the files does."
                        : "*What changed*\n"
                                + String.join("\n", lines.stream().limit(LINES).toList())));
        List<String> people = touched.stream()
                .filter(course -> course.under() > 0)
                .limit(LINES)
                .map(course -> "• *" + Mrkdwn.escape(course.course()) + "*: "
                        + Sentences.count(course.under(), "learner", "learners")
                        + " under way, %,d of them in the middle of questions".formatted(course.answering()))
                .toList();
        blocks.add(text(
                people.isEmpty()
                        ? "Nobody has a changed course under way."
                        : "*Whom it touches* – running questions stay on the version they began with\n"
                                + String.join("\n", people)));
        blocks.addAll(problems(problems));
        return SlackMessage.of(blocks);
    }
}
