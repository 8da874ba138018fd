package dev.fieldcert.slack.quiz;

import static dev.fieldcert.slack.Blocks.actions;
import static dev.fieldcert.slack.Blocks.button;
import static dev.fieldcert.slack.Blocks.cut;
import static dev.fieldcert.slack.Blocks.divider;
import static dev.fieldcert.slack.Blocks.header;
import static dev.fieldcert.slack.Blocks.note;
import static dev.fieldcert.slack.Blocks.option;
import static dev.fieldcert.slack.Blocks.primary;
import static dev.fieldcert.slack.Blocks.text;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.RadioButtonsElement;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.question.Exhibit;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.Verdict;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.AttemptResult;
import dev.fieldcert.learner.Calibration;
import dev.fieldcert.learner.Confidence;
import dev.fieldcert.slack.Mrkdwn;
import dev.fieldcert.slack.SlackMessage;
import dev.fieldcert.slack.Table;
import dev.fieldcert.slack.When;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The screens of a run of questions. */
public final class QuizMessages {

    static final String SURE = "sure";
    private static final int MISSES_A_PAGE = 5;

    private QuizMessages() {}

    /** A question, with what it takes to answer it. */
    public static SlackMessage asked(
            Course course, Attempt attempt, int index, Question question, boolean askConfidence) {
        Attempt.Item item = attempt.items().get(index);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header(title(attempt.kind(), index + 1, attempt.items().size())));
        blocks.addAll(stem(question, item));
        if (askConfidence && attempt.kind().marksAtOnce()) {
            blocks.add(confidence(item.confidence()));
        }
        blocks.addAll(question.match(
                new QuestionBlocks(attempt.id(), index, item, attempt.kind().marksAtOnce())));
        blocks.add(note(context(course, attempt.kind(), item)));
        return said(blocks, question, item);
    }

    private static List<LayoutBlock> stem(Question question, Attempt.Item item) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(Mrkdwn.of(question.prompt(item.seed()))));
        question.exhibit(item.seed()).ifPresent(exhibit -> blocks.add(exhibit(exhibit)));
        return blocks;
    }

    /** A table in rows and columns is no use to a listener: the text has its author's words for it instead. */
    private static SlackMessage said(List<LayoutBlock> blocks, Question question, Attempt.Item item) {
        SlackMessage message = SlackMessage.of(blocks);
        return question.exhibit(item.seed())
                .filter(Exhibit.Table.class::isInstance)
                .map(Exhibit.Table.class::cast)
                .map(table -> message.text().replace(Table.aligned(table.rows()), Mrkdwn.escape(table.alternative())))
                .map(text -> new SlackMessage(text, blocks))
                .orElse(message);
    }

    private static LayoutBlock exhibit(Exhibit exhibit) {
        if (exhibit instanceof Exhibit.Picture picture) {
            return ImageBlock.builder()
                    .imageUrl(picture.url())
                    .altText(picture.alternative())
                    .build();
        }
        return text(Table.aligned(((Exhibit.Table) exhibit).rows()));
    }

    private static LayoutBlock confidence(Confidence said) {
        Map<Confidence, OptionObject> options = new EnumMap<>(Confidence.class);
        options.put(Confidence.GUESS, option("A guess", "GUESS"));
        options.put(Confidence.FAIRLY, option("Fairly sure", "FAIRLY"));
        options.put(Confidence.CERTAIN, option("Certain", "CERTAIN"));
        return ActionsBlock.builder()
                .blockId(SURE)
                .elements(List.of(RadioButtonsElement.builder()
                        .actionId("pick:" + SURE)
                        .options(List.copyOf(options.values()))
                        .initialOption(options.get(said))
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
            case REVIEW:
                run = "Back again";
                break;
            default:
                run = "Practice";
                break;
        }
        return run + ": question " + number + " of " + of;
    }

    private static String context(Course course, Attempt.Kind kind, Attempt.Item item) {
        String objective =
                course.objective(item.objective()).map(Objective::title).orElse(item.objective());
        String later = kind.marksAtOnce() ? "" : " · feedback at the end";
        return Mrkdwn.escape(course.title() + " · " + objective) + later;
    }

    /** The question after its answer: marked at once in practice, only noted in a check. */
    public static SlackMessage marked(
            Course course, Attempt.Kind kind, Attempt.Item item, Question question, int number, int of) {
        Verdict verdict = question.mark(item.given().orElseThrow(), item.seed());
        List<LayoutBlock> blocks = new ArrayList<>();
        if (!kind.marksAtOnce()) {
            blocks.add(header(title(kind, number, of) + " – answered"));
            blocks.addAll(stem(question, item));
            blocks.add(text(labelled("*Your answer:*", Mrkdwn.of(verdict.given()))));
            blocks.add(note(context(course, kind, item)));
            return said(blocks, question, item);
        }
        blocks.add(header(mark(verdict) + " " + title(kind, number, of)));
        blocks.addAll(stem(question, item));
        blocks.addAll(explained(verdict));
        blocks.add(note(context(course, kind, item)));
        return said(blocks, question, item);
    }

    private static String mark(Verdict verdict) {
        if (verdict.isRight()) {
            return "✅ Right –";
        }
        return verdict.score() > 0 ? "🟡 Partly right –" : "❌ Not quite –";
    }

    private static List<LayoutBlock> explained(Verdict verdict) {
        List<LayoutBlock> blocks = new ArrayList<>();
        if (verdict.isRight()) {
            blocks.add(text(labelled("*Your answer:*", Mrkdwn.of(verdict.given()))));
        } else {
            blocks.add(text(labelled("*Your answer:*", Mrkdwn.of(verdict.given())) + "\n"
                    + labelled("*Right answer:*", Mrkdwn.of(verdict.correct()))));
        }
        if (!verdict.remarks().isEmpty()) {
            blocks.add(text(remarks(verdict)));
        }
        blocks.add(text("*Why:* " + Mrkdwn.of(verdict.explanation())));
        return blocks;
    }

    /** A list begins on a line of its own. */
    private static String labelled(String label, String mrkdwn) {
        return label + (mrkdwn.contains("\n") ? "\n" : " ") + mrkdwn;
    }

    /** All of it bold: Slack shows the asterisks where bold stands inside bold. */
    private static String bold(String mrkdwn) {
        return "*" + mrkdwn.replace("*", "").strip() + "*";
    }

    private static String remarks(Verdict verdict) {
        if (verdict.remarks().size() == 1) {
            return Mrkdwn.of(verdict.remarks().get(0));
        }
        return String.join(
                "\n",
                verdict.remarks().stream()
                        .map(remark -> "• " + Mrkdwn.of(remark))
                        .toList());
    }

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
                        text("Good – looking again after a few days is what makes it stay."),
                        next(course));
            default:
                return certified(result, course, asked, when);
        }
    }

    private static SlackMessage practised(AttemptResult result, Course course) {
        String objective =
                course.objective(result.objective()).map(Objective::title).orElse("This lesson");
        String word = result.score() >= 0.999
                ? "All right. This one is yours."
                : "Done. What you missed comes back in a few days, when it helps most.";
        return SlackMessage.of(
                header("✔ " + cut(objective, 140)),
                text(word + "\n" + percent(result.score()) + " in this practice – it does not count for the badge."),
                next(course));
    }

    private static LayoutBlock next(Course course) {
        return actions(primary("What's next", "next", course.id()), button("Where do I stand", "status", course.id()));
    }

    private static SlackMessage certified(AttemptResult result, Course course, Asked asked, When when) {
        boolean testOut = result.kind() == Attempt.Kind.TEST_OUT;
        List<LayoutBlock> blocks = new ArrayList<>();
        String name = testOut ? "Test-out" : "Check";
        blocks.add(
                header((result.passed() ? "🎉 " + name + " passed: " : name + " not passed yet: ") + course.title()));
        blocks.add(text("*" + percent(result.score()) + "* of the points; "
                + percent(course.check().passMark()) + " are needed"
                + (testOut ? " in each objective." : ".")));
        blocks.add(text(objectives(result, course)));
        if (!result.passed()) {
            blocks.add(text(testOut ? afterTestOut(result, course) : afterFailure(result, when)));
        }
        if (!result.calibration().isEmpty() && result.passed()) {
            blocks.add(text(calibration(result.calibration())));
        }
        blocks.addAll(misses(result, asked, 0));
        blocks.add(next(course));
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
                                + " – " + percent(score.score()))
                        .toList());
    }

    private static String afterFailure(AttemptResult result, When when) {
        String repeat = result.toRepeat().isEmpty()
                ? "Every objective is close; go through your notes once more."
                : "The objectives marked 🔁 are open again: read their lessons and practise, then take the check.";
        if (result.attemptsLeft() == 0) {
            return repeat
                    + "\nThat was your last attempt. Ask your programme admin for another one – they can give it.";
        }
        String left = result.attemptsLeft() == 1 ? "one attempt" : result.attemptsLeft() + " attempts";
        return repeat + "\nYou have " + left + " left. The next one opens " + when.moment(result.opensAt()) + ".";
    }

    private static String afterTestOut(AttemptResult result, Course course) {
        long passed = result.objectives().stream()
                .filter(AttemptResult.ObjectiveScore::passed)
                .count();
        return passed == 0
                ? "No harm done: the lessons are short, and this did not use up an attempt at the check."
                : "What you knew is marked *tested out* and leaves your plan. The rest stays – this did not use up an attempt at the check.";
    }

    static String calibration(Calibration calibration) {
        return "*How well you judged yourself:* certain and right " + calibration.certainRight() + " of "
                + calibration.certain() + " · fairly sure and right " + calibration.fairlyRight() + " of "
                + calibration.fairly() + " · guessed and right " + calibration.guessesRight() + " of "
                + calibration.guesses() + ".";
    }

    private static List<Attempt.Item> missed(AttemptResult result) {
        return result.items().stream().filter(item -> item.score() < 1).toList();
    }

    /** What was missed and why, a page at a time: a whole check would not fit a message. */
    private static List<LayoutBlock> misses(AttemptResult result, Asked asked, int page) {
        List<Attempt.Item> missed = missed(result);
        List<LayoutBlock> blocks = new ArrayList<>();
        int from = page * MISSES_A_PAGE;
        int to = Math.min(missed.size(), from + MISSES_A_PAGE);
        for (Attempt.Item item : missed.subList(Math.min(from, to), to)) {
            asked.question(item.question()).ifPresent(question -> {
                Verdict verdict = question.mark(item.given().orElseThrow(), item.seed());
                blocks.add(divider());
                String asks = Mrkdwn.of(question.prompt(item.seed())).replace('\n', ' ');
                blocks.add(text(bold(cut(asks, 300)) + "\n"
                        + labelled("You:", cut(Mrkdwn.of(verdict.given()), 300)) + "\n"
                        + labelled("Right:", cut(Mrkdwn.of(verdict.correct()), 500)) + "\n"
                        + (verdict.remarks().isEmpty() ? "" : cut(remarks(verdict), 500) + "\n")
                        + cut(Mrkdwn.of(verdict.explanation()), 500)));
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
        blocks.addAll(misses(result, asked, page));
        return SlackMessage.of(blocks);
    }

    static SlackMessage stale() {
        return SlackMessage.of(
                text("You have already answered this one – your first answer counts."),
                actions(primary("What's next", "next", "")));
    }

    static SlackMessage unclear(String problem) {
        return SlackMessage.note("*Not sent yet.* " + Mrkdwn.escape(problem));
    }

    static SlackMessage gone() {
        return SlackMessage.of(
                text(
                        "This question is no longer part of the programme. Nothing is lost: what you have finished stays finished."),
                actions(primary("What's next", "next", "")));
    }

    /** Why a run could not start. */
    static SlackMessage notStarted(String why, Course course) {
        return SlackMessage.of(text(why), next(course));
    }

    static SlackMessage notThere() {
        return SlackMessage.note(
                "That course is not part of your programme any more. Type `/cert status` to see what is.");
    }

    public static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    static SlackMessage confidenceSet(boolean on) {
        return SlackMessage.note(
                on
                        ? "From now on practice questions ask *how sure you are*. Confident mistakes come back first; your marks never change."
                        : "Practice questions no longer ask how sure you are.");
    }
}
