package dev.fieldcert.learner;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Practical;
import dev.fieldcert.curriculum.Programmes;
import dev.fieldcert.learner.ObjectiveProgress.PracticalState;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** A person's mark on a practical: approved, or returned with what to improve. */
@Service
public class ReviewPractical {

    private final Learners learners;
    private final Programmes programmes;
    private final EarnBadges earnBadges;
    private final Clock clock;

    ReviewPractical(Learners learners, Programmes programmes, EarnBadges earnBadges, Clock clock) {
        this.learners = learners;
        this.programmes = programmes;
        this.earnBadges = earnBadges;
        this.clock = clock;
    }

    public sealed interface Outcome {

        record Approved(int points) implements Outcome {}

        record Returned(int points) implements Outcome {}

        /** Somebody else has marked it, or a newer version was handed in. */
        record MovedOn() implements Outcome {}

        /** Nobody signs off themself. */
        record OwnWork() implements Outcome {}

        /** The points do not reach the rubric's pass mark. */
        record BelowPassMark(int points, int needed) implements Outcome {}

        record NotThere() implements Outcome {}
    }

    /**
     * Whether {@code by} may review is for the caller to know; that it is not the learner is seen to here.
     *
     * @param marks 1 to 4 for every criterion of the rubric
     * @param approve whether to approve; only from the pass mark on
     */
    public Optional<Learners.Changed<Outcome>> review(
            String by, String handInId, Map<String, Integer> marks, Map<String, String> comments, boolean approve) {
        return learners.handIn(handInId)
                .map(work -> learners.change(
                        work.learner(), learner -> review(learner, work, by, marks, comments, approve)));
    }

    private Outcome review(
            Learner learner,
            Fact.HandedIn work,
            String by,
            Map<String, Integer> marks,
            Map<String, String> comments,
            boolean approve) {
        if (by.equals(learner.id())) {
            return new Outcome.OwnWork();
        }
        Optional<CourseProgress> progress = learner.course(work.course());
        Optional<Course> course = programmes.version(work.version()).flatMap(version -> version.course(work.course()));
        Optional<Practical> practical =
                course.flatMap(known -> known.objective(work.objective())).flatMap(objective -> objective.practical());
        if (progress.isEmpty() || practical.isEmpty()) {
            return new Outcome.NotThere();
        }
        ObjectiveProgress before = progress.get().objective(work.objective());
        if (before.practical() != PracticalState.WAITING_FOR_REVIEW
                || !work.id().equals(before.handIn())) {
            return new Outcome.MovedOn();
        }
        int points = points(practical.get(), marks);
        if (approve && points < practical.get().passMark()) {
            return new Outcome.BelowPassMark(points, practical.get().passMark());
        }
        Instant now = clock.instant();
        learner.note(new Fact.Reviewed(
                work.id(), learner.id(), work.course(), work.objective(), by, marks, comments, approve, now));
        Audits.note(learner, by, (approve ? "approved " : "returned ") + work.objective(), points + " points", now);
        progress.get()
                .set(
                        work.objective(),
                        before.practical(approve ? PracticalState.APPROVED : PracticalState.RETURNED, work.id()));
        learner.owe(new Saying.Reviewed(work.course(), work.objective(), work.id()), now);
        learner.lookAgain(now);
        earnBadges.settle(learner, progress.get(), course.get(), now);
        return approve ? new Outcome.Approved(points) : new Outcome.Returned(points);
    }

    private static int points(Practical practical, Map<String, Integer> marks) {
        return practical.criteria().stream()
                .mapToInt(criterion -> {
                    Integer mark = marks.get(criterion.id());
                    if (mark == null || mark < 1 || mark > 4) {
                        throw new IllegalArgumentException("Criterion " + criterion.id() + " needs 1 to 4 points");
                    }
                    return mark;
                })
                .sum();
    }
}
