package dev.fieldcert.slack.quiz;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.option;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Percent;
import dev.fieldcert.curriculum.question.GradingResult;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.Stimulus;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.Confidence;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The screens of the questions in an attempt. */
public final class QuizMessages {

    static final String SURE = "sure";

    private QuizMessages() {}

    /** A question with its inputs and buttons. */
    public static SlackMessage asked(
            Course course, Attempt attempt, int index, Question question, boolean askConfidence) {
        Attempt.Item item = attempt.items().get(index);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header(title(attempt.kind(), index + 1, attempt.atMost(course))));
        blocks.addAll(stem(question, item));
        if (askConfidence && attempt.kind().marksAtOnce()) {
            blocks.add(confidence(item.confidence()));
        }
        blocks.addAll(question.match(
                new QuestionBlocks(attempt.id(), index, item, attempt.kind().marksAtOnce())));
        blocks.add(note(context(course, attempt.kind(), item)));
        return SlackMessage.of(blocks);
    }

    static List<LayoutBlock> stem(Question question, Attempt.Item item) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(Mrkdwn.of(question.prompt(item.seed()))));
        question.stimulus(item.seed()).ifPresent(stimulus -> blocks.add(stimulus(stimulus)));
        return blocks;
    }

    private static LayoutBlock stimulus(Stimulus stimulus) {
        if (stimulus instanceof Stimulus.Picture picture) {
            return ImageBlock.builder()
                    .imageUrl(picture.url())
                    .altText(picture.alternative())
                    .build();
        }
        return text(lines((Stimulus.Table) stimulus));
    }

    private static String lines(Stimulus.Table table) {
        return Table.lines(table.rows().stream()
                .map(row -> row.stream().map(Mrkdwn::escape).toList())
                .toList());
    }

    private static LayoutBlock confidence(Confidence command) {
        Map<Confidence, OptionObject> options = new EnumMap<>(Confidence.class);
        options.put(Confidence.GUESS, option("A guess", "GUESS"));
        options.put(Confidence.FAIRLY, option("Fairly sure", "FAIRLY"));
        options.put(Confidence.CERTAIN, option("Certain", "CERTAIN"));
        return ActionsBlock.builder()
                .blockId(SURE)
                .elements(List.of(RadioButtonsElement.builder()
                        .actionId("pick:" + SURE)
                        .options(List.copyOf(options.values()))
                        .initialOption(options.get(command))
                        .build()))
                .build();
    }

    private static String title(Attempt.Kind kind, int number, int of) {
        String run;
        switch (kind) {
            case CHECK:
                run = "Check";
                break;
            case TEST_OUT:
                run = "Test-out";
                break;
            case RETRIEVAL:
                return "From memory";
            case REVIEW:
                run = "Another try";
                break;
            default:
                run = "Practice";
                break;
        }
        return run + ": question " + number + (kind.marksAtOnce() ? " of " : " of up to ") + of;
    }

    /** The position in an attempt, in words. */
    public static String place(Attempt attempt) {
        int number = attempt.position() + 1;
        return "question " + number
                + (attempt.kind().marksAtOnce() ? " of " + attempt.items().size() : "");
    }

    private static String context(Course course, Attempt.Kind kind, Attempt.Item item) {
        String objective =
                course.objective(item.objective()).map(Objective::title).orElse(item.objective());
        String later = kind.marksAtOnce() ? "" : " · feedback at the end";
        return Mrkdwn.escape(course.title() + " · " + objective) + later;
    }

    /**
     * A question once it has been answered. Practice shows the grade immediately; a check shows only the answer. The
     * grade takes the place of the inputs, because that is where the learner is looking.
     *
     * @param attempt null if unknown; the buttons for reporting the question are then left out
     * @param more how many questions the answer added to the attempt
     */
    public static SlackMessage graded(
            Course course,
            String attempt,
            Attempt.Kind kind,
            Attempt.Item item,
            Question question,
            int number,
            int of,
            int more) {
        GradingResult grading = question.grade(item.given().orElseThrow(), item.seed());
        List<LayoutBlock> blocks = new ArrayList<>();
        if (!kind.marksAtOnce()) {
            blocks.add(header(title(kind, number, of) + " – answered"));
            blocks.addAll(stem(question, item));
            blocks.add(text(labelled("*Your answer:*", Mrkdwn.line(grading.given()))));
            blocks.add(note(context(course, kind, item)));
            return SlackMessage.of(blocks);
        }
        blocks.add(header(title(kind, number, of)));
        blocks.addAll(stem(question, item));
        blocks.add(header(mark(grading)));
        blocks.addAll(explained(grading));
        blocks.add(note(context(course, kind, item)));
        if (more > 0) {
            blocks.add(text(
                    more == 1
                            ? "One more question is coming, on what you missed."
                            : more + " more questions are coming, on what you missed."));
        }
        List<BlockElement> buttons = new ArrayList<>();
        if (number < of + more) {
            buttons.add(primary("Next question", "next", course.id()));
        }
        if (attempt != null) {
            buttons.addAll(ReportMessages.buttons(attempt, number - 1, question, grading.isRight()));
        }
        if (!buttons.isEmpty()) {
            blocks.add(actions(buttons));
        }
        return SlackMessage.of(blocks);
    }

    static String mark(GradingResult grading) {
        if (grading.isRight()) {
            return "✅ Right";
        }
        return grading.score() > 0 ? "🟡 Partly right" : "❌ Not quite";
    }

    static List<LayoutBlock> explained(GradingResult grading) {
        List<LayoutBlock> blocks = new ArrayList<>();
        if (grading.isRight()) {
            blocks.add(text(labelled("*Your answer:*", Mrkdwn.line(grading.given()))));
        } else {
            blocks.add(text(labelled("*Your answer:*", Mrkdwn.line(grading.given()))));
            blocks.add(text(labelled("*Right answer:*", Mrkdwn.line(grading.correct()))));
        }
        if (!grading.remarks().isEmpty()) {
            blocks.add(text(remarks(grading)));
        }
        blocks.add(text("*Why:* " + Mrkdwn.of(grading.explanation())));
        return blocks;
    }

    /** Puts a label before text; a list starts on its own line. */
    static String labelled(String label, String mrkdwn) {
        return label + (mrkdwn.contains("\n") ? "\n" : " ") + mrkdwn;
    }

    static String remarks(GradingResult grading) {
        if (grading.remarks().size() == 1) {
            return Mrkdwn.of(grading.remarks().get(0));
        }
        return String.join(
                "\n",
                grading.remarks().stream()
                        .map(remark -> "• " + Mrkdwn.of(remark))
                        .toList());
    }

    static LayoutBlock next(Course course) {
        return actions(primary("What’s next?", "next", course.id()), button("My progress", "status", course.id()));
    }

    /** Replaces a question whose answer was typed. */
    static SlackMessage answeredBelow() {
        return SlackMessage.note("You typed your answer. It’s below.");
    }

    static SlackMessage stale() {
        return SlackMessage.of(
                text("You’ve already answered this one. Your first answer counts."),
                actions(primary("What’s next?", "next", "")));
    }

    static SlackMessage unclear(String problem) {
        return SlackMessage.note("*Not sent yet.* " + Mrkdwn.escape(problem));
    }

    static SlackMessage gone() {
        return SlackMessage.of(
                text(
                        "This question is no longer part of the program. You haven’t lost anything: what you’ve finished stays finished."),
                actions(primary("What’s next?", "next", "")));
    }

    static SlackMessage notThere() {
        return SlackMessage.note("That course isn’t in your program. Type `/cert status` to see the ones that are.");
    }

    static String percent(double share) {
        return Percent.of(share) + "%";
    }

    static SlackMessage confidenceSet(boolean on) {
        return SlackMessage.note(
                on
                        ? "From now on, I’ll ask *how sure you are* on practice questions. You’ll retry the mistakes you were sure about first. Your scores don’t change."
                        : "I’ll stop asking how sure you are on practice questions.");
    }
}
