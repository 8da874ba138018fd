package dev.fieldcert.drip;

import static dev.fieldcert.drip.ContactPlanTest.at;
import static dev.fieldcert.drip.ContactPlanTest.backlog;
import static dev.fieldcert.drip.ContactPlanTest.historyOf;
import static dev.fieldcert.drip.ContactPlanTest.notBefore;
import static dev.fieldcert.drip.ContactPlanTest.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.plan.ContactContent;
import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.LearningTask;
import dev.fieldcert.learner.plan.Reason;
import dev.fieldcert.learner.plan.Reason.Code;
import dev.fieldcert.learner.plan.Reminders;
import dev.fieldcert.learner.plan.Snoozed;
import dev.fieldcert.learner.plan.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Daylight saving, outages, misfires, and clocks that jump; each with the outcome it must have. */
class ClockTroubleTest {

    private static final LearningTask LESSON =
            LearningTask.next(LearningTask.Kind.LESSON, "c1", TaskId.lesson("c1", "lesson-2"), "The economic buyer");
    private static final Duration SPREAD = ContactWindows.SPREAD;

    @Test
    void halfPastNineStaysHalfPastNineWhenTheClocksChange() {
        // Berlin falls back on Sunday 25 October 2026 and springs forward on Sunday 28 March 2027.
        SomePreferences berlin = SomePreferences.in("Europe/Berlin", "DE");

        assertThat(contactAfter(berlin, "2026-10-23T06:00:00Z"))
                .isBetween(at("2026-10-23T07:30:00Z"), at("2026-10-23T07:37:00Z"));
        assertThat(contactAfter(berlin, "2026-10-26T06:00:00Z"))
                .isBetween(at("2026-10-26T08:30:00Z"), at("2026-10-26T08:37:00Z"));
        assertThat(contactAfter(berlin, "2027-03-25T06:00:00Z"))
                .isBetween(at("2027-03-25T08:30:00Z"), at("2027-03-25T08:37:00Z"));
        assertThat(contactAfter(berlin, "2027-03-30T06:00:00Z"))
                .isBetween(at("2027-03-30T07:30:00Z"), at("2027-03-30T07:37:00Z"));
    }

    @Test
    void aTimeThatDoesNotExistIsMovedForwardByTheGap() {
        // New York, Sunday 14 March 2027: 02:00 becomes 03:00; 02:40, settled in, plus the spread is 03:40 plus the
        // spread.
        SomePreferences atNight = everyDay("America/New_York", LocalTime.of(2, 30));

        assertThat(contactAfter(atNight, "2027-03-14T05:00:00Z"))
                .isBetween(
                        at("2027-03-14T07:40:00Z"), at("2027-03-14T07:40:00Z").plus(SPREAD));
    }

    @Test
    void aTimeThatExistsTwiceMeansTheFirstAndTheSecondBringsNothing() {
        // New York, Sunday 1 November 2026: 01:40, settled in, comes at 05:40Z and again at 06:40Z.
        SomePreferences atNight = everyDay("America/New_York", LocalTime.of(1, 30));
        Instant first = contactAfter(atNight, "2026-11-01T04:30:00Z");

        assertThat(first)
                .isBetween(
                        at("2026-11-01T05:40:00Z"), at("2026-11-01T05:40:00Z").plus(SPREAD));
        ContactState sent = historyOf(first).acted(first.plusSeconds(60));
        assertThat(notBefore(input(atNight, sent, "2026-11-01T06:50:00Z"), Code.BUDGET_USED))
                .isAfter("2026-11-02T06:40:00Z");
    }

    @Test
    void aDayThatDoesNotExistIsNotWaitedFor() {
        // Samoa went from Thursday 29 to Saturday 31 December 2011.
        SomePreferences everyDay = everyDay("Pacific/Apia", LocalTime.of(9, 30));
        SomePreferences weekdays = SomePreferences.in("Pacific/Apia", "");

        assertThat(notBefore(input(everyDay, ContactState.NONE, "2011-12-30T05:00:00Z"), Code.AFTER_HOURS))
                .isBetween(
                        at("2011-12-30T19:30:00Z"), at("2011-12-30T19:30:00Z").plus(SPREAD));
        assertThat(notBefore(input(weekdays, ContactState.NONE, "2011-12-30T05:00:00Z"), Code.AFTER_HOURS))
                .as("the Friday that was left out is not made up for on Saturday")
                .isBetween(
                        at("2012-01-01T19:30:00Z"), at("2012-01-01T19:30:00Z").plus(SPREAD));
    }

    @Test
    void aMisfiredMorningIsMadeUpForOnceTheSameDay() {
        SomePreferences berlin = SomePreferences.in("Europe/Berlin", "DE");
        PlanningInput late = input(berlin, ContactState.NONE, "2026-11-02T14:20:00Z");

        Decision.Send send = send(late);
        notBefore(input(berlin, send.after(ContactState.NONE, late.now()), "2026-11-02T14:20:05Z"), Code.BUDGET_USED);
    }

    @Test
    void threeDaysOfOutageCostThreeContactsAndBringOne() {
        SomePreferences berlin = SomePreferences.in("Europe/Berlin", "DE");
        ContactState before = historyOf(at("2026-11-02T08:33:00Z")).acted(at("2026-11-02T08:50:00Z"));
        PlanningInput back = input(berlin, before, "2026-11-05T15:00:00Z");

        Decision.Send send = send(back);

        assertThat(send.what()).isEqualTo(new ContactContent.NextThing(LESSON));
        assertThat(notBefore(input(berlin, send.after(before, back.now()), "2026-11-05T15:01:00Z"), Code.BUDGET_USED))
                .isBetween(at("2026-11-06T08:30:00Z"), at("2026-11-06T08:37:00Z"));
    }

