package dev.fieldcert.learner.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final LocalDate SHOWN = LocalDate.of(2026, 11, 2);
    private static final LocalDate RENEWS = LocalDate.of(2027, 9, 3);
    private static final RetrievalPace PACE = RetrievalPace.AS_NEEDED;

    private static Retention shown(String... objectives) {
        Retention retention = Retention.NONE;
        for (String objective : objectives) {
            retention = retention.shown("course", objective, RENEWS, Map.of(), PACE, SHOWN);
        }
        return retention;
    }

    private static ObjectiveMemory quota(Retention retention) {
        return retention.of("course", "quota").orElseThrow();
    }

    @Test
    void aQuestionThatWasJustAskedComesAfterAllThatWereAskedBefore() {
        ObjectiveMemory memory =
                ObjectiveMemory.shown("course", "quota", RENEWS, Map.of("often", 57, "early", 3), PACE, SHOWN);

        memory = memory.asked("early").shownAgain(RENEWS, Map.of("new", 1), PACE, SHOWN.plusDays(200));

        assertThat(memory.timesAsked()).isEqualTo(Map.of("often", 57, "early", 58, "new", 59));
    }

    @Test
    void rightAnswersAreAskedForAtWideningGaps() {
        Retention retention = shown("quota");
        assertThat(quota(retention).dueOn()).isEqualTo(SHOWN.plusDays(2));

        retention = answerWhenDue(retention, Recall.GOOD);
        assertThat(quota(retention).dueOn()).isEqualTo(SHOWN.plusDays(13));
        retention = answerWhenDue(retention, Recall.GOOD);
        assertThat(quota(retention).dueOn()).isEqualTo(SHOWN.plusDays(59));
    }

    @Test
    void guessedIsAskedSoonerAndCertainLater() {
        Retention before = answerWhenDue(shown("quota"), Recall.GOOD);
        LocalDate good = quota(answerWhenDue(before, Recall.GOOD)).dueOn();

        assertThat(quota(answerWhenDue(before, Recall.HARD)).dueOn()).isBefore(good);
        assertThat(quota(answerWhenDue(before, Recall.EASY)).dueOn()).isAfter(good);
    }

    @Test
    void aMissComesBackWithinAWeekHoweverLongItWasRemembered() {
        Retention retention = shown("quota");
        for (int i = 0; i < 3; i++) {
            retention = answerWhenDue(retention, Recall.GOOD);
        }
        LocalDate missed = quota(retention).dueOn();

        retention = answerWhenDue(retention, Recall.AGAIN);

        assertThat(quota(retention).dueOn()).isAfter(missed).isBeforeOrEqualTo(missed.plusDays(3));
        assertThat(retention.next(PACE, memory -> true, missed.plusDays(3)))
                .hasValueSatisfying(next -> assertThat(next.isPressing()).isTrue());
    }

    @Test
    void onlyTheFirstAnswerOfADayCounts() {
        Retention missed = answerWhenDue(shown("quota"), Recall.AGAIN);

        Retention again = missed.answered(
                "course", "quota", Recall.EASY, PACE, quota(missed).gradedOn());

        assertThat(again).isEqualTo(missed);
    }

    @Test
    void threeSpacedSuccessesOverNinetyDaysLeaveItAloneUntilItsRenewal() {
        Retention retention = shown("quota");
        for (int i = 0; i < 3; i++) {
            retention = answerWhenDue(retention, Recall.GOOD);
            assertThat(quota(retention).isKeptUp()).isFalse();
            assertThat(quota(retention).due()).isPresent();
        }

        retention = answerWhenDue(retention, Recall.GOOD);

        assertThat(quota(retention).isKeptUp()).isTrue();
        assertThat(quota(retention).due()).isEmpty();
        assertThat(retention.next(PACE, memory -> true, SHOWN.plusDays(280))).isEmpty();
    }

    @Test
    void aMissAmongThemIsNotKeptUp() {
        Retention retention = shown("quota");
        for (int i = 0; i < 3; i++) {
            retention = answerWhenDue(retention, Recall.GOOD);
        }
        retention = answerWhenDue(retention, Recall.AGAIN);

        assertThat(quota(retention).isKeptUp()).isFalse();
    }

    @Test
    void nothingIsAskedOnceTheRenewalHasBegun() {
        Retention retention = Retention.NONE.shown("course", "quota", SHOWN.plusDays(10), Map.of(), PACE, SHOWN);

        retention = answerWhenDue(retention, Recall.GOOD);

        assertThat(quota(retention).due()).isEmpty();
    }

    @Test
    void aMissGoesFirstAndThenWhatIsMostLikelyForgotten() {
        Retention retention = shown("quota", "pipeline", "forecast");
        LocalDate first = SHOWN.plusDays(2);
        retention = retention
                .answered("course", "pipeline", Recall.EASY, PACE, first)
                .answered("course", "forecast", Recall.AGAIN, PACE, first);

        assertThat(retention.due(first.plusDays(60), Set.of()))
                .extracting(ObjectiveMemory::objective)
                .containsExactly("forecast", "quota", "pipeline");
        assertThat(retention.due(first.plusDays(60), Set.of("course"))).isEmpty();
    }

    @Test
    void twoADayAreEnoughAndTheRestWaits() {
        LocalDate today = SHOWN.plusDays(2);
        Retention retention = shown("quota", "pipeline", "forecast");
        for (String objective : List.of("quota", "pipeline")) {
            assertThat(retention.next(PACE, memory -> true, today).orElseThrow().from())
                    .isEqualTo(today);
            retention = retention.contacted(today).heardFrom().answered("course", objective, Recall.GOOD, PACE, today);
        }

        assertThat(retention.next(PACE, memory -> true, today).orElseThrow().from())
                .isEqualTo(today.plusDays(1));
    }

    @Test
    void whoDoesNotAnswerIsAskedLessAndLessAndThenNoMoreUntilTheyAreBack() {
        LocalDate today = SHOWN.plusDays(2);
        Retention retention = shown("quota").contacted(today);
        assertThat(retention.next(PACE, memory -> true, today).orElseThrow().from())
                .isEqualTo(today.plusDays(1));
        retention = retention.contacted(today.plusDays(1));
        assertThat(retention.next(PACE, memory -> true, today).orElseThrow().from())
                .isEqualTo(today.plusDays(3));
        retention = retention.contacted(today.plusDays(3));
        assertThat(retention.next(PACE, memory -> true, today.plusDays(30))).isEmpty();

        assertThat(retention.heardFrom().next(PACE, memory -> true, today.plusDays(30)))
                .isPresent();
    }

    @Test
    void notTodayAndFewerAndNone() {
        LocalDate today = SHOWN.plusDays(2);
        Retention retention = shown("quota");

        assertThat(retention
                        .notBefore(today.plusDays(1))
                        .next(PACE, memory -> true, today)
                        .orElseThrow()
                        .from())
                .isEqualTo(today.plusDays(1));
        assertThat(quota(retention.at(RetrievalPace.FEWER)).dueOn()).isAfter(today);
        assertThat(retention.next(RetrievalPace.NONE, memory -> true, today)).isEmpty();
    }

    @Test
    void whatWasObservedIsCountedWithWilsonsInterval() {
        Observed observed = new Observed(9, 11);

        assertThat(observed.low()).isCloseTo(0.52, within(0.005));
        assertThat(observed.high()).isCloseTo(0.95, within(0.005));
        assertThat(Observed.after(
                        30,
                        List.of(
                                new Retrieval(SHOWN, 30, true, 5),
                                new Retrieval(SHOWN, 29, true, 5),
                                new Retrieval(SHOWN, 44, false, 5))))
                .isEqualTo(new Observed(1, 2));
    }

    private static Retention answerWhenDue(Retention retention, Recall recall) {
        return retention.answered(
                "course", "quota", recall, PACE, quota(retention).dueOn());
    }
}
