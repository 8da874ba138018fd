package dev.fieldcert.drip;

import static dev.fieldcert.drip.ContactPlanTest.at;
import static dev.fieldcert.drip.ContactPlanTest.backlog;
import static dev.fieldcert.drip.ContactPlanTest.historyOf;
import static dev.fieldcert.drip.ContactPlanTest.notBefore;
import static dev.fieldcert.drip.ContactPlanTest.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.drip.Reason.Code;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Daylight saving, outages, misfires, and clocks that jump; each with the outcome it must have. */
class ClockTroubleTest {

    private static final LearningTask LESSON =
            LearningTask.next(LearningTask.Kind.LESSON, "lesson-2", "The economic buyer");
    private static final Duration SPREAD = ContactWindows.SPREAD;

    @Test
    void halfPastNineStaysHalfPastNineWhenTheClocksChange() {
        // Berlin falls back on Sunday 25 October 2026 and springs forward on Sunday 28 March 2027.
        Preferences berlin = Preferences.defaults("Europe/Berlin", "DE");

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
        // New York, Sunday 14 March 2027: 02:00 becomes 03:00; 02:30 plus the spread is 03:30 plus the spread.
        Preferences atNight = everyDay("America/New_York", LocalTime.of(2, 30));

        assertThat(contactAfter(atNight, "2027-03-14T05:00:00Z"))
                .isBetween(
                        at("2027-03-14T07:30:00Z"), at("2027-03-14T07:30:00Z").plus(SPREAD));
    }

    @Test
    void aTimeThatExistsTwiceMeansTheFirstAndTheSecondBringsNothing() {
        // New York, Sunday 1 November 2026: 01:30 comes at 05:30Z and again at 06:30Z.
        Preferences atNight = everyDay("America/New_York", LocalTime.of(1, 30));
        Instant first = contactAfter(atNight, "2026-11-01T04:30:00Z");

        assertThat(first)
                .isBetween(
                        at("2026-11-01T05:30:00Z"), at("2026-11-01T05:30:00Z").plus(SPREAD));
        History sent = historyOf(first).acted(first.plusSeconds(60));
        assertThat(notBefore(input(atNight, sent, "2026-11-01T06:40:00Z"), Code.BUDGET_USED))
                .isAfter("2026-11-02T06:30:00Z");
    }

    @Test
    void aDayThatDoesNotExistIsNotWaitedFor() {
        // Samoa went from Thursday 29 to Saturday 31 December 2011.
        Preferences everyDay = everyDay("Pacific/Apia", LocalTime.of(9, 30));
        Preferences weekdays = Preferences.defaults("Pacific/Apia", "");

        assertThat(notBefore(input(everyDay, History.NONE, "2011-12-30T05:00:00Z"), Code.AFTER_HOURS))
                .isBetween(
                        at("2011-12-30T19:30:00Z"), at("2011-12-30T19:30:00Z").plus(SPREAD));
        assertThat(notBefore(input(weekdays, History.NONE, "2011-12-30T05:00:00Z"), Code.AFTER_HOURS))
                .as("the Friday that was left out is not made up for on Saturday")
                .isBetween(
                        at("2012-01-01T19:30:00Z"), at("2012-01-01T19:30:00Z").plus(SPREAD));
    }

    @Test
    void workingHoursThatVanishInAGapGiveThatDayNoWindow() {
        // Lebanon, Sunday 28 March 2027: midnight becomes 01:00, and these hours end at 01:00.
        Preferences midnight = new Preferences(
                LocalTime.MIDNIGHT,
                new WorkingHours(LocalTime.MIDNIGHT, LocalTime.of(1, 0)),
                Set.of(DayOfWeek.values()),
                1,
                "Asia/Beirut",
                "",
                List.of(),
                Optional.empty());

        assertThat(notBefore(input(midnight, History.NONE, "2027-03-27T22:30:00Z"), Code.NO_HOURS_THAT_DAY))
                .isBetween(at("2027-03-28T21:10:00Z"), at("2027-03-28T21:17:00Z"));
    }

    @Test
    void aMisfiredMorningIsMadeUpForOnceTheSameDay() {
        Preferences berlin = Preferences.defaults("Europe/Berlin", "DE");
        PlanningInput late = input(berlin, History.NONE, "2026-11-02T14:20:00Z");

        Decision.Send send = send(late);
        notBefore(input(berlin, History.NONE.after(send, late.now()), "2026-11-02T14:20:05Z"), Code.BUDGET_USED);
    }

    @Test
    void threeDaysOfOutageCostThreeContactsAndBringOne() {
        Preferences berlin = Preferences.defaults("Europe/Berlin", "DE");
        History before = historyOf(at("2026-11-02T08:33:00Z")).acted(at("2026-11-02T08:50:00Z"));
        PlanningInput back = input(berlin, before, "2026-11-05T15:00:00Z");

        Decision.Send send = send(back);

        assertThat(send.what()).isEqualTo(new ContactContent.NextThing(LESSON));
        assertThat(notBefore(input(berlin, before.after(send, back.now()), "2026-11-05T15:01:00Z"), Code.BUDGET_USED))
                .isBetween(at("2026-11-06T08:30:00Z"), at("2026-11-06T08:37:00Z"));
    }

