package dev.fieldcert.drip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.plan.ContactContent;
import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.LearningTask;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** For any preferences, zone, holidays, Do Not Disturb, pauses, histories and moments. */
class ContactPlanPropertyTest {

    private static final int MOST_STEPS = 25;
    private static final Duration HORIZON = Duration.ofDays(370);

    @Property(tries = 5_000)
    void nothingIsSentOutsideTheAllowedWindows(@ForAll long seed) {
        PlanningInput input = firstContact(new AnyPlanningInput(seed).input());

        if (ContactPlan.decide(input) instanceof Decision.Send) {
            assertThat(QuietRules.broken(SomePreferences.of(input), input.dnd(), input.now()))
                    .isEmpty();
        }
    }

    @Property(tries = 3_000)
    void theSameInputGivesTheSamePlan(@ForAll long seed) {
        PlanningInput one = new AnyPlanningInput(seed).input();
        PlanningInput other = new AnyPlanningInput(seed).input();

        assertThat(ContactPlan.decide(one)).isEqualTo(ContactPlan.decide(other));
        assertThat(ContactPlan.dueAt(one)).isEqualTo(ContactPlan.dueAt(other));
    }

    @Property(tries = 5_000)
    void whoeverFollowsThePlanComesToAContactOrIsToldToWait(@ForAll long seed) {
        PlanningInput input = new AnyPlanningInput(seed).input();
        Instant start = input.now();

        PlanningInput there = firstContact(input);

        assertThat(ContactPlan.decide(there)).isNotInstanceOf(Decision.NotBefore.class);
        assertThat(Duration.between(start, there.now())).isLessThan(HORIZON);
    }

    @Property(tries = 3_000)
    void everyDecisionLiesAhead(@ForAll long seed) {
        PlanningInput input = new AnyPlanningInput(seed).input();

        Decision decision = ContactPlan.decide(input);

        assertThat(decision.again().filter(again -> !again.isAfter(input.now())))
                .isEmpty();
        assertThat(ContactPlan.dueAt(input).filter(due -> due.isBefore(input.now())))
                .isEmpty();
    }

    @Property(tries = 1_000)
    void aSnoozeComesBackInsideTheWindowsAndAhead(@ForAll long seed) {
        PlanningInput input = new AnyPlanningInput(seed).input();
        ContactWindows windows = input.windows();
        SomePreferences unpaused = SomePreferences.of(input).resumed();

        for (Snooze snooze : Snooze.values()) {
            Instant until = snooze.until(input.now(), windows);

            assertThat(until).as("%s", snooze).isAfter(input.now());
            assertThat(QuietRules.broken(unpaused, input.dnd(), until)).isEmpty();
        }
    }

    /** A life of 90 days: whatever the learner does, the day's budget and the reminders' limits hold. */
    @Property(tries = 300)
    void noDayIsOverBudgetAndNoItemIsBroughtUpTwiceADay(@ForAll long seed) {
        AnyPlanningInput any = new AnyPlanningInput(seed);
        Random random = new Random(seed);
        PlanningInput now = any.input();
        SomePreferences preferences = SomePreferences.of(now);
        int budget = preferences.chosen().budget();
        Map<LocalDate, Integer> contacts = new HashMap<>();
        Set<String> broughtUp = new HashSet<>();
        List<String> command = new ArrayList<>();
        Backlog backlog = Backlog.of(new CourseWork(
                "c1",
                "Course 1",
                Optional.of(LocalDate.ofInstant(now.now(), QuietRules.zone(preferences.zone()))
                        .plusDays(random.nextInt(80))),
                10,
                List.of(any.work(now.now(), "c1-w0"))));
        Instant time = now.now();
        Instant end = time.plus(Duration.ofDays(90));
        ContactState history = ContactState.NONE;
        int item = 0;
        while (time.isBefore(end)) {
            PlanningInput present = preferences.input(now.learnerId(), now.dnd(), backlog, history, time);
            Decision decision = ContactPlan.decide(present);
            if (decision instanceof Decision.Send send) {
                LocalDate day = LocalDate.ofInstant(time, QuietRules.zone(preferences.zone()));
                boolean comesBackToday = send.what() instanceof ContactContent.ComesBack
                        && LocalDate.ofInstant(history.snoozed().at(), QuietRules.zone(preferences.zone()))
                                .equals(day);
                if (!comesBackToday) {
                    assertThat(contacts.merge(day, 1, Integer::sum)).isLessThanOrEqualTo(budget);
                }
                if (send.what() instanceof ContactContent.Reminder reminder) {
                    assertThat(broughtUp.add(reminder.work().id() + " " + day)).isTrue();
                    assertThat(reminder.number()).isBetween(1, 3);
                }
                send.due().forEach(notice -> command.add(notice.mention().toString()));
                send.atRisk().forEach(risk -> command.add(risk.mention().toString()));
                history = send.after(history, time);
                if (send.what() instanceof ContactContent.NextThing next) {
                    backlog = withWork(
                            backlog,
                            LearningTask.open(
                                    next.work().kind(),
                                    "c1",
                                    next.work().id(),
                                    next.work().title(),
                                    time));
                }
                time = time.plusSeconds(1 + random.nextInt(600));
            } else {
                Instant next = decision.again().orElse(time.plus(Duration.ofDays(1 + random.nextInt(5))));
                // Sometimes somebody looks too early, or only after an outage.
                time = random.nextInt(4) == 0
                        ? time.plusSeconds(1 + random.nextInt(100_000))
                        : next.plusSeconds(random.nextInt(3));
            }
            switch (random.nextInt(8)) {
                case 0 -> {
                    history = history.acted(time);
                    item++;
                    backlog = withWork(backlog, any.work(time, "c1-w" + item));
                }
                case 1 -> history = history.acted(time);
                case 2 ->
                    history = history.snoozed(
                            time,
                            Snooze.values()[random.nextInt(4)].until(
                                    time, preferences.windows(now.learnerId(), now.dnd())));
                default -> {}
            }
        }
        assertThat(command).doesNotHaveDuplicates();
    }

    private static Backlog withWork(Backlog backlog, LearningTask work) {
        CourseWork course = backlog.courses().get(0);
        return Backlog.of(
                new CourseWork(course.courseId(), course.title(), course.due(), course.remaining(), List.of(work)));
    }

    /** Follows the plan from decision to decision to the first one that is not "later". */
    private static PlanningInput firstContact(PlanningInput input) {
        PlanningInput there = input;
        for (int step = 0; step < MOST_STEPS; step++) {
            Decision decision = ContactPlan.decide(there);
            if (!(decision instanceof Decision.NotBefore later)) {
                return there;
            }
            assertThat(later.instant()).isAfter(there.now());
            there = there.at(later.instant());
        }
        throw new AssertionError("Still later after %d steps, at %s: %s"
                .formatted(MOST_STEPS, there.now(), ContactPlan.decide(there).reason()));
    }
}
