package dev.fieldcert.learner.assessment;

import static dev.fieldcert.learner.SmallCourse.COURSE;
import static dev.fieldcert.learner.SmallCourse.FIRST;
import static dev.fieldcert.learner.SmallCourse.OTHER;
import static dev.fieldcert.learner.SmallCourse.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fieldcert.conversation.SettableClock;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.RightAnswer;
import dev.fieldcert.curriculum.question.SomeQuestions;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.Confidence;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.InMemoryLearners;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.ObjectiveProgress;
import dev.fieldcert.learner.ObjectiveProgress.State;
import dev.fieldcert.learner.ReviewItem;
import dev.fieldcert.learner.SmallCourse;
import dev.fieldcert.learner.SomeLearners;
import dev.fieldcert.learner.certification.EarnBadges;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Starting runs of questions, answering them, and what comes of it. */
class AssessmentTest {

    private static final String ADA = "U0ADA";
    private static final Notification.MessageRef PLACE = new Notification.MessageRef("D1", "1.2");

    private final SettableClock clock = new SettableClock("2026-11-02T09:00:00Z");
    private final InMemoryLearners learners = new InMemoryLearners(clock);
    private final Programs programs = SmallCourse.taught();
    private long seed = 7L << 32;
    private final StartAttempt start =
            new StartAttempt(learners, programs, new EarnBadges(programs), clock, () -> seed++);
    private final FinishAttempt finish = new FinishAttempt(new EarnBadges(programs), clock);
    private final AnswerQuestion answer = new AnswerQuestion(learners, programs, finish, clock, () -> seed++);
    private final GrantAttempt grant = new GrantAttempt(learners, programs, clock);

    private final Learner ada = learners.know(new Learner(ADA));

    @BeforeEach
    void enrolled() {
        ada.enrollInCourse(COURSE, ADA, null, clock.instant());
        ada.enrollInCourse(OTHER, ADA, null, clock.instant());
    }

    private CourseProgress progress() {
        return ada.course(COURSE).orElseThrow();
    }

    private Attempt attempt() {
        return progress().attempt().orElseThrow();
    }

    private AnswerQuestion.Outcome answers(boolean right) {
        return answers(right, null);
    }

    private AnswerQuestion.Outcome answers(boolean right, Confidence confidence) {
        Attempt attempt = attempt();
        return answer.answer(
                        ada,
                        attempt.id(),
                        attempt.position(),
                        Answer.Chosen.of(String.valueOf(right)),
                        confidence,
                        PLACE)
                .result();
    }

    private void finishes(boolean right) {
        while (progress().attempt().isPresent()) {
            answers(right);
        }
    }

    private void learns(String objective) {
        start.practice(ADA, COURSE, objective, 1, null);
        finishes(true);
    }

