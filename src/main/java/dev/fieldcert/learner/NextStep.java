package dev.fieldcert.learner;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.learner.ObjectiveProgress.AssignmentState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A learner's next step in a course. */
public sealed interface NextStep {

    /** The running attempt has an unanswered question. */
    record AnswerNow(Attempt attempt) implements NextStep {}

    /** The learner has not done anything yet, in a course that offers its knowledge check first. */
    record TestOutOrLearn(List<Objective> open) implements NextStep {}

    record ReadLesson(Objective objective, int card) implements NextStep {}

    /** Missed questions that are due for review. */
    record Review(int questions) implements NextStep {}

    /**
     * @param toShow objectives that the check still has to ask about
     * @param keptUp objectives for which a renewal asks only one question
     */
    record TakeCheck(int attemptsLeft, List<Objective> toShow, List<String> keptUp) implements NextStep {}

    record WaitForCheck(Instant opensAt) implements NextStep {}

    record NoAttemptsLeft() implements NextStep {}

    record Submission(Objective objective, boolean returned) implements NextStep {}

    record WaitForReview(Objective objective) implements NextStep {}

    /** Whether the learner can take this step now, rather than wait for a time or a person. */
    default boolean isOpen() {
        return !(this instanceof WaitForCheck || this instanceof NoAttemptsLeft || this instanceof WaitForReview);
    }

    public static NextStep of(CourseProgress progress, Course course, Instant now) {
        if (progress.attempt().isPresent()) {
            return new AnswerNow(progress.attempt().get());
        }
        if (progress.checkPassedAt().isPresent()) {
            return afterCheck(progress, course);
        }
        if (course.testOutFirst() && progress.isFresh() && !progress.renewal() && canTestOutWhole(progress, course)) {
            return new TestOutOrLearn(progress.toShow(course));
        }
        if (!progress.isThrough(course)) {
            Objective objective = course.objectives().stream()
                    .filter(each -> !progress.objective(each.id()).state().isThrough())
                    .findFirst()
                    .orElseThrow();
            int last = Math.max(0, objective.lesson().cards().size() - 1);
            return new ReadLesson(
                    objective, Math.min(last, progress.objective(objective.id()).card()));
        }
        List<ReviewItem> due = progress.reviewItems(course).stream()
                .filter(reviewItem -> !reviewItem.due().isAfter(now))
                .toList();
        if (!due.isEmpty()) {
            return new Review(due.size());
        }
        if (progress.attemptsLeft(course) == 0) {
            return new NoAttemptsLeft();
        }
        Optional<Instant> opensAt = progress.checkOpensAt().filter(opens -> opens.isAfter(now));
        if (opensAt.isPresent()) {
            return new WaitForCheck(opensAt.get());
        }
        return new TakeCheck(progress.attemptsLeft(course), progress.toShow(course), progress.keptUp());
    }

    private static boolean canTestOutWhole(CourseProgress progress, Course course) {
        return course.objectives().stream()
                .filter(objective -> !progress.objective(objective.id()).state().isThrough())
                .allMatch(objective -> progress.testOutsLeft(course, objective) > 0);
    }

    private static NextStep afterCheck(CourseProgress progress, Course course) {
        List<Objective> open = progress.assignmentsOpen(course);
        for (Objective objective : open) {
            AssignmentState state = progress.objective(objective.id()).assignment();
            if (state != AssignmentState.WAITING_FOR_REVIEW) {
                return new Submission(objective, state == AssignmentState.RETURNED);
            }
        }
        return new WaitForReview(open.get(0));
    }
}
