package dev.fieldcert.learner.enrollment;

import static dev.fieldcert.learner.SmallCourse.COURSE;
import static dev.fieldcert.learner.SmallCourse.OTHER;
import static dev.fieldcert.learner.SmallCourse.PATH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import dev.fieldcert.learner.Notification.Changed.Kind;
import dev.fieldcert.learner.Profile;
import dev.fieldcert.learner.RequestContext;
import dev.fieldcert.learner.SmallCourse;
import dev.fieldcert.learner.SomeLearners;
import dev.fieldcert.learner.enrollment.AnswerDueRequest.ScheduleRequest;
import dev.fieldcert.learner.lesson.ContinueLearning;
import dev.fieldcert.learner.record.AuditTrail;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who learns what until when. */
class EnrollmentTest {

    private static final String ADA = "U0ADA";
    private static final String BOSS = "U0BOSS";
    private static final LocalDate DUE = LocalDate.of(2027, 3, 31);
    private static final LocalDate LATER = LocalDate.of(2027, 4, 30);

    private final SettableClock clock = new SettableClock("2026-11-02T09:00:00Z");
    private final InMemoryLearners learners = new InMemoryLearners(clock);
    private final Programs programs = SmallCourse.taught();
    private final AuditTrail audit = mock(AuditTrail.class);
    private final EnrollLearner enroll =
            new EnrollLearner(learners, programs, new ContinueLearning(learners, programs, clock), clock);
    private final MoveDueDate move = new MoveDueDate(learners, programs, clock);
    private final Unenroll unenroll = new Unenroll(learners, programs, clock);
    private final AskForLaterDue ask = new AskForLaterDue(learners, clock);
    private final AnswerDueRequest answer = new AnswerDueRequest(learners, audit, clock);
    private final Learner ada = learners.know(new Learner(ADA));

    private List<LearnerEvent.Audited> audited() {
        return learners.events(LearnerEvent.Audited.class);
    }

    private Optional<LocalDate> due(String course) {
        return ada.course(course).flatMap(CourseProgress::due);
    }

    @Test
    void aTargetIsAnIdOrTheBeginningOfATitle() {
        assertThat(enroll.targetFor(" PLANS ")).contains(COURSE);
        assertThat(enroll.targetFor(PATH)).contains(PATH);
        assertThat(enroll.targetFor("bas")).contains(PATH);
        assertThat(enroll.targetFor("course ta")).contains(OTHER);
        assertThat(enroll.targetFor("ursula")).isEmpty();
        assertThat(enroll.targetFor("  ")).isEmpty();
    }

    @Test
    void anAdminsEnrollmentInAPathWelcomesAndIsAudited() {
        var outcome = enroll.enroll(ADA, PATH, BOSS, DUE).result();

        assertThat(outcome).isEqualTo(new EnrollLearner.Outcome.Enrolled("Basics", List.of(COURSE, OTHER)));
        assertThat(ada.path(PATH).orElseThrow().due()).isEqualTo(DUE);
        assertThat(ada.path(PATH).orElseThrow().enrolledBy()).isEqualTo(BOSS);
        assertThat(ada.courses()).hasSize(2).allMatch(course -> course.due().equals(Optional.of(DUE)));
        assertThat(ada.courses()).allMatch(course -> course.enrolledBy().equals(BOSS));
        assertThat(ada.courses()).allMatch(course -> course.enrolledAt().equals(clock.instant()));
        assertThat(learners.told(ADA))
                .containsExactly(new Notification.Welcome(PATH, List.of(COURSE, OTHER), BOSS, DUE));
        assertThat(audited())
                .extracting(LearnerEvent.Audited::what)
                .containsExactly(
                        AuditedAction.of(AuditedAction.Code.ENROLLED, PATH).on(DUE));
        assertThat(ada.nextContactAt()).contains(clock.instant());
        assertThat(ada.contact().lastAction()).isNull();
    }

    @Test
    void whoIsInACourseKeepsIt() {
        ada.enrollInCourse(COURSE, ADA, DUE, clock.instant());
        assertThat(enroll.isNewTo(ada, COURSE)).isFalse();
        assertThat(enroll.isNewTo(ada, PATH)).isTrue();

        var outcome = enroll.enroll(ADA, PATH, BOSS, null).result();

        assertThat(outcome).isEqualTo(new EnrollLearner.Outcome.Enrolled("Basics", List.of(OTHER)));
        assertThat(due(COURSE)).contains(DUE);
        assertThat(enroll.enroll(ADA, PATH, BOSS, DUE).result())
                .isEqualTo(new EnrollLearner.Outcome.AlreadyEnrolled("Basics"));
        assertThat(enroll.enroll(ADA, COURSE, BOSS, DUE).result())
                .isEqualTo(new EnrollLearner.Outcome.AlreadyEnrolled("Course plans"));
        assertThat(audited()).hasSize(1);
    }

