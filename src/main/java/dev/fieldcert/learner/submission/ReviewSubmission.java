package dev.fieldcert.learner.submission;

import dev.fieldcert.curriculum.Assignment;
import dev.fieldcert.curriculum.Assignment.Criterion;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.ObjectiveProgress;
import dev.fieldcert.learner.ObjectiveProgress.AssignmentState;
import dev.fieldcert.learner.StoredResult;
import dev.fieldcert.learner.certification.EarnBadges;
import dev.fieldcert.learner.record.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/**
 * Reviews an assignment: approves it, or returns it with what to improve. Uses the rubric of the program version under
 * which it was submitted.
 */
@Service
public class ReviewSubmission {

    /**
     * A criterion with fewer points than this needs a comment that says what would earn more. A criterion whose own
     * minimum is higher needs one below that minimum.
     */
    private static final int COMMENT_BELOW = 3;

    /** The maximum length of a comment, in characters. */
    public static final int LONGEST_COMMENT = 400;

    private final LearnerRepository learners;
    private final Programs programs;
    private final EarnBadges earnBadges;
    private final AuditTrail audit;
    private final Clock clock;

    ReviewSubmission(
            LearnerRepository learners, Programs programs, EarnBadges earnBadges, AuditTrail audit, Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.earnBadges = earnBadges;
        this.audit = audit;
        this.clock = clock;
    }

    public sealed interface Outcome {

        @Document
        @TypeAlias("result:submission-approved")
        record Approved(int points) implements Outcome, StoredResult {}

        @Document
        @TypeAlias("result:submission-returned")
        record Returned(int points) implements Outcome, StoredResult {}

        /** Somebody else reviewed it first. */
        record AlreadyReviewed(String by, boolean approved) implements Outcome {}

        /** @param submission id of the version that is now waiting for review */
        record NewerVersion(String submission, int number) implements Outcome {}

        /** Nobody may review their own work. The attempt was audited. */
        record OwnWork() implements Outcome {}

        /** The person is neither the manager, nor the manager's delegate, nor an admin. The attempt was audited. */
        record NotTheirs() implements Outcome {}

        /** @param criteria ids of the criteria that have not been given 1 to 4 points */
        record MarksMissing(List<String> criteria) implements Outcome {}

        /** @param criteria ids of the criteria with too few points ({@link #commentBelow}) and no comment */
        record CommentsMissing(List<String> criteria) implements Outcome {}

        /**
         * Some criteria have too few points for approval, regardless of the sum.
         *
         * @param needed minimum points by criterion id, for these criteria
         */
        record CriteriaBelow(Map<String, Integer> needed) implements Outcome {}

        /** The points are below the rubric's pass score. */
        record BelowPassMark(int points, int needed) implements Outcome {}

        /** The learner has left the course, or was never enrolled. */
        record NotThere() implements Outcome {}
    }

    /** What a reviewer gets to see before deciding. */
    public sealed interface Look {

        record Ready(LearnerEvent.Submitted work, Course course, Objective objective) implements Look {}

        record Refused(Outcome why) implements Look {}
    }

    /**
     * Returns the work and its rubric if {@code by} may review it now. A refusal for lack of permission is audited.
     *
     * @param mayReview whether {@code by} may review this learner's work; this method itself refuses a review of one's
     *     own work
     */
    public Look look(String by, String submissionId, Predicate<Learner> mayReview) {
        Optional<LearnerEvent.Submitted> work = learners.submission(submissionId);
        Optional<Learner> learner = work.flatMap(found -> learners.find(found.learner()));
        if (learner.isEmpty()) {
            return new Look.Refused(new Outcome.NotThere());
        }
        Optional<Outcome> refusal =
                withoutRights(learner.get(), by, mayReview).or(() -> refusal(learner.get(), work.get()));
        if (refusal.isPresent()) {
            noteForged(refusal.get(), work.get(), by);
            return new Look.Refused(refusal.get());
        }
        Course course = course(work.get()).orElseThrow();
        return new Look.Ready(
                work.get(), course, course.objective(work.get().objective()).orElseThrow());
    }

    /**
     * Reviews the work. A refusal changes nothing except the audit log.
     *
     * @param mayReview whether {@code by} may review this learner's work; evaluated at the moment of the change
     * @param marks points by criterion id, 1 to 4 for every criterion of the rubric
     * @param comments by criterion id
     * @param approve true to approve, which requires the pass score and every criterion's minimum; false to return the
     *     work
     * @return empty if there is no such submission
     */
    public Optional<LearnerRepository.Changed<Outcome>> review(
            String by,
            String submissionId,
            Predicate<Learner> mayReview,
            Map<String, Integer> marks,
            Map<String, String> comments,
            boolean approve) {
        return learners.submission(submissionId).map(work -> {
            LearnerRepository.Changed<Outcome> reviewed = learners.once(
                    work.learner(),
                    Outcome.class,
                    learner -> withoutRights(learner, by, mayReview)
                            .or(() -> refusal(learner, work))
                            .orElseGet(() -> review(learner, work, by, marks, comments, approve)));
            noteForged(reviewed.result(), work, by);
            return reviewed;
        });
    }

