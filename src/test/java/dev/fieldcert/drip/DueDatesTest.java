package dev.fieldcert.drip;

import static dev.fieldcert.drip.ContactPlanTest.at;
import static dev.fieldcert.drip.ContactPlanTest.historyOf;
import static dev.fieldcert.drip.ContactPlanTest.notBefore;
import static dev.fieldcert.drip.ContactPlanTest.send;
import static dev.fieldcert.drip.ContactPlanTest.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.DueAtRisk;
import dev.fieldcert.learner.plan.DueNotice;
import dev.fieldcert.learner.plan.LearningTask;
import dev.fieldcert.learner.plan.Reason.Code;
import dev.fieldcert.learner.plan.Reminders;
import dev.fieldcert.learner.plan.TaskId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Ada's course is due on Thursday 19 November 2026; she works Monday to Friday in Berlin. */
class DueDatesTest {

    private static final LocalDate DUE = LocalDate.of(2026, 11, 19);
    private static final SomePreferences BERLIN = SomePreferences.in("Europe/Berlin", "DE");

    @Test
    void theDueDateIsMentionedSevenThreeAndOneWorkingDaysBeforeAndOnTheDayAfter() {
        List<String> mentioned = new ArrayList<>();
        ContactState history = ContactState.NONE;
        for (LocalDate day = LocalDate.of(2026, 11, 2);
                day.isBefore(LocalDate.of(2026, 12, 1));
                day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() > 5) {
                continue;
            }
            Instant now = at(day + "T10:00:00Z");
            Decision.Send send = send(input(BERLIN, course(3, lesson(day.toString())), history, now));
            history = send.after(history, now).acted(now.plusSeconds(600));
            send.due()
                    .forEach(notice -> mentioned.add(
                            now.toString().substring(5, 10) + " " + notice.stage() + " " + notice.workingDaysLeft()));
        }

