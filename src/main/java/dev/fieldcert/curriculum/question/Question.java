package dev.fieldcert.curriculum.question;

import java.util.Optional;

/**
 * A knowledge-check item. Each kind presents itself for a seed, grades an answer, and explains the grade; Slack
 * renders it with an implementation of {@link Cases}.
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

    /** Begins a text that an author still has to write. A program that contains one is not taught. */
    String TO_DO = "TO DO:";

    /** Unique within its course. */
    String id();

    /** The text in the file; {@link #prompt} is what a learner reads. */
    String ask();

    /** Why the right answer is right, as CommonMark. */
    String explanation();

    /** What is asked, as CommonMark, with this seed's variables. */
    String prompt(long seed);

    /** A picture or table that belongs to the question, with its text alternative, as written in its file. */
    Optional<Stimulus> stimulus();

    /** The picture or table with this seed's variables, as a learner sees it. */
    default Optional<Stimulus> stimulus(long seed) {
        return stimulus();
    }

    /**
     * Why an answer cannot be graded ("Choose a category for each action."); empty if it can. The learner sees this
     * text and can answer again.
     *
     * @throws IllegalArgumentException if the answer is of another kind, or names ids that the question does not have;
     *     the bot's screens cannot produce such an answer
     */
    Optional<String> problemWith(Answer answer, long seed);

    /**
     * Grades an answer that {@link #problemWith} accepted.
     *
     * @throws IllegalArgumentException for the same reasons as {@link #problemWith}
     */
    GradingResult grade(Answer answer, long seed);

    <R> R match(Cases<R> cases);

    /** One method per kind, so that a new kind does not compile until every implementation handles it. */
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