    @Test
    void whatWasFinishedIsNotBegunAgain() {
        ada.enrollInCourse(OTHER, ADA, null, clock.instant());
        CourseProgress progress = ada.course(OTHER).orElseThrow();
        SomeLearners.checked(progress, 1, clock.instant());
        ada.complete(progress, "w1", clock.instant());

        assertThat(enroll.isNewTo(ada, OTHER)).isFalse();
        assertThat(enroll.enroll(ADA, PATH, ADA, null).result())
                .isEqualTo(new EnrollLearner.Outcome.Enrolled("Basics", List.of(COURSE)));
    }

    @Test
    void whatIsNotPublishedCannotBeTakenUp() {
        assertThat(enroll.enroll(ADA, "gone", BOSS, null).result())
                .isEqualTo(new EnrollLearner.Outcome.Unknown("gone"));
        assertThat(enroll.enroll(ADA, SmallCourse.COMING, BOSS, null).result())
                .isEqualTo(new EnrollLearner.Outcome.NotYetPublished("Course later"));
        assertThat(enroll.isNewTo(ada, SmallCourse.COMING)).isFalse();
        assertThat(ada.isEnrolled()).isFalse();
    }

    @Test
    void whoEnrollsThemselfBeginsAtOnceAndIsNotAudited() {
        var joined = enroll.join(ADA, PATH);

        assertThat(joined.result()).isInstanceOf(EnrollLearner.Outcome.Enrolled.class);
        assertThat(learners.told(ADA)).containsExactly(new Notification.Card(COURSE, SmallCourse.FIRST, 0, null));
        assertThat(audited()).isEmpty();
        assertThat(ada.contact().lastAction()).isEqualTo(clock.instant());
        assertThat(enroll.join(ADA, PATH).result()).isInstanceOf(EnrollLearner.Outcome.AlreadyEnrolled.class);
        assertThat(learners.told(ADA)).hasSize(1);
    }

    @Test
    void aRequestThatComesAgainHearsWhatItDid() {
        for (int run = 0; run < 2; run++) {
            new RequestContext("one request", clock.instant())
                    .during(() -> assertThat(enroll.join(ADA, COURSE).result())
                            .isEqualTo(new EnrollLearner.Outcome.Enrolled("Course plans", List.of(COURSE))));
        }
    }

    @Test
    void whatSlackSaysOfSomebodyNewComesWithTheEnrollment() {
        Profile seen = Profile.UNKNOWN.seenAs("Ada", "ada@example.com", "Europe/Berlin", false, false);

        assertThat(enroll.enroll(ADA, seen, COURSE, BOSS, null).result())
                .isInstanceOf(EnrollLearner.Outcome.Enrolled.class);
        assertThat(ada.profile().name()).isEqualTo("Ada");
        Profile renamed = Profile.UNKNOWN.seenAs("Adah", "ada@example.com", "Europe/Berlin", false, false);
        assertThat(enroll.enroll(ADA, renamed, COURSE, BOSS, null).result())
                .isInstanceOf(EnrollLearner.Outcome.AlreadyEnrolled.class);

        assertThat(ada.profile().name()).isEqualTo("Ada");
    }

    @Test
    void aPathsDueDateMovesWithItsCourses() {
        enroll.enroll(ADA, PATH, ADA, DUE);

        assertThat(move.move(ADA, PATH, LATER, BOSS, "holidays").result())
                .isEqualTo(new MoveDueDate.Outcome.Moved(DUE));

        assertThat(ada.path(PATH).orElseThrow().due()).isEqualTo(LATER);
        assertThat(due(COURSE)).contains(LATER);
        assertThat(due(OTHER)).contains(LATER);
        assertThat(learners.told(ADA))
                .contains(new Notification.Changed(Kind.DUE_DATE_MOVED, null, PATH, LATER, null, BOSS));
        assertThat(audited()).singleElement().satisfies(entry -> {
            assertThat(entry.why()).isEqualTo("holidays");
            assertThat(entry.what())
                    .isEqualTo(AuditedAction.of(AuditedAction.Code.DUE_DATE_MOVED, PATH)
                            .on(LATER));
        });
        assertThat(ada.nextContactAt()).contains(clock.instant());
        assertThat(move.move(ADA, PATH, LATER, BOSS, "").result()).isEqualTo(new MoveDueDate.Outcome.Unchanged());
        ada.course(OTHER).orElseThrow().moveDueDate(DUE);
        assertThat(move.move(ADA, PATH, LATER, BOSS, "").result()).isEqualTo(new MoveDueDate.Outcome.Moved(LATER));
        assertThat(due(OTHER)).contains(LATER);
    }

