package dev.fieldcert.learner.certification;

import static dev.fieldcert.learner.SmallCourse.COURSE;
import static dev.fieldcert.learner.SmallCourse.FIRST;
import static dev.fieldcert.learner.SmallCourse.OTHER;
import static dev.fieldcert.learner.SmallCourse.PATH;
import static dev.fieldcert.learner.SmallCourse.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.conversation.SettableClock;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.Completion;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.InMemoryLearners;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.ObjectiveProgress.State;
import dev.fieldcert.learner.RequestContext;
import dev.fieldcert.learner.SmallCourse;
import dev.fieldcert.learner.SomeLearners;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Badges and certificates: earned, renewed, excused from, taken back. */
class CertificationTest {

    private static final String ADA = "U0ADA";

    private final SettableClock clock = new SettableClock("2026-11-02T09:00:00Z");
    private final InMemoryLearners learners = new InMemoryLearners(clock);
    private final Programs programs = SmallCourse.taught();
    private final EarnBadges earnBadges = new EarnBadges(programs);
    private final ExcuseObjective excuse = new ExcuseObjective(learners, programs, earnBadges, clock);
    private final NotifyRevocation revocation = new NotifyRevocation(learners, clock);
    private final OfferRenewal renewal = new OfferRenewal(learners, programs, clock);
    private final Learner ada = learners.know(new Learner(ADA));

    private static Course course(String id) {
        return SmallCourse.program().course(id).orElseThrow();
    }

    private CourseProgress enrolled(String course) {
        ada.enrollInCourse(course, ADA, null, clock.instant());
        return ada.course(course).orElseThrow();
    }

    /** Passes the check and has every assignment approved. */
    private void earns(String course, double score) {
        CourseProgress progress = enrolled(course);
        progress.touch(clock.instant());
        progress.review(SECOND, "w1", true);
        SomeLearners.checked(progress, score, clock.instant());
        earnBadges.settle(ada, progress, course(course), Learner::enqueue, clock.instant());
    }

    private List<LearnerEvent.BadgeGiven> given() {
        return learners.events(LearnerEvent.BadgeGiven.class);
    }

    private Instant inMonths(int months) {
        return clock.instant()
                .atZone(ZoneOffset.UTC)
                .plus(Period.ofMonths(months))
                .toInstant();
    }

    @Test
    void aPassedCheckWithItsAssignmentApprovedEarnsTheBadge() {
        earns(COURSE, 0.9);

        LearnerEvent.BadgeGiven badge = given().get(0);
        assertThat(given()).hasSize(1);
        assertThat(badge.badge()).isEqualTo("plans-101");
        assertThat(badge.course()).isEqualTo(COURSE);
        assertThat(badge.score()).isEqualTo(0.9);
        assertThat(badge.version()).isEqualTo("v1");
        assertThat(badge.until()).isNull();
        assertThat(ada.course(COURSE)).isEmpty();
        assertThat(ada.completion(COURSE)).get().extracting(Completion::award).isEqualTo(badge.id());
        assertThat(learners.told(ADA))
                .containsExactly(
                        new Notification.BadgeEarned("plans-101", badge.id(), 0.9, clock.instant(), clock.instant()),
                        new Notification.BadgeAnnounced("plans-101", badge.id(), clock.instant(), clock.instant()));
    }

    @Test
    void whoNeverBeganStartedWithTheEnrollment() {
        Instant enrolledAt = clock.instant();
        CourseProgress progress = enrolled(OTHER);
        clock.advance(Duration.ofDays(1));
        SomeLearners.checked(progress, 1, clock.instant());
        earnBadges.settle(ada, progress, course(OTHER), Learner::enqueue, clock.instant());

        assertThat(given().get(0).startedAt()).isEqualTo(enrolledAt);
    }

    @Test
    void anOpenAssignmentOrAnOpenCheckEarnsNothing() {
        CourseProgress progress = enrolled(COURSE);
        earnBadges.settle(ada, progress, course(COURSE), Learner::enqueue, clock.instant());
        SomeLearners.checked(progress, 1, clock.instant());
        earnBadges.settle(ada, progress, course(COURSE), Learner::enqueue, clock.instant());

        assertThat(given()).isEmpty();
        assertThat(ada.course(COURSE)).isPresent();
    }

    @Test
    void whoWantsNoAnnouncementGetsNone() {
        ada.prefer(ada.preferences().badges(false, false));

        earns(OTHER, 1);

        assertThat(learners.told(ADA)).hasSize(1).first().isInstanceOf(Notification.BadgeEarned.class);
    }