    @Test
    void anOutageThatEndsInTheEveningIsMadeUpForTheNextMorning() {
        SomePreferences berlin = SomePreferences.in("Europe/Berlin", "DE");

        assertThat(notBefore(input(berlin, ContactState.NONE, "2026-11-05T19:00:00Z"), Code.AFTER_HOURS))
                .isBetween(at("2026-11-06T08:30:00Z"), at("2026-11-06T08:37:00Z"));
    }

    @Test
    void aReminderMissedInAnOutageIsNotAddedToTheNextOne() {
        LearningTask question = LearningTask.open(
                LearningTask.Kind.QUESTION, "c1", TaskId.lesson("c1", "q7"), "Question 7", at("2026-11-02T08:33:00Z"));
        PlanningInput back = SomePreferences.in("Europe/Berlin", "DE")
                .input(
                        "ada",
                        Optional.empty(),
                        backlog(question),
                        historyOf(at("2026-11-02T08:33:00Z")),
                        at("2026-11-06T10:00:00Z"));

        assertThat(send(back).what()).isEqualTo(new ContactContent.Reminder(question, 1));
    }

    @Test
    void aClockSetBackAnHourDoesNotSendTwice() {
        SomePreferences berlin = SomePreferences.in("Europe/Berlin", "DE");
        ContactState sent = historyOf(at("2026-11-02T10:00:00Z"));

        assertThat(notBefore(input(berlin, sent, "2026-11-02T09:00:00Z"), Code.BUDGET_USED))
                .isAfter("2026-11-03T08:30:00Z");
    }

    @Test
    void aClockThatWasAYearAheadDoesNotSilenceTheBotForAYear() {
        SomePreferences berlin = SomePreferences.in("Europe/Berlin", "DE");
        Instant wrong = at("2027-11-02T10:00:00Z");
        LearningTask question =
                LearningTask.open(LearningTask.Kind.QUESTION, "c1", TaskId.lesson("c1", "q7"), "Question 7", wrong);
        ContactState odd = SomeContacts.state(
                List.of(wrong),
                null,
                Map.of(TaskId.lesson("c1", "q7"), new Reminders(1, wrong)),
                wrong,
                new Snoozed(wrong, wrong.plusSeconds(3_600)),
                null,
                null);

        Decision.Send send =
                send(berlin.input("ada", Optional.empty(), backlog(question), odd, at("2026-11-02T10:00:00Z")));

        assertThat(send.what()).isEqualTo(new ContactContent.Reminder(question, 2));
        assertThat(send.reason().notes()).extracting(Reason::code).contains(Code.CLOCK_WENT_BACK, Code.SNOOZE_TOO_LONG);
    }

    @Test
    void aTravellerIsContactedByTheClockOfWhereTheyAre() {
        SomePreferences tokyo = SomePreferences.in("Asia/Tokyo", "");
        SomePreferences lisbon = SomePreferences.in("Europe/Lisbon", "");
        ContactState sent = historyOf(at("2026-11-03T00:33:00Z"));

        assertThat(notBefore(input(lisbon, sent, "2026-11-03T08:00:00Z"), Code.BUDGET_USED))
                .as("half past midnight in Lisbon was still that Tuesday")
                .isBetween(at("2026-11-04T09:30:00Z"), at("2026-11-04T09:37:00Z"));
        assertThat(notBefore(input(tokyo, sent, "2026-11-03T08:00:00Z"), Code.BUDGET_USED))
                .isBetween(at("2026-11-04T00:30:00Z"), at("2026-11-04T00:37:00Z"));
    }

    @Test
    void aPauseThatEndedDuringAnOutageBringsOneContact() {
        SomePreferences paused = SomePreferences.in("Europe/Berlin", "DE").pausedUntil(LocalDate.of(2026, 11, 3));

        assertThat(send(input(paused, ContactState.NONE, "2026-11-05T12:00:00Z"))
                        .what())
                .isEqualTo(new ContactContent.NextThing(LESSON));
    }

    @Test
    void nothingSetsOutInTheLastMinuteBeforeQuiet() {
        SomePreferences berlin = SomePreferences.in("Europe/Berlin", "DE");
        DoNotDisturb lunch = new DoNotDisturb(at("2026-11-02T11:00:00Z"), at("2026-11-02T12:00:00Z"));

        notBefore(input(berlin, ContactState.NONE, "2026-11-02T16:29:30Z"), Code.AFTER_HOURS);
        assertThat(notBefore(
                        berlin.input(
                                "ada",
                                Optional.of(lunch),
                                backlog(LESSON),
                                ContactState.NONE,
                                at("2026-11-02T10:59:30Z")),
                        Code.DO_NOT_DISTURB))
                .isEqualTo(lunch.end());
    }

    private static SomePreferences everyDay(String zone, LocalTime time) {
        return SomePreferences.in(zone, "").everyDayAt(time);
    }

    private static Instant contactAfter(SomePreferences preferences, String now) {
        return notBefore(input(preferences, ContactState.NONE, now), Code.BEFORE_CHOSEN_TIME);
    }

    private static PlanningInput input(SomePreferences preferences, ContactState history, String now) {
        return preferences.input("ada", Optional.empty(), backlog(LESSON), history, at(now));
    }
}
