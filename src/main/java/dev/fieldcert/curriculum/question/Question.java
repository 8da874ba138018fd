package dev.fieldcert.curriculum.question;

import java.util.Optional;

/**
 * A knowledge-check item. Sealed: each kind reads itself from its file, presents itself for a seed, grades an answer
 * and explains the grade; its look in Slack is a {@link Cases} there.
 *
 * <p>Everything random about a question (option order, variables) is a function of the seed, so a stored seed is
 * enough to show and grade the same question again.
 */
public sealed interface Question
        permits SingleChoice,
                MultipleChoice,
                TrueFalse,
                Matching,
                Sorting,
                Ordering,
                Numeric,
                ShortAnswer,
                Written,
                Scenario {

    /** Begins a text that an author has still to write; a program with one in it is not taught. */
    String TO_DO = "TO DO:";

    /** Unique within its course. */
    String id();

    /** The text in the file; {@link #prompt} is what a learner reads. */
    String ask();

    /** Why the right answer is right, as CommonMark. */
    String explanation();

    /** What is asked, as CommonMark, with this seed's variables. */
    String prompt(long seed);

    /** A picture or table that belongs to the question, with its text alternative, as its file has it. */
    Optional<Stimulus> stimulus();

    /** The exhibit with this seed's variables, as a learner sees it. */
    default Optional<Stimulus> stimulus(long seed) {
        return stimulus();
    }

    /**
     * Why an answer cannot be graded ("Choose a category for each action."); empty when it can. The learner sees this
     * and keeps the question.
     *
     * @throws IllegalArgumentException when the answer is of another kind, or names ids the question does not have:
     *     no screen of ours can have produced it
     */
    Optional<String> problemWith(Answer answer, long seed);

    /**
     * Grades an answer that {@link #problemWith} accepted.
     *
     * @throws IllegalArgumentException as {@link #problemWith}
     */
    GradingResult grade(Answer answer, long seed);

    <R> R match(Cases<R> cases);

    /** One method per kind. A new kind breaks every implementation until it handles it. */
    interface Cases<R> {
        R singleChoice(SingleChoice question);

        R multipleChoice(MultipleChoice question);

        R trueFalse(TrueFalse question);

        R matching(Matching question);

        R sorting(Sorting question);

        R ordering(Ordering question);

        R numeric(Numeric question);

        R shortAnswer(ShortAnswer question);

        R written(Written question);

        R scenario(Scenario question);
    }
}
