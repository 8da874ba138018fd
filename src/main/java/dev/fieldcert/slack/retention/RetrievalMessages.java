package dev.fieldcert.slack.retention;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Lesson;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.question.GradingResult;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.memory.ObjectiveMemory;
import dev.fieldcert.learner.memory.Retrieval;
import dev.fieldcert.learner.memory.RetrievalPace;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.quiz.QuizMessages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The screens of retrieval questions. */
public final class RetrievalMessages {

    static final String NOT_TODAY = "recall-not-today";
    static final String FEWER = "recall-fewer";
    static final String STOP = "recall-stop";
    static final String BACK = "recall-back";
    static final String WHY = "recall-why";
    static final String AGAIN = "recall-again";
    static final String DUE = "recall-due";

    private RetrievalMessages() {}

    /** A question that the learner asked for. */
    public static SlackMessage asked(Course course, Attempt attempt, Question question) {
        return QuizMessages.asked(course, attempt, 0, question, true);
    }

    /** A question that the bot asks on its own, with buttons to postpone, reduce, or stop these questions. */
    public static SlackMessage contact(Course course, Attempt attempt, Question question, List<LayoutBlock> dueDates) {
        SlackMessage asked = asked(course, attempt, question);
        List<LayoutBlock> more = new ArrayList<>(dueDates);
        more.add(actions(
                button("Not today", NOT_TODAY, ""),
                button("Fewer of these", FEWER, ""),
                button("Stop these questions", STOP, ""),
                button(
                        "Why this now?",
                        WHY,
                        course.id() + "|" + attempt.items().get(0).objective())));
        return with(asked, more);
    }

    /**
     * The question after its answer: what was right and why, and when it is asked again.
     *
     * @param attempt null if unknown; the buttons for reporting the question are then left out
     */
    public static SlackMessage graded(
            Course course, String attempt, Attempt.Item item, Question question, Learner learner, When when) {
        GradingResult grading = question.grade(item.given().orElseThrow(), item.seed());
        SlackMessage graded = QuizMessages.graded(course, attempt, Attempt.Kind.RETRIEVAL, item, question, 1, 1, 0);
        Optional<Objective> objective = course.objective(item.objective());
        String value = course.id() + "|" + item.objective();
        List<LayoutBlock> more = new ArrayList<>();
        List<BlockElement> buttons = new ArrayList<>();
        if (!grading.isRight() && objective.isPresent()) {
            List<Lesson.Card> cards = objective.get().lesson().cards();
            int card = BestCard.of(
                    cards, question.prompt(item.seed()) + " " + grading.correct() + " " + grading.explanation());
            more.add(text(
                    "It’s all on one card: *" + Mrkdwn.escape(cards.get(card).title()) + "*."));
            buttons.add(primary("Read the card", "reread", value + "|" + card));
            buttons.add(button("Ask me another", AGAIN, value));
        }
        learner.retention()
                .of(course.id(), item.objective())
                .ifPresent(memory -> more.add(note(again(memory, grading.isRight(), when))));
        int due = learner.retention()
                .due(LocalDate.ofInstant(when.now(), when.zone()), learner.notRetrieved())
                .size();
        if (due > 0) {
            buttons.add(button("Next one (" + due + " due)", DUE, ""));
        }
        if (!buttons.isEmpty()) {
            more.add(actions(buttons));
        }
        return with(graded, more);
    }

    private static String again(ObjectiveMemory memory, boolean right, When when) {
        if (memory.isKeptUp()) {
            return "Three in a row over three months! I won’t ask about this again until your badge is up for renewal.";
        }
        return memory.due()
                .map(due -> right
                        ? "I’ll ask about this again around " + when.date(due) + "."
                        : "I’ll ask again around " + when.date(due) + ", so that it sticks.")
                .orElse("I won’t ask about this again until your badge is up for renewal.");
    }

    private static SlackMessage with(SlackMessage message, List<LayoutBlock> more) {
        List<LayoutBlock> blocks = new ArrayList<>(message.blocks());
        blocks.addAll(more);
        String text = more.isEmpty()
                ? message.text()
                : message.text() + "\n" + SlackMessage.of(more).text();
        return new SlackMessage(text, blocks);
    }

    static SlackMessage notToday() {
        return SlackMessage.of(
                text("*OK, not today.* I may ask you tomorrow."), actions(button("Ask me anyway", DUE, "")));
    }

    static SlackMessage pace(RetrievalPace pace) {
        return switch (pace) {
            case AS_NEEDED -> SlackMessage.note("*Review questions are back on.* I’ll ask before you forget.");
            case FEWER ->
                SlackMessage.of(
                        text(
                                "*You’ll get fewer of these from now on:* about a third as many, so you may forget a little more."
                                        + " You can change this in Settings."),
                        actions(button("Ask as often as before", BACK, "")));
            case NONE ->
                SlackMessage.of(
                        text(
                                "*I’ll stop asking these questions.* You keep your badges. To practice anyway, type `review`. You can"
                                        + " turn the questions back on here or in Settings."),
                        actions(button("Ask me again", BACK, "")));
        };
    }

    static SlackMessage why(ObjectiveMemory memory, String objective, When when) {
        LocalDate today = LocalDate.ofInstant(when.now(), when.zone());
        String last = memory.retrievals().isEmpty()
                ? "you passed it in the check on " + when.date(memory.shownOn())
                : "you last answered on " + when.date(memory.gradedOn()) + ", "
                        + (last(memory).right() ? "and got it right" : "and missed it");
        String now = memory.wasMissed()
                ? "I ask again within a week of a miss, before you forget the answer."
                : "There’s about a "
                        + Math.round(memory.predicted(today) * 100) + "%"
                        + " chance that you still remember it. That’s just a prediction: your answer is what counts.";
        return SlackMessage.note("*“" + Mrkdwn.escape(objective) + "”:* " + last + ". " + now
                + " Answering a question helps you remember longer than rereading does.");
    }

    private static Retrieval last(ObjectiveMemory memory) {
        return memory.retrievals().get(memory.retrievals().size() - 1);
    }

    /** @param next the day of the next question; null if there will be none */
    static SlackMessage nothingDue(LocalDate next, When when) {
        return SlackMessage.note(
                next == null
                        ? "*Nothing to review.* Questions start two days after your first badge. To continue your courses, type"
                                + " `next`."
                        : "*Nothing to review right now.* Your next question comes around " + when.date(next)
                                + ". To see what you remember, type `/cert memory`.");
    }

    static SlackMessage notThere() {
        return SlackMessage.note(
                "That objective is no longer in your program. Type `/cert memory` to see the ones that are.");
    }
}