    @Test
    void aCoursesDueDateGoes() {
        ada.enrollInCourse(COURSE, ADA, DUE, clock.instant());

        assertThat(move.move(ADA, COURSE, null, BOSS, "").result()).isEqualTo(new MoveDueDate.Outcome.Moved(DUE));
        assertThat(due(COURSE)).isEmpty();
        assertThat(move.move(ADA, COURSE, DUE, BOSS, "").result()).isEqualTo(new MoveDueDate.Outcome.Moved(null));
        assertThat(move.move(ADA, OTHER, DUE, BOSS, "").result()).isEqualTo(new MoveDueDate.Outcome.NotUnderWay());
        ada.certify(PATH, clock.instant(), "w1", null);
        assertThat(move.move(ADA, PATH, DUE, BOSS, "").result()).isEqualTo(new MoveDueDate.Outcome.NotUnderWay());
    }

    @Test
    void leavingAPathLeavesTheCoursesThatNoOtherPathNeeds() {
        enroll.enroll(ADA, PATH, ADA, null);
        enroll.enroll(ADA, "extra", ADA, null);

        assertThat(unenroll.unenroll(ADA, PATH, BOSS, "moved on").result())
                .isEqualTo(new Unenroll.Outcome.Unenrolled(List.of(COURSE)));

        assertThat(ada.path(PATH)).isEmpty();
        assertThat(ada.course(COURSE)).isEmpty();
        assertThat(ada.course(OTHER)).isPresent();
        assertThat(learners.told(ADA)).contains(Notification.Changed.of(Kind.UNENROLLED, PATH, BOSS));
        assertThat(audited()).singleElement().satisfies(entry -> {
            assertThat(entry.why()).isEqualTo("moved on");
            assertThat(entry.what()).isEqualTo(AuditedAction.of(AuditedAction.Code.UNENROLLED, PATH));
        });
        assertThat(ada.nextContactAt()).contains(clock.instant());
    }

    @Test
    void aCourseIsLeftAndWhatIsFinishedStays() {
        ada.enrollInCourse(COURSE, ADA, null, clock.instant());
        assertThat(unenroll.unenroll(ADA, COURSE, BOSS, "").result())
                .isEqualTo(new Unenroll.Outcome.Unenrolled(List.of(COURSE)));
        assertThat(unenroll.unenroll(ADA, COURSE, BOSS, "").result()).isEqualTo(new Unenroll.Outcome.NotEnrolled());
        ada.enrollInCourse(OTHER, ADA, null, clock.instant());
        CourseProgress progress = ada.course(OTHER).orElseThrow();
        SomeLearners.checked(progress, 1, clock.instant());
        ada.complete(progress, "w1", clock.instant());
        assertThat(unenroll.unenroll(ADA, OTHER, BOSS, "").result()).isEqualTo(new Unenroll.Outcome.Finished());
        ada.certify(PATH, clock.instant(), "w2", null);
        assertThat(unenroll.unenroll(ADA, PATH, BOSS, "").result()).isEqualTo(new Unenroll.Outcome.Finished());
    }