    private Notification.Ended ended() {
        return (Notification.Ended) learners.told(ADA).stream()
                .filter(Notification.Ended.class::isInstance)
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    @Test
    void practiceAsksOnTheObjectiveAndTakesTheCardsButton() {
        var started = start.practice(ADA, COURSE, FIRST, 1, PLACE);

        assertThat(started.result()).isEqualTo(new StartAttempt.Outcome.Started("a1-7"));
        assertThat(attempt().kind()).isEqualTo(Attempt.Kind.PRACTICE);
        assertThat(attempt().version()).isEqualTo("v1");
        assertThat(attempt().startedAt()).isEqualTo(clock.instant());
        assertThat(attempt().items())
                .hasSize(3)
                .allMatch(item -> item.question().startsWith("first-p"));
        assertThat(learners.told(ADA))
                .containsExactly(
                        new Notification.CardDone(COURSE, FIRST, 1, PLACE),
                        new Notification.Asked(COURSE, "a1-7", 0, null));
        assertThat(progress().objective(FIRST).state()).isEqualTo(State.LEARNING);
        assertThat(progress().objective(FIRST).card()).isEqualTo(1);
        assertThat(progress().startedAt()).contains(clock.instant());
        assertThat(ada.contact().lastAction()).isEqualTo(clock.instant());
    }

    @Test
    void aRunThatIsOpenComesFirst() {
        start.practice(ADA, COURSE, FIRST, 0, null);

        assertThat(start.practice(ADA, COURSE, SECOND, 0, null).result())
                .isEqualTo(new StartAttempt.Outcome.AlreadyRunning(attempt()));
        assertThat(start.check(ADA, COURSE).result()).isInstanceOf(StartAttempt.Outcome.AlreadyRunning.class);
    }

    @Test
    void whatIsNotTaughtOrNotTheirsIsNotThere() {
        var notThere = new StartAttempt.Outcome.NotThere();
        assertThat(start.practice(ADA, COURSE, "gone", 0, PLACE).result()).isEqualTo(notThere);
        assertThat(start.practice(ADA, "gone", FIRST, 0, null).result()).isEqualTo(notThere);
        assertThat(start.check("U0EVE", COURSE).result()).isEqualTo(notThere);
        ada.enrollInCourse(SmallCourse.COMING, ADA, null, clock.instant());
        assertThat(start.check(ADA, SmallCourse.COMING).result()).isEqualTo(notThere);
        assertThat(learners.told(ADA)).isEmpty();
    }

    @Test
    void aRightAnswerIsGradedInPlaceAndTheNextQuestionWaitsUntilThatIsRead() {
        start.practice(ADA, COURSE, FIRST, 0, null);
        Attempt before = attempt();
        clock.advance(Duration.ofMinutes(1));

        assertThat(answers(true)).isEqualTo(new AnswerQuestion.Outcome.Answered());

        Attempt.Item graded = attempt().items().get(0);
        assertThat(graded.score()).isEqualTo(1);
        assertThat(graded.answer()).isEqualTo(Answer.Chosen.of("true").stored());
        assertThat(learners.told(ADA))
                .contains(new Notification.Graded(
                        COURSE, before.id(), Attempt.Kind.PRACTICE, "v1", graded, 1, 3, 0, PLACE))
                .doesNotContain(new Notification.Asked(COURSE, before.id(), 1, null));
        assertThat(progress().readsGrading()).isTrue();
        assertThat(progress().reviewItems()).isEmpty();
        assertThat(progress().lastShown()).containsEntry(graded.question(), 1);
        assertThat(progress().touchedAt()).isEqualTo(clock.instant());
        assertThat(ada.contact().lastAction()).isEqualTo(clock.instant());
        LearnerEvent.AnswerGiven given =
                learners.events(LearnerEvent.AnswerGiven.class).get(0);
        assertThat(given.id()).isEqualTo(ADA + ":" + before.id() + ":0");
        assertThat(given.score()).isEqualTo(1);
        assertThat(given.at()).isEqualTo(clock.instant());
    }

    @Test
    void anAnswerToAQuestionThatWasAnsweredIsStale() {
        start.practice(ADA, COURSE, FIRST, 0, null);
        String id = attempt().id();
        answers(true);

        assertThat(answer.answer(ada, id, 0, Answer.Chosen.of("true"), null, PLACE)
                        .result())
                .isEqualTo(new AnswerQuestion.Outcome.Stale());
        assertThat(answer.answer(ada, "a9-9", 1, Answer.Chosen.of("true"), null, PLACE)
                        .result())
                .isEqualTo(new AnswerQuestion.Outcome.Stale());
        assertThat(attempt().position()).isEqualTo(1);
    }

    @Test
    void anAnswerThatCannotBeGradedChangesNothing() {
        start.testOut(ADA, OTHER, null);
        Attempt attempt = ada.course(OTHER).orElseThrow().attempt().orElseThrow();

        var outcome = answer.answer(ada, attempt.id(), 0, new Answer.Written("many"), null, PLACE)
                .result();

        assertThat(outcome).isInstanceOf(AnswerQuestion.Outcome.Unclear.class);
        assertThat(((AnswerQuestion.Outcome.Unclear) outcome).problem()).isNotBlank();
        assertThat(ada.course(OTHER).orElseThrow().attempt().orElseThrow().position())
                .isZero();
    }

    @Test
    void aQuestionOfAProgramThatIsForgottenIsGone() {
        start.practice(ADA, COURSE, FIRST, 0, null);
        AnswerQuestion elsewhere = new AnswerQuestion(
                learners, SmallCourse.taught(SmallCourse.program("v2")), finish, clock, () -> seed++);

        assertThat(elsewhere
                        .answer(ada, attempt().id(), 0, Answer.Chosen.of("true"), null, PLACE)
                        .result())
                .isEqualTo(new AnswerQuestion.Outcome.Gone());
    }

    @Test
    void aMissInPracticeComesBackInTwoDaysAndEarnsAnotherQuestion() {
        start.practice(ADA, COURSE, FIRST, 0, null);
        String missed = attempt().items().get(0).question();
        answers(false, Confidence.CERTAIN);
        answers(true, Confidence.FAIRLY);
        answers(true, Confidence.GUESS);

        assertThat(attempt().items()).hasSize(4);
        assertThat(attempt().items().stream().map(Attempt.Item::question)).doesNotHaveDuplicates();
        assertThat(learners.told(ADA))
                .filteredOn(told -> told instanceof Notification.Graded graded && graded.more() == 1)
                .hasSize(1);
        assertThat(progress().reviewItems())
                .containsExactly(
                        new ReviewItem(missed, FIRST, true, clock.instant().plus(Duration.ofDays(2))));
        assertThat(progress().calibration().certain()).isEqualTo(1);
        assertThat(progress().calibration().certainRight()).isZero();
        assertThat(progress().calibration().fairlyRight()).isEqualTo(1);
        assertThat(progress().calibration().guessesRight()).isEqualTo(1);

        answers(false);

        assertThat(progress().attempt()).isEmpty();
        assertThat(progress().objective(FIRST).state()).isEqualTo(State.LEARNT);
        assertThat(ended().result().passed()).isTrue();
        assertThat(ended().result().items()).isEmpty();
        assertThat(learners.events(LearnerEvent.AttemptTaken.class)).isEmpty();
    }

    @Test
    void noMoreThanTwoQuestionsAreAddedForMisses() {
        start.practice(ADA, COURSE, FIRST, 0, null);
        for (int i = 0; i < 3; i++) {
            answers(false);
        }

        assertThat(attempt().items()).hasSize(5);
    }

    @Test
    void practiceDrawsWhatWasShownLeast() {
        learns(FIRST);
        List<String> first = List.copyOf(progress().lastShown().keySet());

        start.practice(ADA, COURSE, FIRST, 0, null);

        assertThat(attempt().items().stream().map(Attempt.Item::question).limit(2))
                .doesNotContainAnyElementsOf(first);
    }

    @Test
    void reviewAsksWhatIsDueConfidentMissesFirst() {
        start.practice(ADA, COURSE, FIRST, 0, null);
        String unsure = attempt().items().get(0).question();
        answers(false, Confidence.GUESS);
        String certain = attempt().items().get(1).question();
        answers(false, Confidence.CERTAIN);
        finishes(true);
        assertThat(start.review(ADA, COURSE).result()).isEqualTo(new StartAttempt.Outcome.AlreadyDone());
        clock.advance(Duration.ofDays(2));

        start.review(ADA, COURSE);

        assertThat(attempt().kind()).isEqualTo(Attempt.Kind.REVIEW);
        assertThat(attempt().items().stream().map(Attempt.Item::question)).containsExactly(certain, unsure);
        finishes(true);
        assertThat(progress().reviewItems()).isEmpty();
        assertThat(ended().result().passed()).isTrue();
        assertThat(progress().objective(FIRST).state()).isEqualTo(State.LEARNT);
    }

    @Test
    void aReviewThatIsMissedAgainComesBackAgain() {
        start.practice(ADA, COURSE, FIRST, 0, null);
        answers(false);
        finishes(true);
        clock.advance(Duration.ofDays(3));
        start.review(ADA, COURSE);

        finishes(false);

        assertThat(progress().reviewItems())
                .singleElement()
                .extracting(ReviewItem::due)
                .isEqualTo(clock.instant().plus(Duration.ofDays(2)));
    }

    @Test
    void theCheckComesAfterTheLessons() {
        learns(FIRST);

        assertThat(start.check(ADA, COURSE).result())
                .isEqualTo(new StartAttempt.Outcome.NotThrough(
                        SmallCourse.course().objectives().get(1)));
    }

    @Test
    void aPassedCheckMastersWhatWasTaught() {
        learns(FIRST);
        learns(SECOND);
        start.check(ADA, COURSE);
        assertThat(attempt().kind()).isEqualTo(Attempt.Kind.CHECK);
        assertThat(attempt().items())
                .extracting(Attempt.Item::objective)
                .as("a question of each to begin with")
                .containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(attempt().items()).allMatch(item -> item.question().startsWith(item.objective() + "-c"));
        clock.advance(Duration.ofMinutes(5));

        finishes(true);

        assertThat(progress().checkPassedAt()).contains(clock.instant());
        assertThat(progress().checkScore()).contains(1.0);
        assertThat(progress().checkVersion()).contains("v1");
        assertThat(progress().checksTaken()).isEqualTo(1);
        assertThat(progress().objective(FIRST).state()).isEqualTo(State.MASTERED);
        assertThat(progress().reviewItems()).isEmpty();
        assertThat(ended().result().passed()).isTrue();
        assertThat(ended().result().opensAt()).isNull();
        assertThat(ended().result().attemptsLeft()).isEqualTo(1);
        assertThat(ended().result().items()).hasSize(4);
        assertThat(ended().result().objectives()).hasSize(2).allMatch(score -> score.passed() && score.score() == 1);
        assertThat(learners.events(LearnerEvent.AttemptTaken.class))
                .singleElement()
                .satisfies(taken -> {
                    assertThat(taken.id()).startsWith(ADA + ":a3-");
                    assertThat(taken.startedAt()).isEqualTo(clock.instant().minus(Duration.ofMinutes(5)));
                });
        assertThat(start.check(ADA, COURSE).result()).isEqualTo(new StartAttempt.Outcome.AlreadyDone());
    }

    @Test
    void aMissDecidesItsObjectiveAtOnceAndTheOthersGoOn() {
        learns(FIRST);
        learns(SECOND);
        start.check(ADA, COURSE);
        answers(false);
        answers(true);
        answers(true);

        assertThat(progress().attempt()).isEmpty();
        assertThat(ended().result().score()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(ended().result().passed()).isFalse();
    }

    @Test
    void aFailedCheckRepeatsItsObjectivesAndCoolsDownAndRunsOut() {
        learns(FIRST);
        learns(SECOND);
        start.check(ADA, COURSE);
        while (progress().attempt().isPresent()) {
            answers(attempt().items().get(attempt().position()).objective().equals(FIRST));
        }
        Instant opens = clock.instant().plus(Duration.ofHours(24));

        assertThat(progress().checkPassedAt()).isEmpty();
        assertThat(progress().checkOpensAt()).contains(opens);
        assertThat(progress().objective(FIRST).state()).isEqualTo(State.MASTERED);
        assertThat(progress().objective(SECOND).state()).isEqualTo(State.LEARNING);
        assertThat(progress().objective(SECOND).card()).isZero();
        assertThat(ended().result().toRepeat()).containsExactly(SECOND);
        assertThat(ended().result().opensAt()).isEqualTo(opens);
        assertThat(progress().reviewItems()).isEmpty();
        learns(SECOND);
        assertThat(start.check(ADA, COURSE).result()).isEqualTo(new StartAttempt.Outcome.CoolingDown(opens));

        clock.advance(Duration.ofHours(24));
        start.check(ADA, COURSE);
        finishes(false);
        learns(FIRST);
        learns(SECOND);
        clock.advance(Duration.ofHours(24));

        assertThat(start.check(ADA, COURSE).result()).isEqualTo(new StartAttempt.Outcome.NoAttemptsLeft());
        var granted = grant.grant(ADA, COURSE, "U0BOSS", "was ill").result();
        assertThat(granted).isEqualTo(new GrantAttempt.Outcome.Granted(1, null));
        assertThat(start.check(ADA, COURSE).result()).isInstanceOf(StartAttempt.Outcome.Started.class);
    }

    @Test
    void oneMoreAttemptIsAuditedAndTold() {
        progress().failCheck(List.of(), clock.instant().plusSeconds(60));

        var granted = grant.grant(ADA, COURSE, "U0BOSS", "was ill").result();

        assertThat(granted)
                .isEqualTo(new GrantAttempt.Outcome.Granted(3, clock.instant().plusSeconds(60)));
        assertThat(learners.events(LearnerEvent.Audited.class)).singleElement().satisfies(entry -> {
            assertThat(entry.by()).isEqualTo("U0BOSS");
            assertThat(entry.what()).isEqualTo(AuditedAction.of(AuditedAction.Code.ATTEMPT_GRANTED, COURSE));
            assertThat(entry.why()).isEqualTo("was ill");
            assertThat(entry.at()).isEqualTo(clock.instant());
        });
        assertThat(learners.told(ADA))
                .containsExactly(new Notification.Changed(
                        Notification.Changed.Kind.ATTEMPT_GRANTED, COURSE, null, null, null, "U0BOSS"));
        assertThat(ada.nextContactAt()).contains(clock.instant());
    }

    @Test
    void attemptsAreGivenToThoseWhoNeedThemAndNotWithoutEnd() {
        assertThat(grant.grant(ADA, COURSE, ADA, "").result()).isEqualTo(new GrantAttempt.Outcome.OwnCourse());
        assertThat(grant.grant(ADA, "gone", "U0BOSS", "").result()).isEqualTo(new GrantAttempt.Outcome.NotUnderWay());
        assertThat(grant.grant("U0EVE", COURSE, "U0BOSS", "").result())
                .isEqualTo(new GrantAttempt.Outcome.NotUnderWay());
        for (int i = 0; i < 20; i++) {
            assertThat(grant.grant(ADA, COURSE, "U0BOSS", "").result())
                    .isInstanceOf(GrantAttempt.Outcome.Granted.class);
        }
        assertThat(grant.grant(ADA, COURSE, "U0BOSS", "").result()).isEqualTo(new GrantAttempt.Outcome.Enough(20));
        SomeLearners.checked(progress(), 1, clock.instant());
        assertThat(grant.grant(ADA, COURSE, "U0BOSS", "").result()).isEqualTo(new GrantAttempt.Outcome.NotUnderWay());
    }

    @Test
    void testingOutOfOneObjectiveSpendsItsOneChance() {
        var started = start.testOut(ADA, COURSE, FIRST);
        assertThat(started.result()).isInstanceOf(StartAttempt.Outcome.Started.class);
        assertThat(attempt().kind()).isEqualTo(Attempt.Kind.TEST_OUT);
        assertThat(attempt().objective()).isEqualTo(FIRST);
        assertThat(attempt().items()).allMatch(item -> item.objective().equals(FIRST));

        finishes(true);

        assertThat(progress().objective(FIRST).shown()).isEqualTo(new ObjectiveProgress.Shown(true, 2, 2, null));

        assertThat(progress().objective(FIRST).state()).isEqualTo(State.TESTED_OUT);
        assertThat(progress().checkPassedAt()).isEmpty();
        assertThat(ended().result().passed()).isTrue();
        assertThat(start.testOut(ADA, COURSE, FIRST).result()).isEqualTo(new StartAttempt.Outcome.AlreadyDone());
    }

    @Test
    void aFailedTestOutLeavesTheLessonAndNoSecondChance() {
        start.testOut(ADA, COURSE, FIRST);
        finishes(false);

        assertThat(progress().objective(FIRST).state()).isEqualTo(State.NEW);
        assertThat(ended().result().passed()).isFalse();
        assertThat(ended().result().opensAt()).isNull();
        assertThat(learners.events(LearnerEvent.AttemptTaken.class)).hasSize(1);
        assertThat(start.testOut(ADA, COURSE, FIRST).result()).isEqualTo(new StartAttempt.Outcome.NoAttemptsLeft());
        assertThat(start.testOut(ADA, COURSE, null).result()).isEqualTo(new StartAttempt.Outcome.NoAttemptsLeft());
    }

    @Test
    void testingOutOfEverythingPassesTheCheck() {
        start.testOut(ADA, COURSE, null);

        finishes(true);

        assertThat(progress().checkPassedAt()).contains(clock.instant());
        assertThat(progress().objective(SECOND).state()).isEqualTo(State.TESTED_OUT);
        assertThat(start.testOut(ADA, COURSE, null).result()).isEqualTo(new StartAttempt.Outcome.AlreadyDone());
    }

    @Test
    void aScenarioIsWalkedInSeveralClicksAndBackInPractice() {
        start.practice(ADA, OTHER, "talk", 0, null);
        CourseProgress other = ada.course(OTHER).orElseThrow();
        String id = other.attempt().orElseThrow().id();

        assertThat(walks(id, Confidence.FAIRLY, "b")).isEqualTo(new AnswerQuestion.Outcome.WalksOn());
        assertThat(learners.told(ADA)).contains(new Notification.Asked(OTHER, id, 0, PLACE));
        assertThat(walks(id, null, "b")).isEqualTo(new AnswerQuestion.Outcome.Stale());
        assertThat(walks(id, null, "a", "a")).isEqualTo(new AnswerQuestion.Outcome.Stale());
        assertThat(walks(id, null)).isEqualTo(new AnswerQuestion.Outcome.WalksOn());
        assertThat(walks(id, null, "a")).isEqualTo(new AnswerQuestion.Outcome.WalksOn());
        assertThat(walks(id, null, "a", "a")).isEqualTo(new AnswerQuestion.Outcome.Answered());

        assertThat(other.attempt()).isEmpty();
        assertThat(ada.contact().lastAction()).isEqualTo(clock.instant());
        assertThat(other.calibration().fairlyRight()).isEqualTo(1);
        assertThat(learners.events(LearnerEvent.AnswerGiven.class))
                .singleElement()
                .satisfies(given -> assertThat(given.confidence()).isEqualTo(Confidence.FAIRLY));
    }

    @Test
    void whoTestsOutOfACourseWithoutAssignmentsHasEarnedItsBadge() {
        start.testOut(ADA, OTHER, null);
        Attempt attempt = ada.course(OTHER).orElseThrow().attempt().orElseThrow();
        Attempt.Item item = attempt.items().get(0);
        Answer right = SomeQuestions.numeric().match(new RightAnswer(item.seed()));

        answer.answer(ada, attempt.id(), 0, right, null, PLACE);

        assertThat(learners.events(LearnerEvent.BadgeGiven.class)).hasSize(1);
        assertThat(ada.completion(OTHER)).isPresent();
    }

    private AnswerQuestion.Outcome walks(String attempt, Confidence confidence, String... choices) {
        return answer.answer(ada, attempt, 0, new Answer.Walked(List.of(choices)), confidence, PLACE)
                .result();
    }

    @Test
    void seedsDifferFromCallToCall() {
        Seeds seeds = new Seeds();

        assertThat(seeds.getAsLong()).isNotEqualTo(seeds.getAsLong());
    }
}
