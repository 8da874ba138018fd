package dev.fieldcert.learner.assessment;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.MasteryRule;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.AttemptResult;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.ObjectiveProgress;
import dev.fieldcert.learner.certification.EarnBadges;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Applies the result of a finished run: an objective learned or tested out of, a check passed or failed. */
@Service
class FinishAttempt {

    private final EarnBadges earnBadges;
    private final Clock clock;

    FinishAttempt(EarnBadges earnBadges, Clock clock) {
        this.earnBadges = earnBadges;
        this.clock = clock;
    }

    void finish(Learner learner, CourseProgress progress, Course course) {
        Instant now = clock.instant();
        Attempt attempt = progress.attempt().orElseThrow();
        progress.endAttempt();
        List<AttemptResult.ObjectiveScore> scores = course.objectives().stream()
                .filter(objective -> attempt.items().stream()
                        .anyMatch(item -> item.objective().equals(objective.id())))
                .map(objective -> score(attempt, objective, course))
                .toList();
        if (attempt.kind() == Attempt.Kind.PRACTICE
                && !progress.objective(attempt.objective()).state().isThrough()) {
            learner.record(LearnerEvent.Milestone.of(
                    LearnerEvent.Milestone.What.LESSON_DONE,
                    learner.id(),
                    course.id(),
                    attempt.objective(),
                    learner.id(),
                    attempt.version(),
                    now));
        }
        boolean passed = settle(progress, course, attempt, scores, now);
        AttemptResult result = new AttemptResult(
                attempt.id(),
                attempt.kind(),
                course.id(),
                attempt.objective(),
                attempt.version(),
                attempt.score(),
                passed,
                scores,
                attempt.kind().marksAtOnce() ? List.of() : attempt.items(),
                attempt.kind() == Attempt.Kind.CHECK && !passed
                        ? progress.checkOpensAt().orElse(null)
                        : null,
                progress.attemptsLeft(course),
                progress.calibration(),
                attempt.keptUp());
        learner.enqueue(new Notification.Ended(result), now);
        if (!attempt.kind().marksAtOnce()) {
            learner.record(new LearnerEvent.AttemptTaken(
                    learner.id() + ":" + attempt.id(), learner.id(), result, attempt.startedAt(), now));
        }
        earnBadges.settle(learner, progress, course, Learner::enqueue, now);
    }

    private static AttemptResult.ObjectiveScore score(Attempt attempt, Objective objective, Course course) {
        return new AttemptResult.ObjectiveScore(
                objective.id(),
                attempt.score(objective.id()),
                attempt.verdict(course, objective) == MasteryRule.Verdict.SHOWN);
    }

    private boolean settle(
            CourseProgress progress,
            Course course,
            Attempt attempt,
            List<AttemptResult.ObjectiveScore> scores,
            Instant now) {
        switch (attempt.kind()) {
            case PRACTICE:
                progress.learn(attempt.objective());
                return true;
            case REVIEW:
                return true;
            default:
                return certified(progress, course, attempt, scores, now);
        }
    }

    /**
     * Applies the result of a check or test-out. An objective that was shown stays shown, and the check is passed once
     * every objective is.
     *
     * @return whether the attempt showed all of its objectives
     */
    private static boolean certified(
            CourseProgress progress,
            Course course,
            Attempt attempt,
            List<AttemptResult.ObjectiveScore> scores,
            Instant now) {
        boolean testOut = attempt.kind() == Attempt.Kind.TEST_OUT;
        scores.stream()
                .filter(AttemptResult.ObjectiveScore::passed)
                .map(AttemptResult.ObjectiveScore::objective)
                .forEach(id -> progress.show(
                        id,
                        new ObjectiveProgress.Shown(
                                testOut,
                                attempt.right(id),
                                attempt.asked(id),
                                attempt.isShownAtOnce(id) ? true : null)));
        if (!testOut) {
            progress.countCheck();
        }
        List<Objective> open = progress.toShow(course);
        if (open.isEmpty()) {
            progress.passCheck(course, attempt.version(), now);
        } else if (!testOut) {
            progress.failCheck(
                    open.stream().map(Objective::id).toList(),
                    now.plus(course.check().coolDown()));
        }
        return scores.stream().allMatch(AttemptResult.ObjectiveScore::passed);
    }
}