    @Test
    void aLaterDueDateIsAskedForOnceForEachDate() {
        ada.assignManager("U0GRACE");
        ada.enrollInCourse(COURSE, ADA, DUE, clock.instant());

        assertThat(ask.ask(ADA, COURSE, DUE, LATER).result()).isEqualTo(new AskForLaterDue.Outcome.Asked("U0GRACE"));

        assertThat(learners.told(ADA))
                .containsExactly(new Notification.LaterDueRequested("U0GRACE", COURSE, DUE, LATER));
        assertThat(audited()).hasSize(1);
        assertThat(ada.contact().lastAction()).isEqualTo(clock.instant());
        assertThat(ada.awaitsLaterDueDate(COURSE, DUE)).isTrue();
        assertThat(ask.ask(ADA, COURSE, DUE, LATER).result()).isEqualTo(new AskForLaterDue.Outcome.AskedBefore());
        assertThat(ask.ask(ADA, COURSE, LATER, LATER.plusDays(1)).result())
                .isEqualTo(new AskForLaterDue.Outcome.Settled());
        assertThatThrownBy(() -> ask.ask(ADA, COURSE, DUE, DUE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aManagerAgreesAndTheDateMoves() {
        ada.enrollInCourse(COURSE, ADA, DUE, clock.instant());
        ScheduleRequest request = new ScheduleRequest(ADA, COURSE, DUE, LATER);
        assertThat(answer.answer(request, BOSS, who -> true, true).result())
                .isEqualTo(new AnswerDueRequest.Outcome.Settled());
        ask.ask(ADA, COURSE, DUE, LATER);
        clock.advance(Duration.ofHours(1));

        assertThat(answer.answer(request, BOSS, who -> true, true).result())
                .isEqualTo(new AnswerDueRequest.Outcome.Moved(LATER));

        assertThat(due(COURSE)).contains(LATER);
        assertThat(learners.told(ADA))
                .contains(new Notification.Changed(Kind.DUE_DATE_MOVED, null, COURSE, LATER, null, BOSS));
        assertThat(audited())
                .extracting(LearnerEvent.Audited::what)
                .containsExactly(
                        AuditedAction.of(AuditedAction.Code.LATER_DUE_ASKED, COURSE)
                                .on(LATER),
                        AuditedAction.of(AuditedAction.Code.LATER_DUE_GRANTED, COURSE)
                                .on(LATER));
        assertThat(ada.nextContactAt()).contains(clock.instant());
        assertThat(answer.answer(request, BOSS, who -> true, true).result())
                .isEqualTo(new AnswerDueRequest.Outcome.Settled());
    }

    @Test
    void aManagerDisagreesAndTheDateStays() {
        ada.enrollInCourse(COURSE, ADA, DUE, clock.instant());
        ScheduleRequest request = new ScheduleRequest(ADA, COURSE, DUE, LATER);
        ask.ask(ADA, COURSE, DUE, LATER);

        assertThat(answer.answer(request, BOSS, who -> true, false).result())
                .isEqualTo(new AnswerDueRequest.Outcome.Stays(DUE));

        assertThat(due(COURSE)).contains(DUE);
        assertThat(ada.awaitsLaterDueDate(COURSE, DUE)).isFalse();
        assertThat(audited().get(1).what())
                .isEqualTo(AuditedAction.of(AuditedAction.Code.LATER_DUE_REFUSED, COURSE)
                        .on(LATER));
        assertThat(learners.told(ADA))
                .contains(new Notification.Changed(Kind.DUE_DATE_KEPT, null, COURSE, DUE, null, BOSS));
        assertThat(answer.answer(request, BOSS, who -> true, true).result())
                .isEqualTo(new AnswerDueRequest.Outcome.Settled());
    }

    @Test
    void whoMayNotDecideIsRefusedAndNoted() {
        ada.enrollInCourse(COURSE, ADA, DUE, clock.instant());
        ask.ask(ADA, COURSE, DUE, LATER);
        ScheduleRequest request = new ScheduleRequest(ADA, COURSE, DUE, LATER);

        assertThat(answer.answer(request, BOSS, who -> false, true).result())
                .isEqualTo(new AnswerDueRequest.Outcome.NotTheirs());
        assertThat(answer.answer(request, ADA, who -> true, true).result())
                .isEqualTo(new AnswerDueRequest.Outcome.NotTheirs());
        verify(audit).note(ADA, BOSS, AuditedAction.of(AuditedAction.Code.LATER_DUE_ANSWER_REFUSED, COURSE), "");
        verify(audit).note(ADA, ADA, AuditedAction.of(AuditedAction.Code.LATER_DUE_ANSWER_REFUSED, COURSE), "");
        assertThat(mockingDetails(audit).getInvocations()).hasSize(2);
        assertThat(answer.answer(new ScheduleRequest("U0EVE", COURSE, DUE, LATER), BOSS, who -> true, true)
                        .result())
                .isEqualTo(new AnswerDueRequest.Outcome.Settled());
        assertThat(due(COURSE)).contains(DUE);
    }
}
