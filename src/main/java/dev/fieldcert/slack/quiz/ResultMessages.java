package dev.fieldcert.slack.quiz;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.cut;
import static dev.fieldcert.slack.blockkit.Blocks.divider;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.question.GradingResult;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.AttemptResult;
import dev.fieldcert.learner.Calibration;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a run went: each end of one, and what was missed in it. */
public final class ResultMessages {

    private static final int MISSES_A_PAGE = 5;

    private ResultMessages() {}

    /** A finding question for {@link #ended}: what was asked, at the version it was asked in. */
    @FunctionalInterface
    public interface Asked {
        Optional<Question> question(String id);
    }

    /** The end of a run. */
    public static SlackMessage ended(AttemptResult result, Course course, Asked asked, When when) {
        switch (result.kind()) {
            case PRACTICE:
                return practised(result, course);
            case REVIEW:
                return SlackMessage.of(
                        header("Review done"),
                        text("Nice work. Coming back to it after a few days is what makes it stick."),
                        QuizMessages.next(course));
            default:
                return certified(result, course, asked, when);
        }
    }

    private static SlackMessage practised(AttemptResult result, Course course) {
        String objective =
                course.objective(result.objective()).map(Objective::title).orElse("This lesson");
        String word = result.score() >= 0.999
                ? "All correct. You’ve got this one."
                : "Done. You’ll retry what you missed in a few days, when it helps most.";
        return SlackMessage.of(
                header("✔ " + cut(objective, 140)),
                text(word + "\n" + QuizMessages.percent(result.score())
                        + " on this practice. It doesn’t count toward the badge."),
                QuizMessages.next(course));
    }

    private static SlackMessage certified(AttemptResult result, Course course, Asked asked, When when) {
        boolean testOut = result.kind() == Attempt.Kind.TEST_OUT;
        List<LayoutBlock> blocks = new ArrayList<>();
        String name = testOut ? "Test-out" : "Check";
        blocks.add(
                header((result.passed() ? "🎉 " + name + " passed: " : name + " not passed yet: ") + course.title()));
        blocks.add(text("To pass an objective, get *" + course.check().rule().written()
                + "* questions right. Partly right answers earn points but don’t count as right."));
        blocks.add(text(objectives(result, course)));
        if (!result.passed()) {
            blocks.add(text(testOut ? afterTestOut(result, course) : afterFailure(result, when)));
        }
        if (!result.calibration().isEmpty() && result.passed()) {
            blocks.add(text(calibration(result.calibration())));
        }
        blocks.addAll(misses(result, course, asked, 0));
        blocks.add(QuizMessages.next(course));
        return SlackMessage.of(blocks);
    }

    private static String objectives(AttemptResult result, Course course) {
        return String.join(
                "\n",
                result.objectives().stream()
                        .map(score -> (score.passed() ? "✅ " : "🔁 ")
                                + Mrkdwn.escape(course.objective(score.objective())
                                        .map(Objective::title)
                                        .orElse(score.objective()))
                                + " – " + figures(result, score))
                        .toList());
    }

    /** How many were right, and the points where they say more. */
    private static String figures(AttemptResult result, AttemptResult.ObjectiveScore score) {
        long asked = result.items(score.objective()).count();
        long right =
                result.items(score.objective()).filter(Attempt.Item::isRight).count();
        boolean partly = score.score() * asked - right > 0.001;
        return right + " of " + asked + " right"
                + (partly ? ", " + QuizMessages.percent(score.score()) + " of the points" : "");
    }

    private static String afterFailure(AttemptResult result, When when) {
        String repeat = "Objectives marked ✅ stay passed. For those marked 🔁, go back to the lesson and practice. "
                + "Your next attempt only asks about those.";
        if (result.attemptsLeft() == 0) {
            return repeat + "\nThat was your last attempt. Ask your program admin for another one.";
        }
        String left = result.attemptsLeft() == 1 ? "one attempt" : result.attemptsLeft() + " attempts";
        return repeat + "\nYou have " + left + " left. The next one opens " + when.moment(result.opensAt()) + ".";
    }

