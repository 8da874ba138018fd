package dev.fieldcert.learner.submission;

import static dev.fieldcert.learner.SmallCourse.COURSE;
import static dev.fieldcert.learner.SmallCourse.FIRST;
import static dev.fieldcert.learner.SmallCourse.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.verify;

import dev.fieldcert.conversation.SettableClock;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.InMemoryLearners;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.ObjectiveProgress.AssignmentState;
import dev.fieldcert.learner.RequestContext;
import dev.fieldcert.learner.SmallCourse;
import dev.fieldcert.learner.SomeLearners;
import dev.fieldcert.learner.certification.EarnBadges;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.learner.submission.ReviewSubmission.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handing in an assignment, and reviewing it. */
class SubmissionTest {

    private static final String ADA = "U0ADA";
    private static final String GRACE = "U0GRACE";
    private static final String FIRST_WORK = ADA + ":V1";
    private static final String SECOND_WORK = ADA + ":V2";

    private final SettableClock clock = new SettableClock("2026-11-02T09:00:00Z");
    private final InMemoryLearners learners = new InMemoryLearners(clock);
    private final Programs programs = SmallCourse.taught();
    private final AuditTrail audit = mock(AuditTrail.class);
    private final SubmitAssignment submit = new SubmitAssignment(learners, programs, clock);
    private final ReviewSubmission review =
            new ReviewSubmission(learners, programs, new EarnBadges(programs), audit, clock);
    private final AskAnotherReviewer ask = new AskAnotherReviewer(learners, clock);
    private final Learner ada = learners.know(new Learner(ADA));

    @BeforeEach
    void enrolled() {
        ada.enrollInCourse(COURSE, ADA, null, clock.instant());
        ada.assignManager(GRACE);
    }

    private CourseProgress progress() {
        return ada.course(COURSE).orElseThrow();
    }

    private SubmitAssignment.Outcome submits(String form) {
        var outcome = submit.submit(ADA, COURSE, SECOND, form, "my plan", "https://example.com", List.of("F1"))
                .result();
        learners.recordEvents();
        return outcome;
    }

    private static Map<String, Integer> marks(int aim, int proof, int style) {
        return Map.of("aim", aim, "proof", proof, "style", style);
    }

    private Outcome reviews(String work, Map<String, Integer> marks, Map<String, String> comments, boolean approve) {
        return review.review(GRACE, work, who -> true, marks, comments, approve)
                .orElseThrow()
                .result();
    }

    @Test
    void workIsKeptAndWaitsForItsReviewer() {
        assertThat(submits("V1")).isEqualTo(new SubmitAssignment.Outcome.Submitted(1));

        assertThat(progress().objective(SECOND).assignment()).isEqualTo(AssignmentState.WAITING_FOR_REVIEW);
        assertThat(progress().touchedAt()).isEqualTo(clock.instant());
        assertThat(ada.contact().lastAction()).isEqualTo(clock.instant());
        assertThat(learners.events(LearnerEvent.Submitted.class))
                .containsExactly(new LearnerEvent.Submitted(
                        FIRST_WORK,
                        ADA,
                        COURSE,
                        SECOND,
                        "v1",
                        1,
                        "my plan",
                        "https://example.com",
                        List.of("F1"),
                        clock.instant()));
        assertThat(learners.told(ADA))
                .containsExactly(
                        new Notification.Submitted(COURSE, SECOND, FIRST_WORK, 1),
                        new Notification.ReviewAsked(GRACE, COURSE, SECOND, FIRST_WORK, false));
    }

    @Test
    void theSameFormIsOneVersionAndAnotherIsTheNext() {
        submits("V1");
        assertThat(submits("V1")).isEqualTo(new SubmitAssignment.Outcome.Again());
        assertThat(submits("V2")).isEqualTo(new SubmitAssignment.Outcome.Submitted(2));
        assertThat(learners.told(ADA)).contains(new Notification.ReviewAsked(GRACE, COURSE, SECOND, SECOND_WORK, true));
        assertThat(reviews(FIRST_WORK, marks(4, 4, 4), Map.of(), true))
                .isEqualTo(new Outcome.NewerVersion(SECOND_WORK, 2));
    }

    @Test
    void whatHasNoAssignmentTakesNoWork() {
        var notThere = new SubmitAssignment.Outcome.NotThere();
        assertThat(submit.submit(ADA, COURSE, FIRST, "V1", "x", "", List.of()).result())
                .isEqualTo(notThere);
        assertThat(submit.submit(ADA, "gone", SECOND, "V1", "x", "", List.of()).result())
                .isEqualTo(notThere);
        assertThat(submit.submit("U0EVE", COURSE, SECOND, "V1", "x", "", List.of())
                        .result())
                .isEqualTo(notThere);
    }

