package dev.fieldcert.learner.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldcert.conversation.SettableClock;
import dev.fieldcert.learner.InMemoryLearners;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Preferences;
import dev.fieldcert.learner.memory.RetrievalPace;
import dev.fieldcert.learner.plan.Snoozed;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What learners choose for themselves. */
class PreferencesTest {

    private static final String ADA = "U0ADA";
    private static final LocalDate DUE = LocalDate.of(2027, 3, 31);

    private final SettableClock clock = new SettableClock("2026-11-02T09:00:00Z");
    private final InMemoryLearners learners = new InMemoryLearners(clock);
    private final ChangePreferences change = new ChangePreferences(learners, clock);
    private final RaiseBudget raise = new RaiseBudget(learners, clock);
    private final Learner ada = learners.know(new Learner(ADA));

    @Test
    void aChoiceIsKeptAndThePlanLookedAtAMinuteLater() {
        assertThat(change.change(ADA, before -> before.askingConfidence(true))
                        .result()
                        .askConfidence())
                .isTrue();

        assertThat(ada.preferences().askConfidence()).isTrue();
        assertThat(ada.contact().lastAction()).isEqualTo(clock.instant());
        assertThat(ada.nextContactAt()).contains(clock.instant().plus(Duration.ofMinutes(1)));
    }

    @Test
    void theLastContactIsPutOff() {
        Instant until = clock.instant().plus(Duration.ofHours(3));

        assertThat(change.snooze(ADA, until).result()).isEqualTo(until);

        assertThat(ada.contact().snoozed()).isEqualTo(new Snoozed(clock.instant(), until));
        assertThat(ada.nextContactAt()).contains(clock.instant());
    }

    @Test
    void theBudgetIsRaisedForADueDateThatStands() {
        ada.enrollInCourse("plans", ADA, DUE, clock.instant());
        ada.prefer(ada.preferences().contacts(LocalTime.of(8, 0), Set.of(DayOfWeek.MONDAY), 1, "DE", List.of(DUE)));

        assertThat(raise.raise(ADA, "plans", DUE, 3).result()).isEqualTo(new RaiseBudget.Outcome.Raised(3));

        assertThat(ada.preferences())
                .isEqualTo(Preferences.DEFAULT.contacts(
                        LocalTime.of(8, 0), Set.of(DayOfWeek.MONDAY), 3, "DE", List.of(DUE)));
        assertThat(ada.contact().lastAction()).isEqualTo(clock.instant());
        assertThat(raise.raise(ADA, "plans", DUE, 3).result()).isEqualTo(new RaiseBudget.Outcome.EnoughAlready(3));
        assertThat(raise.raise(ADA, "plans", DUE, 2).result()).isEqualTo(new RaiseBudget.Outcome.EnoughAlready(3));
        assertThat(raise.raise(ADA, "plans", DUE.plusDays(1), 4).result()).isEqualTo(new RaiseBudget.Outcome.Settled());
        assertThat(raise.raise(ADA, "gone", DUE, 4).result()).isEqualTo(new RaiseBudget.Outcome.Settled());
        assertThatThrownBy(() -> raise.raise(ADA, "plans", DUE, 6)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPauseEndsOnItsDayAndAStopDoesNot() {
        LocalDate day = LocalDate.of(2026, 11, 5);
        Preferences paused = Preferences.DEFAULT.pausedUntil(day);

        assertThat(Preferences.DEFAULT.isOnPause(day)).isFalse();
        assertThat(paused.isOnPause(day.minusDays(1))).isTrue();
        assertThat(paused.isOnPause(day)).isFalse();
        assertThat(paused.stopped(true).isOnPause(day.plusDays(1))).isTrue();
        assertThat(paused.stopped(true).pausedUntil()).isNull();
        assertThat(paused.stopped(true).pausedUntil(day).stopped()).isFalse();
        assertThat(paused.askingConfidence(true).badges(false, true))
                .isEqualTo(new Preferences(
                        LocalTime.of(9, 30),
                        Preferences.MONDAY_TO_FRIDAY,
                        1,
                        null,
                        null,
                        day,
                        false,
                        true,
                        false,
                        true,
                        RetrievalPace.AS_NEEDED));
    }

    @Test
    void aBudgetIsOneToFiveContactsADay() {
        Preferences one = Preferences.DEFAULT;
        for (int budget : List.of(1, Preferences.MOST_CONTACTS_A_DAY)) {
            assertThat(budget(one, budget).budget()).isEqualTo(budget);
        }
        for (int budget : List.of(0, Preferences.MOST_CONTACTS_A_DAY + 1)) {
            assertThatThrownBy(() -> budget(one, budget)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Preferences budget(Preferences before, int budget) {
        return before.contacts(before.hour(), before.days(), budget, null, List.of());
    }
}