    private static Optional<Outcome> withoutRights(Learner learner, String by, Predicate<Learner> mayReview) {
        if (by.equals(learner.id())) {
            return Optional.of(new Outcome.OwnWork());
        }
        return mayReview.test(learner) ? Optional.empty() : Optional.of(new Outcome.NotTheirs());
    }

    private void noteForged(Outcome outcome, LearnerEvent.Submitted work, String by) {
        boolean own = outcome instanceof Outcome.OwnWork;
        if (own || outcome instanceof Outcome.NotTheirs) {
            AuditedAction.Code refused =
                    own ? AuditedAction.Code.OWN_REVIEW_REFUSED : AuditedAction.Code.REVIEW_REFUSED;
            audit.note(work.learner(), by, AuditedAction.of(refused, work.objective()), "");
        }
    }

    private Optional<Course> course(LearnerEvent.Submitted work) {
        return programs.version(work.version()).flatMap(version -> version.course(work.course()));
    }

    private Optional<Assignment> assignment(LearnerEvent.Submitted work) {
        return course(work)
                .flatMap(course -> course.objective(work.objective()))
                .flatMap(Objective::assignment);
    }

    private Optional<Outcome> refusal(Learner learner, LearnerEvent.Submitted work) {
        Optional<LearnerEvent.Reviewed> review = reviewOf(learner, work.id());
        if (review.isPresent()) {
            return Optional.of(
                    new Outcome.AlreadyReviewed(review.get().by(), review.get().approved()));
        }
        Optional<CourseProgress> progress = learner.course(work.course());
        if (progress.isEmpty() || assignment(work).isEmpty()) {
            return Optional.of(new Outcome.NotThere());
        }
        ObjectiveProgress now = progress.get().objective(work.objective());
        if (now.assignment() != AssignmentState.WAITING_FOR_REVIEW) {
            return Optional.of(new Outcome.NotThere());
        }
        return work.id().equals(now.submission())
                ? Optional.empty()
                : Optional.of(new Outcome.NewerVersion(now.submission(), now.submissions()));
    }

    /** Returns the submission's review, even if it has not been copied to its collection yet. */
    private Optional<LearnerEvent.Reviewed> reviewOf(Learner learner, String submissionId) {
        return learner.events().stream()
                .filter(event ->
                        event instanceof LearnerEvent.Reviewed && event.id().equals(submissionId))
                .map(event -> (LearnerEvent.Reviewed) event)
                .findFirst()
                .or(() -> learners.review(submissionId));
    }

    private Outcome review(
            Learner learner,
            LearnerEvent.Submitted work,
            String by,
            Map<String, Integer> marks,
            Map<String, String> comments,
            boolean approve) {
        Course course = course(work).orElseThrow();
        Assignment assignment = assignment(work).orElseThrow();
        List<String> ungraded = ids(assignment, criterion -> !isMark(marks.get(criterion.id())));
        if (!ungraded.isEmpty()) {
            return new Outcome.MarksMissing(ungraded);
        }
        List<String> uncommented = ids(
                assignment,
                criterion -> marks.get(criterion.id()) < commentBelow(criterion)
                        && comments.getOrDefault(criterion.id(), "").isBlank());
        if (!uncommented.isEmpty()) {
            return new Outcome.CommentsMissing(uncommented);
        }
        Map<String, Integer> below = assignment.criteria().stream()
                .filter(criterion -> marks.get(criterion.id()) < criterion.atLeast())
                .collect(Collectors.toMap(Criterion::id, Criterion::atLeast));
        if (approve && !below.isEmpty()) {
            return new Outcome.CriteriaBelow(below);
        }
        int points = assignment.criteria().stream()
                .mapToInt(criterion -> marks.get(criterion.id()))
                .sum();
        if (approve && points < assignment.passScore()) {
            return new Outcome.BelowPassMark(points, assignment.passScore());
        }
        Instant now = clock.instant();
        CourseProgress progress = learner.course(work.course()).orElseThrow();
        learner.record(new LearnerEvent.Reviewed(
                work.id(), learner.id(), work.course(), work.objective(), by, marks, comments, approve, now));
        AuditedAction.Code decided = approve ? AuditedAction.Code.WORK_APPROVED : AuditedAction.Code.WORK_RETURNED;
        learner.audit(by, AuditedAction.of(decided, work.objective()).counting(points), "", now);
        progress.review(work.objective(), work.id(), approve);
        learner.enqueue(new Notification.Reviewed(work.course(), work.objective(), work.id()), now);
        learner.lookAgain(now);
        earnBadges.settle(
                learner, progress, programs.current().course(course.id()).orElse(course), Learner::enqueue, now);
        return approve ? new Outcome.Approved(points) : new Outcome.Returned(points);
    }

    /** A criterion with fewer points than this needs a comment. */
    public static int commentBelow(Criterion criterion) {
        return Math.max(COMMENT_BELOW, criterion.atLeast());
    }

    private static List<String> ids(Assignment assignment, Predicate<Criterion> which) {
        return assignment.criteria().stream().filter(which).map(Criterion::id).toList();
    }

    private static boolean isMark(Integer mark) {
        return mark != null && mark >= 1 && mark <= 4;
    }
}
