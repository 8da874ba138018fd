package dev.fieldcert.slack.quiz;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.cut;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
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

/** The result of an attempt, and the questions that were missed in it. */
public final class ResultMessages {

    private ResultMessages() {}

    /** Finds a question by id, in the version that was asked. */
    @FunctionalInterface
    public interface Asked {
        Optional<Question> question(String id);
    }

    /** Reports the result of an attempt. */
    public static SlackMessage ended(AttemptResult result, Course course, When when) {
        switch (result.kind()) {
            case PRACTICE:
                return practised(result, course);
            case REVIEW:
                return SlackMessage.of(
                        header("Review done"),
                        text("Nice work. Coming back to it after a few days is what makes it stick."),
                        QuizMessages.next(course));
            default:
                return certified(result, course, when);
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

    /** Shows only the result, each objective, and the next step. The missed questions are one click away. */
    private static SlackMessage certified(AttemptResult result, Course course, When when) {
        boolean testOut = result.kind() == Attempt.Kind.TEST_OUT;
        List<LayoutBlock> blocks = new ArrayList<>();
        String name = testOut ? "Test-out" : "Check";
        blocks.add(
                header((result.passed() ? "🎉 " + name + " passed: " : name + " not passed yet: ") + course.title()));
        blocks.add(text(objectives(result, course)));
        if (!result.passed()) {
            blocks.add(text(testOut ? afterTestOut(result) : afterFailure(result, when)));
            blocks.add(note("To pass an objective, get *"
                    + course.check().rule().written() + "* questions right. Partly right answers don’t count."));
        }
        if (!result.calibration().isEmpty() && result.passed()) {
            blocks.add(text(calibration(result.calibration())));
        }
        blocks.add(buttons(result, course));
        return SlackMessage.of(blocks);
    }

    private static LayoutBlock buttons(AttemptResult result, Course course) {
        List<BlockElement> buttons = new ArrayList<>();
        buttons.add(primary("What’s next?", "next", course.id()));
        int missed = misses(result).size();
        if (missed > 0) {
            buttons.add(button("What I missed (" + missed + ")", "misses", result.attempt() + "|0"));
        }
        buttons.add(button("My progress", "status", course.id()));
        return actions(buttons);
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

    /** How many answers were right, and the percentage of points if some were partly right. */
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

    private static String afterTestOut(AttemptResult result) {
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

    private static List<Attempt.Item> misses(AttemptResult result) {
        return result.items().stream().filter(item -> !item.isRight()).toList();
    }

    /** Whether the learner may be asked the item in another attempt; its answer is then not revealed. */
    private static boolean comesBack(AttemptResult result, Attempt.Item item) {
        return result.attemptsLeft() > 0 && result.toRepeat().contains(item.objective());
    }

    /** One missed question in full, with buttons to the others. */
    static SlackMessage missed(AttemptResult result, Course course, Asked asked, int page) {
        List<Attempt.Item> misses = misses(result);
        if (page >= misses.size()) {
            return SlackMessage.of(text("You didn’t miss anything here."), QuizMessages.next(course));
        }
        Attempt.Item item = misses.get(page);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Missed question " + (page + 1) + " of " + misses.size()));
        Optional<Question> question = asked.question(item.question());
        if (question.isPresent()) {
            blocks.addAll(QuizMessages.stem(question.get(), item));
            blocks.addAll(miss(result, item, question.get()));
        } else {
            blocks.add(text("This question is no longer part of the program."));
        }
        blocks.add(note(Mrkdwn.escape(course.title()) + " · " + objective(course, item)));
        List<BlockElement> ways = ways(result, course, item, page, misses.size());
        question.ifPresent(known -> ways.addAll(
                ReportMessages.buttons(result.attempt(), result.items().indexOf(item), known, item.isRight())));
        blocks.add(actions(ways));
        return SlackMessage.of(blocks);
    }

    private static List<LayoutBlock> miss(AttemptResult result, Attempt.Item item, Question question) {
        GradingResult grading = question.grade(item.given().orElseThrow(), item.seed());
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header(QuizMessages.mark(grading)));
        if (!comesBack(result, item)) {
            blocks.addAll(QuizMessages.explained(grading));
            return blocks;
        }
        blocks.add(text(QuizMessages.labelled("*Your answer:*", Mrkdwn.line(grading.given()))));
        String points =
                grading.score() > 0 ? "That earned " + QuizMessages.percent(grading.score()) + " of the points. " : "";
        blocks.add(text(
                points + "The lesson explains it. I keep the right answer to myself: this question may come again."));
        return blocks;
    }

    private static List<BlockElement> ways(
            AttemptResult result, Course course, Attempt.Item item, int page, int pages) {
        List<BlockElement> ways = new ArrayList<>();
        if (page + 1 < pages) {
            ways.add(primary("Next one", "misses", result.attempt() + "|" + (page + 1)));
        } else {
            ways.add(primary("What’s next?", "next", course.id()));
        }
        if (page > 0) {
            ways.add(button("Back", "misses:back", result.attempt() + "|" + (page - 1)));
        }
        if (course.objective(item.objective()).isPresent()) {
            ways.add(button("Read the lesson", "reread", course.id() + "|" + item.objective() + "|0"));
        }
        return ways;
    }

    private static String objective(Course course, Attempt.Item item) {
        return Mrkdwn.escape(
                course.objective(item.objective()).map(Objective::title).orElse(item.objective()));
    }
}
