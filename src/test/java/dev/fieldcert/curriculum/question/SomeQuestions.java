package dev.fieldcert.curriculum.question;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One question of each kind. */
public final class SomeQuestions {

    private SomeQuestions() {}

    public static SingleChoice singleChoice() {
        return new SingleChoice("single", "Which plan spans all accounts?", Optional.empty(), options(1), "It does.");
    }

    public static MultipleChoice multipleChoice() {
        return new MultipleChoice("multiple", "Which two?", Optional.empty(), options(2), "Those two.");
    }

    private static List<Option> options(int right) {
        return List.of(
                new Option("a", "First", true, "", false),
                new Option("b", "Second", right > 1, "Second is tempting.", false),
                new Option("c", "Third", false, "Third is tempting.", false),
                new Option("d", "Last", false, "Last is tempting.", true));
    }

    public static TrueFalse trueFalse() {
        return new TrueFalse("true-false", "It is.", Optional.empty(), false, "It looks so.", "It is not.");
    }

    public static Matching matching() {
        return new Matching(
                "matching",
                "Match.",
                Optional.empty(),
                List.of(
                        new Matching.Pair("Territory plan", "Where?", "It spans all accounts."),
                        new Matching.Pair("Account plan", "How to grow?", ""),
                        new Matching.Pair("Opportunity plan", "How to win?", "")),
                List.of("Who owns the lead?"),
                "They differ in what they look at.");
    }

    public static Sorting sorting() {
        return new Sorting(
                "sorting",
                "Which is it?",
                Optional.empty(),
                List.of("Pipeline", "Forecast"),
                List.of(
                        new Sorting.Entry("Move a deal back", "Pipeline", "A stage is the deal's state."),
                        new Sorting.Entry("Call the 50/50", "Forecast", ""),
                        new Sorting.Entry("Clean close dates", "Pipeline", "")),
                "One changes deals, the other says what they bring.");
    }

    public static Ordering ordering() {
        return new Ordering(
                "ordering", "Put in order.", Optional.empty(), List.of("Observe", "Orient", "Decide", "Act"), "OODA.");
    }

    public static Numeric numeric() {
        return new Numeric(
                "numeric",
                "Quota {quota}, closed {closed}, commit {commit}. What is your gap?",
                Optional.of(new Stimulus.Table(
                        List.of(List.of("Line", "Amount"), List.of("Quota", "{quota}")), "Quota {quota}")),
                List.of(
                        variable("quota", 300_000, 900_000),
                        variable("closed", 50_000, 400_000),
                        variable("commit", 20_000, 300_000)),
                List.of(new Formula("closed + commit < quota")),
                new Formula("quota - closed - commit"),
                Measure.MONEY,
                BigDecimal.valueOf(1000),
                new Numeric.Tolerance(new BigDecimal("0.005"), true),
                List.of(
                        new Numeric.Mistake(new Formula("quota - closed"), "You left the commit of {commit} out."),
                        new Numeric.Mistake(
                                new Formula("quota - closed - 2 * commit"), "You subtracted commit twice.")),
                "{quota} − {closed} − {commit} = {answer}",
                "The gap is neither closed nor committed.");
    }

    private static Variable variable(String name, long from, long to) {
        return new Variable(
                name, BigDecimal.valueOf(from), BigDecimal.valueOf(to), BigDecimal.valueOf(10_000), Measure.MONEY);
    }

    public static Written written() {
        return new Written(
                "written",
                "What does the loop bring a seller?",
                Optional.empty(),
                List.of("It begins with the customer", "It runs again"),
                "You act on what you see at the customer, and look again.",
                "A plan that never looks again grows old.");
    }

    public static ShortAnswer shortAnswer() {
        return new ShortAnswer(
                "short",
                "What does the A stand for?",
                Optional.empty(),
                List.of("Act", "Action", "Don't wait"),
                1,
                List.of(new ShortAnswer.Mistake("Adapt", "That is the next round.")),
                "It closes with acting.");
    }

    public static Scenario scenario() {
        return new Scenario(
                "scenario",
                "Find a way in.",
                Optional.empty(),
                "call",
                List.of(
                        new Scenario.Scene(
                                "call",
                                "Builds take two hours.",
                                List.of(
                                        new Scenario.Choice("a", "Ask what it costs", 2, "cost", "She knows."),
                                        new Scenario.Choice("b", "Offer a demo", 0, "lost", "She is busy."))),
                        new Scenario.Scene(
                                "cost",
                                "A day a week.",
                                List.of(
                                        new Scenario.Choice("a", "Ask who feels it", 2, "end", "Quality."),
                                        new Scenario.Choice("b", "Send a price list", 0, "end", "Filed."))),
                        new Scenario.Scene(
                                "lost",
                                "Ten minutes left.",
                                List.of(new Scenario.Choice("a", "Come back to builds", 1, "end", "She tells.")))),
                "A named problem is the shortest way in.");
    }

    public static List<Question> ofEachKind() {
        return List.of(
                singleChoice(),
                multipleChoice(),
                trueFalse(),
                matching(),
                sorting(),
                ordering(),
                numeric(),
                shortAnswer(),
                written(),
                scenario());
    }

    /** Every kind, so that a new one cannot be forgotten here. */
    static Set<Class<?>> kinds() {
        return Set.of(Question.class.getPermittedSubclasses());
    }
}