    @Test
    void anApprovalNeedsThePointsOfTheRubricAndOfEachCriterion() {
        submits("V1");
        assertThat(reviews(FIRST_WORK, Map.of("aim", 4, "proof", 5), Map.of(), true))
                .isEqualTo(new Outcome.MarksMissing(List.of("proof", "style")));
        assertThat(reviews(FIRST_WORK, marks(0, 3, 3), Map.of(), true))
                .isEqualTo(new Outcome.MarksMissing(List.of("aim")));
        assertThat(reviews(FIRST_WORK, marks(2, 3, 3), Map.of("aim", " "), true))
                .isEqualTo(new Outcome.CommentsMissing(List.of("aim")));
        assertThat(reviews(FIRST_WORK, marks(4, 2, 4), Map.of("proof", "more"), true))
                .isEqualTo(new Outcome.CriteriaBelow(Map.of("proof", 3)));
        assertThat(reviews(FIRST_WORK, marks(2, 3, 2), Map.of("aim", "more", "style", "more"), true))
                .isEqualTo(new Outcome.BelowPassMark(7, 8));
        assertThat(progress().objective(SECOND).assignment()).isEqualTo(AssignmentState.WAITING_FOR_REVIEW);

        assertThat(reviews(FIRST_WORK, marks(2, 3, 3), Map.of("aim", "more"), true))
                .isEqualTo(new Outcome.Approved(8));

        assertThat(progress().objective(SECOND).assignment()).isEqualTo(AssignmentState.APPROVED);
        assertThat(learners.events(LearnerEvent.Audited.class))
                .extracting(LearnerEvent.Audited::what)
                .containsExactly(AuditedAction.of(AuditedAction.Code.WORK_APPROVED, SECOND)
                        .counting(8));
        assertThat(submits("V3")).isEqualTo(new SubmitAssignment.Outcome.AlreadyApproved());
    }

    @Test
    void aReviewIsKeptToldAndAudited() {
        submits("V1");
        clock.advance(java.time.Duration.ofHours(1));

        assertThat(reviews(FIRST_WORK, marks(1, 1, 1), Map.of("aim", "a", "proof", "b", "style", "c"), false))
                .isEqualTo(new Outcome.Returned(3));

        assertThat(progress().objective(SECOND).assignment()).isEqualTo(AssignmentState.RETURNED);
        assertThat(learners.events(LearnerEvent.Reviewed.class)).singleElement().satisfies(kept -> {
            assertThat(kept.id()).isEqualTo(FIRST_WORK);
            assertThat(kept.points()).isEqualTo(3);
            assertThat(kept.approved()).isFalse();
            assertThat(kept.at()).isEqualTo(clock.instant());
        });
        assertThat(learners.events(LearnerEvent.Audited.class))
                .extracting(LearnerEvent.Audited::what)
                .containsExactly(AuditedAction.of(AuditedAction.Code.WORK_RETURNED, SECOND)
                        .counting(3));
        assertThat(learners.told(ADA)).contains(new Notification.Reviewed(COURSE, SECOND, FIRST_WORK));
        assertThat(ada.nextContactAt()).contains(clock.instant());
        assertThat(reviews(FIRST_WORK, marks(4, 4, 4), Map.of(), true))
                .isEqualTo(new Outcome.AlreadyReviewed(GRACE, false));
        learners.recordEvents();
        assertThat(reviews(FIRST_WORK, marks(4, 4, 4), Map.of(), true))
                .isEqualTo(new Outcome.AlreadyReviewed(GRACE, false));
        assertThat(submits("V2")).isEqualTo(new SubmitAssignment.Outcome.Submitted(2));
    }

    @Test
    void theLastApprovalEarnsTheBadge() {
        submits("V1");
        SomeLearners.checked(progress(), 1, clock.instant());

        reviews(FIRST_WORK, marks(4, 4, 4), Map.of(), true);

        assertThat(learners.events(LearnerEvent.BadgeGiven.class)).hasSize(1);
        assertThat(ada.course(COURSE)).isEmpty();
    }