    private static String afterTestOut(AttemptResult result, Course course) {
        long passed = result.objectives().stream()
                .filter(AttemptResult.ObjectiveScore::passed)
                .count();
        return passed == 0
                ? "No harm done. The lessons are short, and this didn’t use up an attempt at the check."
                : "The objectives you passed are marked *tested out*, and I’ll skip their lessons. The rest stay in your plan. This didn’t use up an attempt at the check.";
    }

    static String calibration(Calibration calibration) {
        return "*How well you judged yourself:* right on " + calibration.certainRight() + " of "
                + calibration.certain() + " when certain, " + calibration.fairlyRight() + " of "
                + calibration.fairly() + " when fairly sure, and " + calibration.guessesRight() + " of "
                + calibration.guesses() + " when guessing.";
    }

    private static List<Attempt.Item> missed(AttemptResult result) {
        return result.items().stream().filter(item -> !item.isRight()).toList();
    }

    /** Whether the learner may meet the item again in another attempt: then its answer is not given away. */
    private static boolean comesBack(AttemptResult result, Attempt.Item item) {
        return result.attemptsLeft() > 0 && result.toRepeat().contains(item.objective());
    }

    private static String missedOnly(Question question, Attempt.Item item, GradingResult grading, Course course) {
        String asks = Mrkdwn.of(question.prompt(item.seed())).replace('\n', ' ');
        String mark = grading.score() > 0
                ? "🟡 Partly right: " + QuizMessages.percent(grading.score()) + " of the points."
                : "❌ Not right.";
        return bold(cut(asks, 300)) + "\n"
                + QuizMessages.labelled("You:", cut(Mrkdwn.of(grading.given()), 300)) + "\n"
                + mark + " See the lesson: _"
                + Mrkdwn.escape(
                        course.objective(item.objective()).map(Objective::title).orElse(item.objective()))
                + "_";
    }

    private static String missed(Question question, Attempt.Item item, GradingResult grading) {
        String asks = Mrkdwn.of(question.prompt(item.seed())).replace('\n', ' ');
        return bold(cut(asks, 300)) + "\n"
                + QuizMessages.labelled("You:", cut(Mrkdwn.line(grading.given()), 300)) + "\n"
                + QuizMessages.labelled("Right:", cut(Mrkdwn.line(grading.correct()), 500)) + "\n"
                + (grading.remarks().isEmpty() ? "" : cut(QuizMessages.remarks(grading), 500) + "\n")
                + cut(Mrkdwn.of(grading.explanation()), 500);
    }

    /** What was missed and why, a page at a time: a whole check would not fit a message. */
    private static List<LayoutBlock> misses(AttemptResult result, Course course, Asked asked, int page) {
        List<Attempt.Item> missed = missed(result);
        List<LayoutBlock> blocks = new ArrayList<>();
        int from = page * MISSES_A_PAGE;
        int to = Math.min(missed.size(), from + MISSES_A_PAGE);
        for (Attempt.Item item : missed.subList(Math.min(from, to), to)) {
            asked.question(item.question()).ifPresent(question -> {
                GradingResult grading = question.grade(item.given().orElseThrow(), item.seed());
                blocks.add(divider());
                blocks.add(text(
                        comesBack(result, item)
                                ? missedOnly(question, item, grading, course)
                                : missed(question, item, grading)));
                blocks.add(ReportMessages.buttons(
                        result.attempt(), result.items().indexOf(item), question, grading.isRight()));
            });
        }
        if (to < missed.size()) {
            blocks.add(actions(button(
                    "Show more (" + (missed.size() - to) + " left)", "misses", result.attempt() + "|" + (page + 1))));
        }
        return blocks;
    }

    /** A further page of what was missed. */
    static SlackMessage moreMisses(AttemptResult result, Course course, Asked asked, int page) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("What you missed: " + course.title()));
        blocks.addAll(misses(result, course, asked, page));
        return SlackMessage.of(blocks);
    }

    /** All of it bold: Slack shows the asterisks where bold stands inside bold. */
    private static String bold(String mrkdwn) {
        return "*" + mrkdwn.replace("*", "").strip() + "*";
    }
}