    @Test
    void theLastCourseOfAPathEarnsItsCertificateUntilTheFirstBadgeEnds() {
        Instant begun = clock.instant();
        earns(COURSE, 0.8);
        Instant firstEnds = inMonths(12);
        clock.advance(Duration.ofDays(10));
        earns(OTHER, 1);

        LearnerEvent.BadgeGiven certificate = given().get(2);
        assertThat(certificate.badge()).isEqualTo("basics-certificate");
        assertThat(certificate.course()).isNull();
        assertThat(certificate.score()).isEqualTo(0.9);
        assertThat(certificate.startedAt()).isEqualTo(begun);
        assertThat(certificate.until()).isEqualTo(firstEnds);
        assertThat(ada.path(PATH).orElseThrow().certificate()).contains(certificate.id());
        assertThat(ada.path(PATH).orElseThrow().certifiedUntil()).contains(firstEnds);
        assertThat(ada.path(PATH).orElseThrow().enrolledAt()).isEqualTo(begun);
        assertThat(learners.told(ADA).stream().filter(Notification.BadgeAnnounced.class::isInstance))
                .hasSize(3);
    }

    @Test
    void aBadgeThatEndedMeanwhileDoesNotCount() {
        earns(COURSE, 1);
        clock.advance(Duration.ofDays(366));
        earns(OTHER, 1);

        assertThat(given()).hasSize(2);
        assertThat(ada.path(PATH)).isEmpty();
    }

    @Test
    void aRenewedBadgeRenewsTheCertificateWithoutTellingTheTeamAgain() {
        earns(COURSE, 1);
        clock.advance(Duration.ofDays(100));
        earns(OTHER, 1);
        String first = ada.path(PATH).orElseThrow().certificate().orElseThrow();
        clock.advance(Duration.ofDays(200));
        int announced = announced();
        earns(COURSE, 1);

        assertThat(ada.path(PATH).orElseThrow().certificate()).isPresent().get().isNotEqualTo(first);
        assertThat(given()).hasSize(5);
        assertThat(announced()).isEqualTo(announced + 1);
        assertThat(ada.paths()).hasSize(1);
    }

    private int announced() {
        return (int) learners.told(ADA).stream()
                .filter(Notification.BadgeAnnounced.class::isInstance)
                .count();
    }

    @Test
    void aCertificateThatWouldNotLastLongerIsNotGivenAgain() {
        earns(COURSE, 1);
        clock.advance(Duration.ofDays(100));
        earns(OTHER, 1);
        clock.advance(Duration.ofDays(1));
        earns(OTHER, 1);

        assertThat(given()).hasSize(4);
    }

    @Test
    void aRevokedCertificateIsNotGivenAgainByItself() {
        earns(COURSE, 1);
        earns(OTHER, 1);
        revocation.tell(ADA, ada.path(PATH).orElseThrow().certificate().orElseThrow(), "Basics", "U0BOSS", "copied");
        clock.advance(Duration.ofDays(100));
        earns(COURSE, 1);

        assertThat(given()).hasSize(4);
    }

    @Test
    void noCertificateStandsOnARevokedBadge() {
        earns(COURSE, 1);

        var told = revocation.tell(ADA, given().get(0).id(), "Plans", "U0BOSS", "copied");
        earns(OTHER, 1);

        assertThat(told.result()).isEqualTo(new NotifyRevocation.Outcome.Revoked());
        assertThat(given()).hasSize(2);
        assertThat(learners.told(ADA))
                .contains(new Notification.Changed(
                        Notification.Changed.Kind.BADGE_REVOKED, null, "Plans", null, "copied", "U0BOSS"));
        assertThat(learners.events(LearnerEvent.Audited.class)).singleElement().satisfies(entry -> {
            assertThat(entry.why()).isEqualTo("copied");
            assertThat(entry.what()).isEqualTo(AuditedAction.of(AuditedAction.Code.BADGE_REVOKED, "Plans"));
        });
        assertThat(revocation
                        .tell(ADA, given().get(0).id(), "Plans", "U0EVE", "again")
                        .result())
                .isEqualTo(new NotifyRevocation.Outcome.AlreadyRevoked());
        assertThat(learners.events(LearnerEvent.Audited.class)).hasSize(1);
    }

    @Test
    void aRevocationThatIsWorkedOnAgainIsStillReportedAsDone() {
        earns(OTHER, 1);
        String award = given().get(0).id();
        for (int run = 0; run < 2; run++) {
            new RequestContext("one request", clock.instant())
                    .during(() -> assertThat(revocation
                                    .tell(ADA, award, "Talks", "U0BOSS", "copied")
                                    .result())
                            .isEqualTo(new NotifyRevocation.Outcome.Revoked()));
        }

        assertThat(learners.events(LearnerEvent.Audited.class)).hasSize(1);
    }