    @Test
    void anOutageThatEndsInTheEveningIsMadeUpForTheNextMorning() {
        Preferences berlin = Preferences.defaults("Europe/Berlin", "DE");

        assertThat(notBefore(input(berlin, History.NONE, "2026-11-05T19:00:00Z"), Code.AFTER_HOURS))
                .isBetween(at("2026-11-06T08:30:00Z"), at("2026-11-06T08:37:00Z"));
    }

    @Test
    void aReminderMissedInAnOutageIsNotAddedToTheNextOne() {
        LearningTask question =
                LearningTask.open(LearningTask.Kind.QUESTION, "q7", "Question 7", at("2026-11-02T08:33:00Z"));
        PlanningInput back = new PlanningInput(
                "ada",
                Preferences.defaults("Europe/Berlin", "DE"),
                Optional.empty(),
                backlog(question),
                historyOf(at("2026-11-02T08:33:00Z")),
                at("2026-11-06T10:00:00Z"));

        assertThat(send(back).what()).isEqualTo(new ContactContent.Reminder(question, 1));
    }

    @Test
    void aClockSetBackAnHourDoesNotSendTwice() {
        Preferences berlin = Preferences.defaults("Europe/Berlin", "DE");
        History sent = historyOf(at("2026-11-02T10:00:00Z"));

        assertThat(notBefore(input(berlin, sent, "2026-11-02T09:00:00Z"), Code.BUDGET_USED))
                .isAfter("2026-11-03T08:30:00Z");
    }

    @Test
    void aClockThatWasAYearAheadDoesNotSilenceTheBotForAYear() {
        Preferences berlin = Preferences.defaults("Europe/Berlin", "DE");
        Instant wrong = at("2027-11-02T10:00:00Z");
        LearningTask question = LearningTask.open(LearningTask.Kind.QUESTION, "q7", "Question 7", wrong);
        History odd = new History(
                List.of(wrong),
                Optional.empty(),
                Map.of("q7", new Reminders(1, wrong)),
                Optional.of(wrong),
                Optional.of(new Snoozed(wrong, wrong.plusSeconds(3_600))),
                Optional.empty(),
                Optional.empty(),
                Set.of());

        Decision.Send send = send(
                new PlanningInput("ada", berlin, Optional.empty(), backlog(question), odd, at("2026-11-02T10:00:00Z")));

        assertThat(send.what()).isEqualTo(new ContactContent.Reminder(question, 2));
        assertThat(send.reason().notes()).extracting(Reason::code).contains(Code.CLOCK_WENT_BACK, Code.SNOOZE_TOO_LONG);
    }

    @Test
    void aTravellerIsContactedByTheClockOfWhereTheyAre() {
        Preferences tokyo = Preferences.defaults("Asia/Tokyo", "");
        Preferences lisbon = Preferences.defaults("Europe/Lisbon", "");
        History sent = historyOf(at("2026-11-03T00:33:00Z"));

        assertThat(notBefore(input(lisbon, sent, "2026-11-03T08:00:00Z"), Code.BUDGET_USED))
                .as("half past midnight in Lisbon was still that Tuesday")
                .isBetween(at("2026-11-04T09:30:00Z"), at("2026-11-04T09:37:00Z"));
        assertThat(notBefore(input(tokyo, sent, "2026-11-03T08:00:00Z"), Code.BUDGET_USED))
                .isBetween(at("2026-11-04T00:30:00Z"), at("2026-11-04T00:37:00Z"));
    }

    @Test
    void aPauseThatEndedDuringAnOutageBringsOneContact() {
        Preferences paused =
                Preferences.defaults("Europe/Berlin", "DE").withPause(Pause.until(LocalDate.of(2026, 11, 3)));

        assertThat(send(input(paused, History.NONE, "2026-11-05T12:00:00Z")).what())
                .isEqualTo(new ContactContent.NextThing(LESSON));
    }

    @Test
    void nothingSetsOutInTheLastMinuteBeforeQuiet() {
        Preferences berlin = Preferences.defaults("Europe/Berlin", "DE");
        DoNotDisturb lunch = new DoNotDisturb(at("2026-11-02T11:00:00Z"), at("2026-11-02T12:00:00Z"));

        notBefore(input(berlin, History.NONE, "2026-11-02T16:29:30Z"), Code.AFTER_HOURS);
        assertThat(notBefore(
                        new PlanningInput(
                                "ada",
                                berlin,
                                Optional.of(lunch),
                                backlog(LESSON),
                                History.NONE,
                                at("2026-11-02T10:59:30Z")),
                        Code.DO_NOT_DISTURB))
                .isEqualTo(lunch.end());
    }

    private static Preferences everyDay(String zone, LocalTime time) {
        return new Preferences(
                time,
                new WorkingHours(LocalTime.of(1, 0), LocalTime.of(17, 30)),
                Set.of(DayOfWeek.values()),
                1,
                zone,
                "",
                List.of(),
                Optional.empty());
    }

    private static Instant contactAfter(Preferences preferences, String now) {
        return notBefore(input(preferences, History.NONE, now), Code.BEFORE_CHOSEN_TIME);
    }

    private static PlanningInput input(Preferences preferences, History history, String now) {
        return new PlanningInput("ada", preferences, Optional.empty(), backlog(LESSON), history, at(now));
    }
}
