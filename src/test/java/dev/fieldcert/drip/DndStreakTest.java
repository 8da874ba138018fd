package dev.fieldcert.drip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.LearningTask;
import dev.fieldcert.learner.plan.Reason;
import dev.fieldcert.learner.plan.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A Do Not Disturb that comes every day, as Slack tells it: the present or the next window, never the one after. */
class DndStreakTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant MONDAY = Instant.parse("2026-11-02T05:00:00Z");
    private static final Duration A_MOMENT = Duration.ofMinutes(15);

    private record Life(PlanningInput last, boolean contacted) {}

    private static SomePreferences at(LocalTime chosen) {
        return SomePreferences.in(BERLIN.getId(), null).withTime(chosen);
    }

    private static Optional<DoNotDisturb> daily(LocalTime from, Duration length, Instant now) {
        LocalDate yesterday = LocalDate.ofInstant(now, BERLIN).minusDays(1);
        return yesterday
                .datesUntil(yesterday.plusDays(4))
                .map(day -> day.atTime(from).atZone(BERLIN).toInstant())
                .map(start -> new DoNotDisturb(start, start.plus(length)))
                .filter(window -> window.end().isAfter(now))
                .findFirst();
    }

    /** As the bot lives: it looks when the plan says, and asks Slack when it could send. Ends with the first contact. */
    private static Life live(SomePreferences preferences, LocalTime from, Duration length, Duration howLong) {
        Backlog backlog = Backlog.of(new CourseWork(
                "c1",
                "Course 1",
                Optional.empty(),
                5,
                java.util.List.of(LearningTask.next(
                        LearningTask.Kind.LESSON, "c1", TaskId.lesson("c1", "c1|lesson:1"), "First"))));
        PlanningInput now = preferences.input("ada", Optional.empty(), backlog, ContactState.NONE, MONDAY);
        while (now.now().isBefore(MONDAY.plus(howLong))) {
            boolean wants = ContactPlan.decide(now.with(Optional.empty())) instanceof Decision.Send;
            PlanningInput asked = now.with(wants ? daily(from, length, now.now()) : Optional.empty());
            PlanningInput learned = DndStreak.learned(asked);
            if (ContactPlan.decide(learned) instanceof Decision.Send) {
                return new Life(learned, true);
            }
            now = learned.at(ContactPlan.decide(learned).again().orElseThrow());
        }
        return new Life(now, false);
    }

    @Test
    void aWindowOverTheChosenTimeCostsThreeDaysAndThenTheWorkingDaysFreeMomentIsTaken() {
        Life life = live(at(LocalTime.of(14, 0)), LocalTime.of(13, 0), Duration.ofHours(6), Duration.ofDays(14));

        assertThat(life.contacted()).isTrue();
        assertThat(life.last().now()).isEqualTo("2026-11-05T08:10:00Z");
        assertThat(ContactPlan.decide(life.last()).reason().notes())
                .contains(Reason.of(Reason.Code.DND_HIDES_CHOSEN_TIME).counting(4));
    }

    @Test
    void whoFreesTheChosenTimeIsContactedThereAgain() {
        PlanningInput hidden = live(
                        at(LocalTime.of(14, 0)), LocalTime.of(13, 0), Duration.ofHours(6), Duration.ofDays(14))
                .last();

        PlanningInput free = DndStreak.learned(hidden.with(Optional.empty()));

        assertThat(free.history().covered().hidesChosenTime()).isFalse();
        assertThat(ContactPlan.decide(free)).isInstanceOf(Decision.NotBefore.class);
    }

    @Test
    void aWindowOverTheWholeWorkingDayIsKeptAndSaid() {
        Life life = live(at(LocalTime.of(9, 30)), LocalTime.of(7, 0), Duration.ofHours(13), Duration.ofDays(14));

        assertThat(life.contacted()).isFalse();
        assertThat(life.last().history().covered().hidesWorkingDay()).isTrue();
        assertThat(ContactPlan.decide(life.last()).reason().notes())
                .extracting(Reason::code)
                .contains(Reason.Code.DND_HIDES_WORKING_DAY);
    }

    @Test
    void oneLongMeetingIsNoHabit() {
        PlanningInput monday = at(LocalTime.of(14, 0))
                .input(
                        "ada",
                        daily(LocalTime.of(13, 0), Duration.ofHours(6), MONDAY),
                        Backlog.of(),
                        ContactState.NONE,
                        MONDAY);

        assertThatCode(() -> DndStreak.learned(monday)).doesNotThrowAnyException();
        assertThat(DndStreak.learned(monday).history().covered().hidesChosenTime())
                .isFalse();
    }

    /** Always eventually the next contact: unless Do Not Disturb leaves nothing of the working hours, and then it is said. */
    @Property(tries = 400)
    void whateverTheDailyWindowTheNextContactComesOrTheSilenceIsExplained(
            @ForAll @IntRange(min = 7, max = 17) int chosen,
            @ForAll @IntRange(max = 95) int quarter,
            @ForAll @IntRange(min = 1, max = 95) int length) {
        SomePreferences preferences = at(LocalTime.of(chosen, 0));
        LocalTime from = LocalTime.MIN.plusMinutes(15L * quarter);
        Duration quiet = Duration.ofMinutes(15L * length);

        Life life = live(preferences, from, quiet, Duration.ofDays(14));

        if (life.contacted()) {
            assertThat(QuietRules.broken(
                            preferences, life.last().dnd(), life.last().now()))
                    .isEmpty();
        } else {
            assertThat(life.last().history().covered().hidesWorkingDay()).isTrue();
            assertThat(freeMomentInWorkingHours(preferences, from, quiet)).isFalse();
        }
    }

    private static boolean freeMomentInWorkingHours(SomePreferences preferences, LocalTime from, Duration quiet) {
        LocalTime start = preferences.chosen().hour().isBefore(LocalTime.of(9, 0))
                ? preferences.chosen().hour()
                : LocalTime.of(9, 0);
        LocalTime end = preferences.chosen().hour().isAfter(LocalTime.of(16, 30))
                ? preferences.chosen().hour().plusHours(1)
                : LocalTime.of(17, 30);
        LocalDate day = LocalDate.of(2026, 11, 10);
        for (LocalTime time = start.plusMinutes(15); time.plus(A_MOMENT).isBefore(end); time = time.plusMinutes(5)) {
            Instant moment = day.atTime(time).atZone(BERLIN).toInstant();
            boolean free = daily(from, quiet, moment)
                    .filter(window -> window.start().isBefore(moment.plus(A_MOMENT)))
                    .isEmpty();
            if (free) {
                return true;
            }
        }
        return false;
    }
}
