package dev.fieldcert.learner.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is remembered of contacts. */
class ContactStateTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2026, 11, 9);
    private static final LearningTask LESSON =
            LearningTask.next(LearningTask.Kind.LESSON, "plans", TaskId.lesson("plans", "first"), "First");
    private static final LearningTask CHECK =
            LearningTask.next(LearningTask.Kind.CHECK, "plans", TaskId.check("plans", 1), "Check");

    private static ContactState contacted(ContactState before, ContactContent content, Instant at) {
        return before.contacted(content, List.of(), List.of(), at);
    }

    @Test
    void aContactIsRememberedForThreeDays() {
        ContactState first = contacted(ContactState.NONE, new ContactContent.NextThing(LESSON), NOW);
        assertThat(first.lastSent()).isEqualTo(LearningTask.Kind.LESSON);
        assertThat(first.contacts()).containsExactly(NOW);
        Instant third = NOW.plus(Duration.ofDays(3));
        assertThat(contacted(first, new ContactContent.DueNews(), third).contacts())
                .containsExactly(NOW, third);
        Instant later = third.plusSeconds(1);
        assertThat(contacted(first, new ContactContent.DueNews(), later).contacts())
                .containsExactly(later);
    }

    @Test
    void aContactSaysDueDatesOnceAndEndsASnooze() {
        var notice = new DueNotice("plans", "Plans", DUE, DueNotice.Stage.SEVEN_DAYS, 5);
        var risk = new DueAtRisk("plans", "Plans", DUE, 5, 3, 2, DUE.plusDays(7));

        ContactState after = ContactState.NONE
                .snoozed(NOW, NOW.plusSeconds(60))
                .contacted(new ContactContent.DueNews(), List.of(notice), List.of(risk), NOW);

        assertThat(after.mentioned())
                .containsExactlyInAnyOrder(
                        new DueMention("plans", LocalDate.of(2026, 11, 9), DueMention.What.SEVEN_DAYS),
                        new DueMention("plans", LocalDate.of(2026, 11, 9), DueMention.What.AT_RISK));
        assertThat(after.snoozed()).isNull();
        assertThat(after.lastSent()).isNull();
        assertThat(DueNotice.Stage.PASSED.days()).isZero();
    }

    @Test
    void remindersAreCountedAndAComebackIsNone() {
        ContactState once = contacted(ContactState.NONE, new ContactContent.Reminder(LESSON, 1), NOW);
        assertThat(once.reminders(LESSON.id())).contains(new Reminders(1, NOW));
        Instant later = NOW.plusSeconds(60);
        assertThat(contacted(once, new ContactContent.ComesBack(LESSON), later).reminders(LESSON.id()))
                .contains(new Reminders(1, later));
        assertThat(contacted(ContactState.NONE, new ContactContent.ComesBack(LESSON), later)
                        .reminders(LESSON.id()))
                .contains(new Reminders(0, later));
    }

    @Test
    void waitingEndsWhenTheLearnerActs() {
        ContactState waiting = contacted(
                contacted(ContactState.NONE, new ContactContent.Reminder(LESSON, 3), NOW),
                new ContactContent.WillWait(LESSON),
                NOW);
        assertThat(waiting.waitingSince()).isEqualTo(NOW);
        ContactState asked = contacted(waiting, new ContactContent.AskToGoOn(LESSON), NOW.plusSeconds(1));
        assertThat(asked.askedToGoOn()).isEqualTo(NOW.plusSeconds(1));
        Instant later = NOW.plusSeconds(60);

        ContactState acted = asked.acted(later);

        assertThat(acted.lastAction()).isEqualTo(later);
        assertThat(acted.waitingSince()).isNull();
        assertThat(acted.askedToGoOn()).isNull();
        assertThat(acted.reminders(LESSON.id())).contains(new Reminders(0, later));
    }

    @Test
    void whoActsWithoutBeingWaitedForKeepsTheirReminders() {
        ContactState once = contacted(ContactState.NONE, new ContactContent.Reminder(LESSON, 2), NOW);

        assertThat(once.acted(NOW.plusSeconds(1)).reminders(LESSON.id())).contains(new Reminders(2, NOW));
    }

    @Test
    void aSnoozeIsAnAction() {
        ContactState snoozed = ContactState.NONE.snoozed(NOW, NOW.plusSeconds(60));

        assertThat(snoozed.snoozed()).isEqualTo(new Snoozed(NOW, NOW.plusSeconds(60)));
        assertThat(snoozed.lastAction()).isEqualTo(NOW);
    }

    @Test
    void aCheckThatIsOfferedAnewIsNew() {
        ContactState before = contacted(
                contacted(ContactState.NONE, new ContactContent.Reminder(CHECK, 1), NOW)
                        .opened(CHECK, NOW)
                        .opened(LESSON, NOW),
                new ContactContent.WillWait(CHECK),
                NOW);
        before = contacted(before, new ContactContent.AskToGoOn(CHECK), NOW);
        before = contacted(before, new ContactContent.Reminder(LESSON, 1), NOW);

        ContactState after = before.checkNotOpened("plans");

        assertThat(after.tasks()).extracting(KnownTask::id).containsExactly(LESSON.id());
        assertThat(after.waitingSince()).isNull();
        assertThat(after.askedToGoOn()).isNull();
    }

    @Test
    void whatIsOpenIsOpenSinceTheFirstTime() {
        ContactState opened = ContactState.NONE.opened(LESSON, NOW).opened(LESSON, NOW.plusSeconds(1));

        assertThat(opened.tasks()).containsExactly(new KnownTask(LESSON.id(), NOW, null));
    }

    @Test
    void whatIsNotAskedForAnyMoreIsForgotten() {
        ContactState before = contacted(ContactState.NONE, new ContactContent.Reminder(CHECK, 1), NOW)
                .opened(CHECK, NOW)
                .opened(LESSON, NOW)
                .mentioned(new DueMention("plans", LocalDate.of(2026, 11, 9), DueMention.What.SEVEN_DAYS))
                .mentioned(new DueMention("gone", LocalDate.of(2026, 11, 9), DueMention.What.SEVEN_DAYS));
        before = contacted(before, new ContactContent.Reminder(LESSON, 1), NOW);

        ContactState after = before.keeping(Set.of(LESSON.id()), Set.of("plans"));

        assertThat(after.tasks()).extracting(KnownTask::id).containsExactly(LESSON.id());
        assertThat(after.mentioned())
                .containsExactly(new DueMention("plans", LocalDate.of(2026, 11, 9), DueMention.What.SEVEN_DAYS));
    }

    @Test
    void decisionsAreRememberedAndWhatWasSentApart() {
        Reason reason = Reason.of(Reason.Code.JUST_ACTIVE);
        ContactState decided = ContactState.NONE.decided(reason, NOW);
        assertThat(decided.decided()).isEqualTo(new ContactState.Decided(reason, NOW));
        assertThat(decided.sent()).isNull();
        assertThat(decided.sent(reason, NOW).sent()).isEqualTo(new ContactState.Decided(reason, NOW));
        assertThat(decided.sent(reason, NOW).decided(reason, NOW.plusSeconds(1)).sent())
                .isEqualTo(new ContactState.Decided(reason, NOW));
    }

    @Test
    void whatWasNeverStoredIsEmpty() {
        assertThat(new ContactState(null, null, null, null, null, null, null, null, null, null, null))
                .isEqualTo(ContactState.NONE);
    }

    @Test
    void doNotDisturbBecomesAHabitOnTheThirdDay() {
        LocalDate day = LocalDate.of(2026, 11, 2);
        CoveredDays two = CoveredDays.NONE.and(day, true).and(day.plusDays(1), true);
        assertThat(two.hidesWorkingDay()).isFalse();
        assertThat(two.hidesChosenTime()).isFalse();
        CoveredDays three = two.and(day.plusDays(2), true);
        assertThat(three).isEqualTo(new CoveredDays(3, 3, day.plusDays(2), false));
        assertThat(three.hidesWorkingDay()).isTrue();
        assertThat(three.hidesChosenTime()).isTrue();
        CoveredDays told = ContactState.NONE.covered(three).toldOfDoNotDisturb().covered();
        assertThat(told.told()).isTrue();
        assertThat(told.and(day.plusDays(2), true)).isEqualTo(told);
        assertThat(told.and(day.plusDays(2), false)).isEqualTo(new CoveredDays(3, 0, day.plusDays(2), false));
        assertThat(told.and(day.plusDays(3), true)).isEqualTo(new CoveredDays(4, 4, day.plusDays(3), true));
        assertThat(told.and(day.plusDays(3), false)).isEqualTo(new CoveredDays(4, 0, day.plusDays(3), false));
        assertThat(new CoveredDays(1, 0, day, false).and(day, true)).isEqualTo(new CoveredDays(1, 1, day, false));
    }

    @Test
    void workIsOpenOnceItWasSentAndAvailableFromItsMoment() {
        assertThat(LESSON.isOpen()).isFalse();
        assertThat(LESSON.isAvailableAt(Instant.MIN)).isTrue();
        LearningTask open =
                LearningTask.open(LearningTask.Kind.QUESTION, "plans", TaskId.lesson("plans", "q"), "Q", NOW);
        assertThat(open.isOpen()).isTrue();
        LearningTask later =
                LearningTask.availableFrom(LearningTask.Kind.CHECK, "plans", TaskId.check("plans", 0), "C", NOW);
        assertThat(later.isAvailableAt(NOW)).isTrue();
        assertThat(later.isAvailableAt(NOW.minusSeconds(1))).isFalse();
        assertThat(later.isOpen()).isFalse();
    }

    @Test
    void aReasonCarriesItsFacts() {
        Reason note = Reason.of(Reason.Code.NO_COUNTRY);
        LocalTime time = LocalTime.of(9, 30);

        Reason full = Reason.of(Reason.Code.HOLIDAY)
                .named("Easter")
                .counting(2)
                .on(DUE)
                .at(time)
                .at(NOW)
                .noting(List.of(note))
                .noting(List.of(note));

        assertThat(full).isEqualTo(new Reason(Reason.Code.HOLIDAY, "Easter", 2, DUE, time, NOW, List.of(note, note)));
        assertThat(full.isAboutTheDay()).isTrue();
        assertThat(note.isAboutTheDay()).isFalse();
        assertThat(new Reason(Reason.Code.PAUSED, null, null, null, null, null, null).notes())
                .isEmpty();
    }
}
