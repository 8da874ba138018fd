package dev.fieldcert.curriculum.question;

import java.util.Optional;

/**
 * A knowledge-check item. Sealed: each kind reads itself from its file, poses itself by a seed, marks an answer and
 * explains the mark; how it looks in Slack is a {@link Cases} there.
 *
 * <p>Everything random about a question (the order of its options, its variables) is a function of the seed, so a stored
 * seed is enough to show and mark the same question again.
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

    /** What is asked as its file has it; {@link #prompt} is what a learner reads. */
    String ask();

    /** Why the right answer is right, as CommonMark. */
    String explanation();

    /** What is asked, as CommonMark, with this seed's variables in it. */
    String prompt(long seed);

    /** A picture or table that belongs to the question, with its text alternative, as its file has it. */
    Optional<Stimulus> stimulus();

    /** The exhibit with this seed's variables in it: what a learner sees. */
    default Optional<Stimulus> stimulus(long seed) {
        return stimulus();
    }

    /**
     * Why an answer cannot be marked as it stands ("Choose a category for each action."); empty when it can. A person
     * is told this and keeps the question.
     *
     * @throws IllegalArgumentException when the answer is of another kind, or names ids the question does not have:
     *     no screen of ours can have produced it
     */
    Optional<String> problemWith(Answer answer, long seed);

    /**
     * Marks an answer {@link #problemWith} had nothing against.
     *
     * @throws IllegalArgumentException as {@link #problemWith}
     */
    GradingResult grade(Answer answer, long seed);

    <R> R match(Cases<R> cases);

    /** One method a kind. Adding a kind breaks every implementation until it is handled. */
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
