package dev.fieldcert.drip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.Preferences;
import dev.fieldcert.learner.plan.ContactContent;
import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.LearningTask;
import dev.fieldcert.learner.plan.Reason;
import dev.fieldcert.learner.plan.Reason.Code;
import dev.fieldcert.learner.plan.Reminders;
import dev.fieldcert.learner.plan.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Monday 2 November 2026 is day one; Ada lives in Berlin, 09:30 there is 08:30 UTC. */
class ContactPlanTest {

    private static final LearningTask LESSON =
            LearningTask.next(LearningTask.Kind.LESSON, "c1", TaskId.lesson("c1", "lesson-2"), "The economic buyer");
    private static final Instant MONDAY = Instant.parse("2026-11-02T10:00:00Z");
    private static final SomePreferences BERLIN = SomePreferences.in("Europe/Berlin", "DE");

    @Test
    void theNextLessonComesAtTheChosenTimeWithinAFewMinutes() {
        PlanningInput early = ada(backlog(LESSON), ContactState.NONE, "2026-11-02T07:00:00Z");

        Instant at = notBefore(early, Code.BEFORE_CHOSEN_TIME);

        assertThat(at).isBetween("2026-11-02T08:30:00Z", "2026-11-02T08:37:00Z");
        assertThat(send(early.at(at)).what()).isEqualTo(new ContactContent.NextThing(LESSON));
        assertThat(notBefore(early, Code.BEFORE_CHOSEN_TIME))
                .as("the same learner, the same minute")
                .isEqualTo(at);
    }

    @Test
    void aTeamIsSpreadOverTheMinutes() {
        long different = IntStream.range(0, 60)
                .mapToObj(i -> notBefore(
                        BERLIN.input(
                                "U" + i,
                                Optional.empty(),
                                backlog(LESSON),
                                ContactState.NONE,
                                at("2026-11-02T07:00:00Z")),
                        Code.BEFORE_CHOSEN_TIME))
                .distinct()
                .count();

        assertThat(different).isGreaterThan(45);
    }

    @Test
    void theFirstMinutesOfTheWorkingDayAreTheLearnersOwn() {
        SomePreferences nine = BERLIN.withTime(LocalTime.of(9, 0));

        Instant at = notBefore(
                ada(nine, backlog(LESSON), ContactState.NONE, "2026-11-02T07:00:00Z"), Code.BEFORE_CHOSEN_TIME);

        assertThat(at).isBetween("2026-11-02T08:10:00Z", "2026-11-02T08:17:00Z");
    }

    @Test
    void aTimeOutsideTheWorkingHoursStretchesThem() {
        SomePreferences evening = BERLIN.withTime(LocalTime.of(19, 0));

        assertThat(send(ada(evening, backlog(LESSON), ContactState.NONE, "2026-11-02T18:30:00Z"))
                        .what())
                .isEqualTo(new ContactContent.NextThing(LESSON));
        notBefore(ada(evening, backlog(LESSON), ContactState.NONE, "2026-11-02T19:30:00Z"), Code.AFTER_HOURS);
    }