        assertThat(mentioned)
                .containsExactly("11-10 SEVEN_DAYS 7", "11-16 THREE_DAYS 3", "11-18 ONE_DAY 1", "11-20 PASSED 0");
    }

    @Test
    void aMissedMentionIsMadeUpForWithTheDaysThatAreLeft() {
        Decision.Send send = send(input(BERLIN, course(3, lesson("x")), ContactState.NONE, at("2026-11-13T10:00:00Z")));

        assertThat(send.due())
                .containsExactly(new DueNotice("c1", "Command of the message", DUE, DueNotice.Stage.SEVEN_DAYS, 4));
    }

    @Test
    void daysOffAreNotWorkingDaysToADueDate() {
        SomePreferences away = BERLIN.withDaysOff(LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 17));

        Decision.Send send = send(input(away, course(1, lesson("x")), ContactState.NONE, at("2026-11-09T10:00:00Z")));

        assertThat(send.due().get(0).workingDaysLeft()).isEqualTo(2);
    }

    @Test
    void christmasIsNotAWorkingDayToADueDate() {
        WorkingDays germany = WorkingDays.of(BERLIN.chosen());
        LocalDate before = LocalDate.of(2026, 12, 23);

        assertThat(germany.between(before, LocalDate.of(2026, 12, 28))).isEqualTo(2);
        assertThat(germany.firstAfter(LocalDate.of(2026, 12, 24))).hasValue(LocalDate.of(2026, 12, 28));
    }

    @Test
    void anotherDueDateIsMentionedAfresh() {
        Instant now = at("2026-11-18T10:00:00Z");
        ContactState told = send(input(BERLIN, course(1, lesson("x")), ContactState.NONE, now))
                .after(ContactState.NONE, now);
        Backlog moved = Backlog.of(
                new CourseWork("c1", "Command of the message", Optional.of(DUE.plusDays(1)), 1, List.of(lesson("y"))));

        assertThat(send(input(BERLIN, moved, told, at("2026-11-19T10:00:00Z"))).due())
                .extracting(DueNotice::due)
                .containsExactly(DUE.plusDays(1));
    }

    @Test
    void whoIsWaitedForStillHearsOfADueDateOnceADayAtMost() {
        Instant opened = at("2026-10-26T09:00:00Z");
        LearningTask question =
                LearningTask.open(LearningTask.Kind.QUESTION, "c1", TaskId.lesson("c1", "q7"), "Question 7", opened);
        ContactState history = waitingSince(at("2026-10-30T09:00:00Z"));
        List<String> heard = new ArrayList<>();
        Instant now = at("2026-11-02T10:00:00Z");
        for (int step = 0; step < 30; step++) {
            PlanningInput input = input(BERLIN, course(3, question), history, now);
            Decision decision = ContactPlan.decide(input);
            if (decision instanceof Decision.Send send) {
                heard.add(now.toString().substring(5, 10) + " "
                        + send.what().getClass().getSimpleName());
                history = send.after(history, now);
            } else if (decision instanceof Decision.NotBefore later) {
                now = later.instant();
            } else {
                assertThat(decision.reason().code()).isEqualTo(Code.WAITING_FOR_LEARNER);
                break;
            }
        }

        assertThat(heard)
                .containsExactly("11-10 DueNews", "11-13 AskToGoOn", "11-16 DueNews", "11-18 DueNews", "11-20 DueNews");
    }

    @Test
    void aDueDateThatCannotBeMetIsSaidEarlyOnceAndWithChoices() {
        Instant now = at("2026-11-03T10:00:00Z");
        PlanningInput input = input(BERLIN, course(20, lesson("x")), ContactState.NONE, now);

        Decision.Send send = send(input);

        assertThat(send.atRisk())
                .containsExactly(
                        new DueAtRisk("c1", "Command of the message", DUE, 20, 13, 2, LocalDate.of(2026, 11, 30)));
        ContactState told = send.after(ContactState.NONE, now).acted(now.plusSeconds(60));
        assertThat(send(input(BERLIN, course(19, lesson("y")), told, at("2026-11-04T10:00:00Z")))
                        .atRisk())
                .isEmpty();
    }

    @Test
    void coursesShareTheBudgetInTheOrderOfTheirDueDates() {
        Backlog both = Backlog.of(
                new CourseWork("late", "Late", Optional.of(DUE.plusDays(1)), 8, List.of(lesson("x"))),
                new CourseWork("early", "Early", Optional.of(DUE), 8, List.of(lesson("y"))));

        assertThat(send(input(BERLIN, both, ContactState.NONE, at("2026-11-03T10:00:00Z")))
                        .atRisk())
                .extracting(DueAtRisk::courseId, DueAtRisk::needed, DueAtRisk::possible)
                .containsExactly(Tuple.tuple("late", 16, 14));
    }

    @Test
    void theManagerHearsOnceAtTheEndOfTheFirstWorkingDayOverdue() {
        PlanningInput friday = input(BERLIN, course(3, lesson("x")), ContactState.NONE, at("2026-11-20T12:00:00Z"));
        assertThat(Overdue.toTell(friday)).isEmpty();
        assertThat(Overdue.nextToTell(friday)).hasValue(at("2026-11-20T16:30:00Z"));

        PlanningInput evening = friday.at(at("2026-11-20T16:30:00Z"));
        List<Overdue> news = Overdue.toTell(evening);
        assertThat(news).containsExactly(new Overdue("c1", "Command of the message", DUE, 3));

        PlanningInput told = input(
                BERLIN,
                course(3, lesson("x")),
                ContactState.NONE.mentioned(news.get(0).mention()),
                at("2026-11-23T12:00:00Z"));
        assertThat(Overdue.toTell(told)).isEmpty();
    }

    @Test
    void aPauseDoesNotHideAnOverdueCourseFromTheManager() {
        PlanningInput paused =
                input(BERLIN.stopped(), course(3, lesson("x")), ContactState.NONE, at("2026-11-10T12:00:00Z"));

        assertThat(waiting(paused)).isEqualTo(Code.PAUSED_UNTIL_RESUMED);
        assertThat(ContactPlan.dueAt(paused)).hasValue(at("2026-11-20T16:30:00Z"));
    }

    @Test
    void whoHasFinishedHearsNothingOfDueDates() {
        PlanningInput finished = input(BERLIN, course(0), ContactState.NONE, at("2026-11-20T20:00:00Z"));

        assertThat(waiting(finished)).isEqualTo(Code.NOTHING_TO_DO);
        assertThat(Overdue.toTell(finished)).isEmpty();
        assertThat(ContactPlan.dueAt(finished)).isEmpty();
    }

    @Test
    void aDueDateFarAwayIsLookedAtAgainWithinTheYear() {
        Backlog far = Backlog.of(new CourseWork("c1", "Far", Optional.of(LocalDate.MAX), 3, List.of()));
        PlanningInput input = input(BERLIN, far, historyOf(), at("2026-11-02T10:00:00Z"));

        assertThat(notBefore(input, Code.DUE_LATER)).isBetween("2027-11-01T00:00:00Z", "2027-11-20T00:00:00Z");
    }

    private static ContactState waitingSince(Instant since) {
        return SomeContacts.state(
                List.of(), null, Map.of(TaskId.lesson("c1", "q7"), new Reminders(3, since)), null, null, since, null);
    }

    private static LearningTask lesson(String id) {
        return LearningTask.next(LearningTask.Kind.LESSON, "c1", TaskId.lesson("c1", id), "Lesson " + id);
    }

    private static Backlog course(int remaining, LearningTask... work) {
        return Backlog.of(new CourseWork("c1", "Command of the message", Optional.of(DUE), remaining, List.of(work)));
    }

    private static PlanningInput input(
            SomePreferences preferences, Backlog backlog, ContactState history, Instant now) {
        return preferences.input("ada", Optional.empty(), backlog, history, now);
    }
}