    @Test
    void anExcusedObjectiveNeedsNoLessonAndNoAssignment() {
        CourseProgress progress = enrolled(COURSE);

        assertThat(excuse.excuse(ADA, COURSE, SECOND, "U0BOSS", " wrote the book ")
                        .result())
                .isEqualTo(new ExcuseObjective.Outcome.Excused());

        assertThat(progress.objective(SECOND).state()).isEqualTo(State.EXCUSED);
        assertThat(progress.objective(SECOND).reason()).isEqualTo("wrote the book");
        assertThat(learners.told(ADA))
                .containsExactly(new Notification.Changed(
                        Notification.Changed.Kind.EXCUSED, COURSE, SECOND, null, "wrote the book", "U0BOSS"));
        assertThat(learners.events(LearnerEvent.Audited.class)).singleElement().satisfies(entry -> {
            assertThat(entry.why()).isEqualTo("wrote the book");
            assertThat(entry.what())
                    .isEqualTo(AuditedAction.of(AuditedAction.Code.OBJECTIVE_EXCUSED, COURSE)
                            .detailed(SECOND));
        });
        assertThat(ada.nextContactAt()).contains(clock.instant());
        assertThat(excuse.excuse(ADA, COURSE, SECOND, "U0BOSS", "again").result())
                .isEqualTo(new ExcuseObjective.Outcome.AlreadyThrough());
    }

    @Test
    void theLastAssignmentExcusedEarnsTheBadge() {
        CourseProgress progress = enrolled(COURSE);
        SomeLearners.checked(progress, 1, clock.instant());

        excuse.excuse(ADA, COURSE, SECOND, "U0BOSS", "wrote the book");

        assertThat(given()).hasSize(1);
        assertThat(ada.outbox().messages()).allMatch(message -> message.unsolicited());
    }

    @Test
    void anExcuseIsRefusedWithItsReason() {
        enrolled(COURSE);
        String longest = "x".repeat(ExcuseObjective.LONGEST_REASON);

        assertThat(excused("gone", FIRST, "U0BOSS", "r")).isEqualTo(new ExcuseObjective.Outcome.NotUnderWay());
        assertThat(excused(OTHER, "talk", "U0BOSS", "r")).isEqualTo(new ExcuseObjective.Outcome.NotUnderWay());
        assertThat(excused(COURSE, "gone", "U0BOSS", "r")).isEqualTo(new ExcuseObjective.Outcome.NotUnderWay());
        assertThat(excused(COURSE, FIRST, ADA, "r")).isEqualTo(new ExcuseObjective.Outcome.OwnCourse());
        assertThat(excused(COURSE, FIRST, "U0BOSS", " ")).isEqualTo(new ExcuseObjective.Outcome.NoReason());
        assertThat(excused(COURSE, FIRST, "U0BOSS", longest + "x"))
                .isEqualTo(new ExcuseObjective.Outcome.ReasonTooLong(longest.length() + 1));
        assertThat(excused(COURSE, FIRST, "U0BOSS", longest)).isEqualTo(new ExcuseObjective.Outcome.Excused());
    }

    private ExcuseObjective.Outcome excused(String course, String objective, String by, String why) {
        return excuse.excuse(ADA, course, objective, by, why).result();
    }

    @Test
    void aRenewalIsTheCheckAloneAndOfferedOnlyForWhatWasEarned() {
        LocalDate end = LocalDate.of(2027, 11, 2);
        assertThat(renewal.offer(ADA, COURSE, end).result()).isFalse();
        assertThat(ada.nextContactAt()).isEmpty();
        earns(COURSE, 1);

        assertThat(renewal.offer(ADA, COURSE, end).result()).isTrue();

        CourseProgress again = ada.course(COURSE).orElseThrow();
        assertThat(again.renewal()).isTrue();
        assertThat(again.due()).contains(end);
        assertThat(again.isThrough(course(COURSE))).isTrue();
        assertThat(again.assignmentsOpen(course(COURSE))).isEmpty();
        assertThat(ada.nextContactAt()).contains(clock.instant());
        assertThat(renewal.offer(ADA, "gone", end).result()).isFalse();
        ada.complete(SmallCourseProgress.passed(SmallCourse.COMING, clock.instant()), "w", clock.instant());
        assertThat(renewal.offer(ADA, SmallCourse.COMING, end).result()).isFalse();
    }

    /** What only a test needs: a passed check of a course that nobody is in. */
    private static final class SmallCourseProgress {

        static CourseProgress passed(String course, Instant at) {
            Learner nobody = new Learner("U0NOBODY");
            nobody.enrollInCourse(course, "U0NOBODY", null, at);
            CourseProgress progress = nobody.course(course).orElseThrow();
            SomeLearners.checked(progress, 1, at);
            return progress;
        }
    }
}
