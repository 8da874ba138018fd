package dev.fieldcert.slack.task;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.cut;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.lettered;
import static dev.fieldcert.slack.blockkit.Blocks.markdown;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.view.View;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.PracticeTask;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.Forms;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.util.ArrayList;
import java.util.List;

/** The screens of a practice task. */
public final class TaskMessages {

    static final String WRITE = "task-write";
    static final String JUDGE = "task-judge";
    static final String ANSWER = "answer";
    static final String MET = "met";
    static final String SHARE = "share";

    private TaskMessages() {}

    static SlackMessage list(Program program) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Practice tasks"));
        for (Course course : program.courses()) {
            course.task()
                    .ifPresent(task -> blocks.add(text(
                            "*" + Mrkdwn.escape(task.title()) + "*\n_" + Mrkdwn.escape(course.title()) + "_",
                            lettered("Try it", "Try: " + task.title(), "task:" + course.id(), course.id()))));
        }
        blocks.add(
                note(
                        blocks.size() == 1
                                ? "This program doesn’t have any yet."
                                : "Write your answer, compare it with a model answer, and check it yourself. It doesn’t count toward a badge."));
        return SlackMessage.of(blocks);
    }

    static View form(Course course, PracticeTask task) {
        return Forms.modal(
                        WRITE,
                        "Practice task",
                        "Compare",
                        List.of(
                                text("*" + Mrkdwn.escape(task.title()) + "*\n" + Mrkdwn.of(task.instructions())),
                                text("*What to look for*\n"
                                        + String.join(
                                                "\n",
                                                task.criteria().stream()
                                                        .map(criterion -> "• " + Mrkdwn.escape(criterion))
                                                        .toList())),
                                Forms.field(
                                        ANSWER,
                                        "Your text",
                                        "You’ll see a model answer next.",
                                        false,
                                        Forms.text(ANSWER, null, true, PracticeTask.LONGEST_ANSWER))))
                .privateMetadata(course.id())
                .build();
    }

    /** @param hasManager whether there is a manager to whom the answer can be sent */
    static View judge(Course course, PracticeTask task, String answer, boolean hasManager) {
        List<OptionObject> criteria = new ArrayList<>();
        for (int i = 0; i < task.criteria().size(); i++) {
            criteria.add(OptionObject.builder()
                    .text(markdown(Mrkdwn.escape(task.criteria().get(i))))
                    .value(Integer.toString(i))
                    .build());
        }
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("*Your text*\n" + quote(answer)));
        blocks.add(text("*One way to do it*\n" + Mrkdwn.of(task.modelAnswer())));
        blocks.add(Forms.field(
                MET,
                "What does your text include?",
                "",
                true,
                CheckboxesElement.builder().actionId(MET).options(criteria).build()));
        if (hasManager) {
            blocks.add(Forms.field(
                    SHARE, "Your manager", "", true, Forms.box(SHARE, "Send it to my manager for feedback")));
        }
        return Forms.modal(JUDGE, "Practice task", "Done", blocks)
                .privateMetadata(course.id() + "|" + answer)
                .build();
    }

    /** The answer and the learner's own judgment, for the learner to keep. */
    public static SlackMessage finished(
            Course course, PracticeTask task, String answer, List<Integer> met, String manager) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("✍️ " + task.title()));
        blocks.add(text(quote(answer)));
        blocks.add(text(judged(task, met)));
        blocks.add(text("*One way to do it*\n" + Mrkdwn.of(task.modelAnswer())));
        blocks.add(actions(primary("What’s next?", "next", ""), button("Try again", "task", course.id())));
        blocks.add(note(
                manager == null
                        ? "I haven’t sent this to anyone else, and it doesn’t count toward a badge."
                        : Mrkdwn.person(manager) + " gets it, too. It doesn’t count toward a badge."));
        return SlackMessage.of(blocks);
    }

    /** Sends the answer to the learner's manager. */
    public static SlackMessage shared(String learner, PracticeTask task, String answer, List<Integer> met) {
        return SlackMessage.of(
                header("✍️ " + task.title()),
                text(Mrkdwn.person(learner) + " wrote this and would like your feedback."),
                text(quote(answer)),
                text(judged(task, met)),
                note("This is a practice task, so there’s nothing to score. A quick word in your next 1:1 is enough."));
    }

    private static String judged(PracticeTask task, List<Integer> met) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < task.criteria().size(); i++) {
            lines.add((met.contains(i) ? "✅ " : "▫️ ")
                    + Mrkdwn.escape(task.criteria().get(i)));
        }
        return "*Their self-check:* "
                + met.stream().filter(i -> i < task.criteria().size()).count() + " of "
                + task.criteria().size() + "\n" + String.join("\n", lines);
    }

    private static String quote(String answer) {
        return cut("> " + Mrkdwn.escape(answer).replace("\n", "\n> "), Blocks.SECTION);
    }

    static SlackMessage notThere() {
        return SlackMessage.note("That practice task is gone. Type `/cert tasks` to see the others.");
    }
}