    @Test
    void weekendsHolidaysAndDaysOffAreQuiet() {
        assertThat(notBefore(ada(backlog(LESSON), ContactState.NONE, "2026-10-31T10:00:00Z"), Code.NOT_A_WORKING_DAY))
                .isBetween("2026-11-02T08:30:00Z", "2026-11-02T08:37:00Z");
        assertThat(notBefore(ada(backlog(LESSON), ContactState.NONE, "2026-12-25T10:00:00Z"), Code.HOLIDAY))
                .isAfter("2026-12-28T08:30:00Z");
        SomePreferences away = BERLIN.withDaysOff(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 6));
        assertThat(notBefore(ada(away, backlog(LESSON), ContactState.NONE, "2026-11-02T10:00:00Z"), Code.DAY_OFF))
                .isAfter("2026-11-09T08:30:00Z");
    }

    @Test
    void doNotDisturbIsWaitedOut() {
        DoNotDisturb focus = new DoNotDisturb(at("2026-11-02T08:00:00Z"), at("2026-11-02T13:00:00Z"));
        PlanningInput disturbed =
                BERLIN.input("ada", Optional.of(focus), backlog(LESSON), ContactState.NONE, at("2026-11-02T10:00:00Z"));

        assertThat(notBefore(disturbed, Code.DO_NOT_DISTURB)).isEqualTo("2026-11-02T13:00:00Z");
        assertThat(send(disturbed.at(focus.end())).what()).isEqualTo(new ContactContent.NextThing(LESSON));
    }

    @Test
    void oneContactADayIsEnough() {
        ContactState sent = send(ada(backlog(LESSON), ContactState.NONE, "2026-11-02T10:00:00Z"))
                .after(ContactState.NONE, MONDAY);
        LearningTask third = LearningTask.next(LearningTask.Kind.LESSON, "c1", TaskId.lesson("c1", "lesson-3"), "Pain");
        ContactState done = sent.acted(MONDAY.plusSeconds(600));

        assertThat(notBefore(ada(backlog(third), done, "2026-11-02T14:00:00Z"), Code.BUDGET_USED))
                .isBetween("2026-11-03T08:30:00Z", "2026-11-03T08:37:00Z");
    }

    @Test
    void aBudgetOfTwoIsSpreadOverTheDay() {
        SomePreferences two = BERLIN.withBudget(2);
        ContactState done = historyOf(MONDAY).acted(MONDAY.plusSeconds(600));

        assertThat(notBefore(ada(two, backlog(LESSON), done, "2026-11-02T10:30:00Z"), Code.SPACED))
                .isEqualTo(MONDAY.plus(Duration.ofHours(4)));
    }

    @Test
    void nobodyIsInterruptedTheMomentTheyAreActive() {
        ContactState active = ContactState.NONE.acted(MONDAY);

        assertThat(notBefore(ada(backlog(LESSON), active, "2026-11-02T10:01:00Z"), Code.JUST_ACTIVE))
                .isEqualTo(MONDAY.plus(ContactPlan.LEAVE_ALONE));
    }

    @Test
    void anOpenQuestionIsRemindedOfThreeTimesThenTheBotWaitsAndAsksOnce() {
        LearningTask question =
                LearningTask.open(LearningTask.Kind.QUESTION, "c1", TaskId.lesson("c1", "q7"), "Question 7", MONDAY);
        StringBuilder days = new StringBuilder();
        ContactState history = historyOf(MONDAY);
        Instant now = MONDAY;
        for (int step = 0; step < 40; step++) {
            PlanningInput input = ada(BERLIN, backlog(question), history, now.toString());
            Decision decision = ContactPlan.decide(input);
            if (decision instanceof Decision.Send send) {
                days.append(now.toString(), 5, 10)
                        .append(' ')
                        .append(send.what().getClass().getSimpleName())
                        .append('\n');
                history = send.after(history, now);
            } else if (decision instanceof Decision.NotBefore later) {
                now = later.instant();
            } else {
                days.append(decision.reason().code());
                break;
            }
        }
        assertThat(days).hasToString("""
                11-03 Reminder
                11-04 Reminder
                11-05 Reminder
                11-06 WillWait
                11-20 AskToGoOn
                WAITING_FOR_LEARNER""");

        ContactState back = history.acted(at("2026-12-01T14:00:00Z"));
        PlanningInput restarted = ada(BERLIN, backlog(question), back, "2026-12-01T14:10:00Z");
        assertThat(send(restarted.at(notBefore(restarted, Code.ALREADY_BROUGHT_UP)))
                        .what())
                .isEqualTo(new ContactContent.Reminder(question, 1));
    }

    @Test
    void whoIgnoresOneQuestionButWorksElsewhereGetsOtherWork() {
        LearningTask question =
                LearningTask.open(LearningTask.Kind.QUESTION, "c1", TaskId.lesson("c1", "q7"), "Question 7", MONDAY);
        ContactState history = SomeContacts.state(
                List.of(),
                null,
                Map.of(TaskId.lesson("c1", "q7"), new Reminders(3, at("2026-11-05T09:00:00Z"))),
                at("2026-11-05T15:00:00Z"),
                null,
                null,
                null);

        assertThat(send(ada(backlog(question, LESSON), history, "2026-11-06T10:00:00Z"))
                        .what())
                .isEqualTo(new ContactContent.NextThing(LESSON));
    }

    @Test
    void aSnoozedContactComesBackTheSameDayWithoutCostingAnother() {
        LearningTask open = LearningTask.open(
                LearningTask.Kind.LESSON, "c1", TaskId.lesson("c1", "lesson-2"), "The economic buyer", MONDAY);
        Instant until = MONDAY.plus(Duration.ofHours(1));
        ContactState snoozed = historyOf(MONDAY).snoozed(MONDAY.plusSeconds(5), until);
        PlanningInput asked = ada(BERLIN, backlog(open), snoozed, "2026-11-02T10:00:10Z");

        assertThat(notBefore(asked, Code.SNOOZED)).isEqualTo(until);
        Decision.Send back = send(asked.at(until));
        assertThat(back.what()).isEqualTo(new ContactContent.ComesBack(open));

        ContactState after = back.after(snoozed, until);
        PlanningInput tomorrow = ada(BERLIN, backlog(open), after, "2026-11-02T14:00:00Z");
        assertThat(notBefore(tomorrow, Code.ALREADY_BROUGHT_UP)).isAfter("2026-11-03T08:00:00Z");
    }

    @Test
    void aSnoozeIsVoidWhenNothingIsLeftToDo() {
        ContactState snoozed = historyOf(MONDAY).snoozed(MONDAY, MONDAY.plus(Duration.ofHours(1)));

        assertThat(waiting(ada(backlog(), snoozed, "2026-11-02T12:00:00Z"))).isEqualTo(Code.NOTHING_TO_DO);
    }

    @Test
    void aPauseIsQuietUntilItsDayThenOneContactComes() {
        SomePreferences paused = BERLIN.pausedUntil(LocalDate.of(2027, 1, 7));
        PlanningInput now = ada(paused, backlog(LESSON), ContactState.NONE, "2026-11-02T10:00:00Z");

        Instant at = notBefore(now, Code.PAUSED);

        assertThat(at).isBetween("2027-01-07T08:30:00Z", "2027-01-07T08:37:00Z");
        Decision.Send first = send(now.at(at));
        PlanningInput after = ada(
                paused,
                backlog(LESSON),
                first.after(ContactState.NONE, at),
                at.plusSeconds(1).toString());
        notBefore(after, Code.BUDGET_USED);
    }

    @Test
    void aPauseWithoutAnEndWaitsForTheLearner() {
        SomePreferences stopped = BERLIN.stopped();

        assertThat(waiting(ada(stopped, backlog(LESSON), ContactState.NONE, "2026-11-02T10:00:00Z")))
                .isEqualTo(Code.PAUSED_UNTIL_RESUMED);
    }

    @Test
    void aCheckThatOpensAgainIsToldWhenItDoes() {
        LearningTask check = LearningTask.availableFrom(
                LearningTask.Kind.CHECK, "c1", TaskId.lesson("c1", "check"), "The check", at("2026-11-03T11:00:00Z"));

        PlanningInput before = ada(backlog(check), ContactState.NONE, "2026-11-02T10:00:00Z");
        assertThat(notBefore(before, Code.OPENS_LATER)).isEqualTo("2026-11-03T11:00:00Z");
    }

    @Test
    void reviewsTakeTurnsWithLessons() {
        LearningTask review = LearningTask.next(
                LearningTask.Kind.REVIEW, "c1", TaskId.lesson("c1", "review"), "Four questions from last week");
        ContactState reviewed =
                SomeContacts.state(List.of(), LearningTask.Kind.REVIEW, Map.of(), null, null, null, null);

        assertThat(send(ada(backlog(LESSON, review), ContactState.NONE, "2026-11-02T10:00:00Z"))
                        .what())
                .isEqualTo(new ContactContent.NextThing(review));
        assertThat(send(ada(backlog(LESSON, review), reviewed, "2026-11-02T10:00:00Z"))
                        .what())
                .isEqualTo(new ContactContent.NextThing(LESSON));
    }

    @Test
    void nonsenseIsReplacedAndTheReasonSaysSo() {
        SomePreferences odd = new SomePreferences(
                "Mars/Olympus", Preferences.DEFAULT.contacts(LocalTime.of(23, 50), Set.of(), 1, "XX", List.of()));

        Decision decision = ContactPlan.decide(ada(odd, backlog(LESSON), ContactState.NONE, "2026-11-02T10:00:00Z"));

        assertThat(decision.reason().notes())
                .extracting(Reason::code)
                .containsExactlyInAnyOrder(
                        Code.UNKNOWN_ZONE, Code.UNKNOWN_COUNTRY, Code.NO_WORKING_DAYS, Code.LATE_CHOICE);
        assertThat(decision.reason().code()).isEqualTo(Code.BEFORE_CHOSEN_TIME);
        assertThat(decision.reason().time()).isEqualTo(ContactWindows.LATEST_CHOICE);
    }

    static Instant at(String instant) {
        return Instant.parse(instant);
    }

    static Backlog backlog(LearningTask... work) {
        return Backlog.of(new CourseWork("course-1", "Command of the message", Optional.empty(), 9, List.of(work)));
    }

    static ContactState historyOf(Instant... contacts) {
        ContactState none = ContactState.NONE;
        return SomeContacts.state(
                List.of(contacts),
                none.lastSent(),
                Map.of(),
                none.lastAction(),
                none.snoozed(),
                none.waitingSince(),
                none.askedToGoOn());
    }

    private static PlanningInput ada(Backlog backlog, ContactState history, String now) {
        return ada(BERLIN, backlog, history, now);
    }

    static PlanningInput ada(SomePreferences preferences, Backlog backlog, ContactState history, String now) {
        return preferences.input("ada", Optional.empty(), backlog, history, at(now));
    }

    static Decision.Send send(PlanningInput input) {
        Decision decision = ContactPlan.decide(input);
        assertThat(decision).as("%s", decision.reason()).isInstanceOf(Decision.Send.class);
        return (Decision.Send) decision;
    }

    static Instant notBefore(PlanningInput input, Code code) {
        Decision decision = ContactPlan.decide(input);
        assertThat(decision).as("%s", decision.reason()).isInstanceOf(Decision.NotBefore.class);
        assertThat(decision.reason().code()).as("%s", decision.reason()).isEqualTo(code);
        return ((Decision.NotBefore) decision).instant();
    }

    static Code waiting(PlanningInput input) {
        Decision decision = ContactPlan.decide(input);
        assertThat(decision).as("%s", decision.reason()).isInstanceOf(Decision.Waiting.class);
        return decision.reason().code();
    }
}
