package dev.fieldcert.learner.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.spy;

import dev.fieldcert.conversation.SettableClock;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.Wording;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.ItemDecision;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerDatabase;
import dev.fieldcert.learner.LearnerEvent.AnswerGiven;
import dev.fieldcert.learner.LearnerEvent.ItemReported;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.SmallCourse;
import dev.fieldcert.learner.certification.EarnBadges;
import dev.fieldcert.learner.record.Records;
import dev.fieldcert.outbox.OutboxRelay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A new key is applied to everybody once, whatever fails and whoever else applies it at the same time. */
class SettleDecisionTest {

    private static final String QUESTION = SmallCourse.FIRST + "-c1";
    private static final List<String> PEOPLE = List.of("U0ADA", "U0EVE", "U0MEI");

    private final SettableClock clock = new SettableClock("2026-11-02T09:00:00Z");
    private final LearnerDatabase database = new LearnerDatabase();
    private final Programs programs = SmallCourse.taught();
    private final ItemDecisions decisions = new ItemDecisions(database.mongo());
    private final ItemReports reports = new ItemReports(database.mongo(), decisions);
    private final Learners learners = spy(database.learners(clock));
    private final SettleDecision one = instance(learners);
    private final SettleDecision other = instance(database.learners(clock));
    private ItemDecision decision;

    private SettleDecision instance(Learners its) {
        return new SettleDecision(
                its,
                decisions,
                reports,
                new Records(database.mongo()),
                programs,
                new EarnBadges(programs),
                mock(OutboxRelay.class),
                clock);
    }

    @BeforeEach
    void threePeopleAnsweredAndReportedIt() {
        for (String person : PEOPLE) {
            learners.change(person, learner -> {
                learner.enrollInCourse(SmallCourse.COURSE, person, null, clock.instant());
                return null;
            });
            learners.record(List.of(answer(person), report(person)));
        }
        clock.advance(Duration.ofHours(1));
        decisions.propose(proposal());
        decision = decisions.make("d1", clock.instant()).orElseThrow();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private AnswerGiven answer(String person) {
        return new AnswerGiven(
                person + ":a1:0",
                person,
                SmallCourse.COURSE,
                SmallCourse.FIRST,
                QUESTION,
                "v1",
                Attempt.Kind.CHECK,
                Answer.Chosen.of("false").stored(),
                0,
                null,
                clock.instant(),
                clock.instant(),
                null);
    }

    private ItemReported report(String person) {
        return new ItemReported(
                person + ":r1",
                person,
                SmallCourse.COURSE,
                SmallCourse.FIRST,
                QUESTION,
                "v1",
                ItemReported.Kind.WRONG,
                "",
                "",
                clock.instant());
    }

    private ItemDecision proposal() {
        return new ItemDecision(
                "d1",
                SmallCourse.COURSE,
                SmallCourse.FIRST,
                QUESTION,
                "v1",
                Wording.of(SmallCourse.question(QUESTION)),
                ItemDecision.Kind.KEY,
                Answer.Chosen.of("false").stored(),
                "It is not.",
                "U0BOSS",
                clock.instant(),
                null,
                null,
                null,
                null,
                null);
    }

    private void failsFor(String person, Throwable failure) {
        doThrow(failure)
                .when(learners)
                .change(
                        argThat((Learner learner) ->
                                learner != null && learner.id().equals(person)),
                        any());
    }

    private long toldOfIt(String person) {
        return learners.find(person).orElseThrow().outbox().messages().stream()
                .filter(message -> message.content() instanceof Notification.ItemDecided)
                .count();
    }

    private double score(String person) {
        Learner learner = learners.find(person).orElseThrow();
        return learner.event(AnswerGiven.class, person + ":a1:0")
                .orElseGet(() ->
                        learners.event(AnswerGiven.class, person + ":a1:0").orElseThrow())
                .score();
    }

    private void everybodyWasRegradedAndToldOnce() {
        assertThat(PEOPLE).allSatisfy(person -> {
            assertThat(score(person)).as(person).isEqualTo(1);
            assertThat(toldOfIt(person)).as(person).isEqualTo(1);
        });
    }

    @Test
    void aPersonForWhomItFailsStopsNobodyElseAndIsTriedAgain() {
        failsFor("U0EVE", new StackOverflowError());

        SettleDecision.Result result = one.settle(decision, () -> {});

        assertThat(result.failed()).isEqualTo(1);
        assertThat(result.changed()).hasSize(2);
        assertThat(score("U0EVE")).isZero();
        clock.advance(Duration.ofMinutes(10));
        one.catchUp();
        assertThat(decisions.unsettled()).extracting(ItemDecision::id).containsExactly("d1");

        reset(learners);
        one.catchUp();
        assertThat(decisions.unsettled()).isEmpty();
        everybodyWasRegradedAndToldOnce();
    }

    @Test
    void aKillInTheMiddleIsMadeUpForAndRepeatsNothing() {
        assertThatThrownBy(() -> one.settle(decision, () -> {
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(PEOPLE).filteredOn(person -> score(person) == 1).hasSize(1);

        other.catchUp();
        one.catchUp();

        everybodyWasRegradedAndToldOnce();
    }

    @Test
    void twoInstancesAtTheSameMomentApplyItOnce() {
        AtomicBoolean first = new AtomicBoolean(true);
        doAnswer(call -> {
                    Object stale = call.callRealMethod();
                    if (first.compareAndSet(true, false)) {
                        other.settle(decision, () -> {});
                    }
                    return stale;
                })
                .when(learners)
                .find("U0EVE");

        one.settle(decision, () -> {});

        assertThat(first).isFalse();
        everybodyWasRegradedAndToldOnce();
    }

    @Test
    void undoingBringsTheScoresBackForEverybody() {
        one.settle(decision, () -> {});
        clock.advance(Duration.ofMinutes(10));
        ItemDecision undone = decisions
                .undo("d1", "U0BOSS", "It is, after all.", clock.instant())
                .orElseThrow();

        one.settle(undone, () -> {});
        other.settle(undone, () -> {});

        assertThat(PEOPLE).allSatisfy(person -> assertThat(score(person)).isZero());
    }
}