    @Test
    void nobodyReviewsTheirOwnWorkOrSomebodyElsesTeam() {
        submits("V1");
        assertThat(review.review(ADA, FIRST_WORK, who -> true, marks(4, 4, 4), Map.of(), true)
                        .orElseThrow()
                        .result())
                .isEqualTo(new Outcome.OwnWork());
        assertThat(review.review("U0EVE", FIRST_WORK, who -> false, marks(4, 4, 4), Map.of(), true)
                        .orElseThrow()
                        .result())
                .isEqualTo(new Outcome.NotTheirs());
        verify(audit).note(ADA, ADA, AuditedAction.of(AuditedAction.Code.OWN_REVIEW_REFUSED, SECOND), "");
        verify(audit).note(ADA, "U0EVE", AuditedAction.of(AuditedAction.Code.REVIEW_REFUSED, SECOND), "");
        assertThat(mockingDetails(audit).getInvocations()).hasSize(2);
        assertThat(review.review(GRACE, "gone", who -> true, Map.of(), Map.of(), true))
                .isEmpty();
    }

    @Test
    void aReviewerLooksAtWhatTheyCouldReview() {
        submits("V1");

        var look = (ReviewSubmission.Look.Ready) review.look(GRACE, FIRST_WORK, who -> true);

        assertThat(look.work().id()).isEqualTo(FIRST_WORK);
        assertThat(look.course().id()).isEqualTo(COURSE);
        assertThat(look.objective().id()).isEqualTo(SECOND);
        assertThat(mockingDetails(audit).getInvocations()).isEmpty();
        assertThat(review.look(GRACE, "gone", who -> true))
                .isEqualTo(new ReviewSubmission.Look.Refused(new Outcome.NotThere()));
        assertThat(review.look(GRACE, FIRST_WORK, who -> false))
                .isEqualTo(new ReviewSubmission.Look.Refused(new Outcome.NotTheirs()));
        assertThat(mockingDetails(audit).getInvocations()).hasSize(1);
        ada.leaveCourse(COURSE);
        assertThat(review.look(GRACE, FIRST_WORK, who -> true))
                .isEqualTo(new ReviewSubmission.Look.Refused(new Outcome.NotThere()));
    }

    @Test
    void aCommentIsWantedBelowThreeOrBelowTheCriterionsOwnMark() {
        var criteria = SmallCourse.assignment().criteria();
        assertThat(ReviewSubmission.commentBelow(criteria.get(0))).isEqualTo(3);
        assertThat(ReviewSubmission.commentBelow(
                        new dev.fieldcert.curriculum.Assignment.Criterion("x", "X", "", 4, List.of())))
                .isEqualTo(4);
    }

    @Test
    void somebodyElseIsAskedOnceForWorkThatWaits() {
        submits("V1");
        LearnerEvent.Submitted work =
                learners.events(LearnerEvent.Submitted.class).get(0);

        assertThat(ask.ask(work, "U0MIA", LearnerEvent.Escalated.Why.NO_ANSWER).result())
                .isTrue();

        assertThat(learners.events(LearnerEvent.Escalated.class))
                .containsExactly(new LearnerEvent.Escalated(
                        FIRST_WORK, ADA, GRACE, "U0MIA", LearnerEvent.Escalated.Why.NO_ANSWER, clock.instant()));
        assertThat(learners.told(ADA))
                .contains(new Notification.ReviewAsked("U0MIA", COURSE, SECOND, FIRST_WORK, false));
        assertThat(ask.ask(work, "U0MIA", LearnerEvent.Escalated.Why.NO_ANSWER).result())
                .isFalse();
        learners.recordEvents();
        assertThat(ask.ask(work, "U0MIA", LearnerEvent.Escalated.Why.NO_ANSWER).result())
                .isFalse();
        submits("V2");
        assertThat(ask.ask(work, "U0MIA", LearnerEvent.Escalated.Why.NO_ANSWER).result())
                .isFalse();
        LearnerEvent.Submitted second =
                learners.events(LearnerEvent.Submitted.class).get(1);
        reviews(SECOND_WORK, marks(4, 4, 4), Map.of(), true);
        assertThat(ask.ask(second, null, LearnerEvent.Escalated.Why.REVIEWER_LEFT)
                        .result())
                .isFalse();
    }

    @Test
    void aPracticeTaskIsSentOnceHoweverOftenTheRequestComes() {
        FinishPracticeTask finish = new FinishPracticeTask(learners, clock);
        for (int run = 0; run < 2; run++) {
            new RequestContext("one request", clock.instant())
                    .during(() -> finish.finish(ADA, COURSE, "task", "my text", List.of(0), true));
        }

        assertThat(learners.told(ADA))
                .containsExactly(
                        new Notification.TaskFinished(COURSE, "task", "my text", List.of(0), GRACE),
                        new Notification.TaskShared(GRACE, COURSE, "task", "my text", List.of(0)));
    }
}
