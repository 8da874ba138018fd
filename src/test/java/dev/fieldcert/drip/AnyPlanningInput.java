package dev.fieldcert.drip;

import dev.fieldcert.learner.Preferences;
import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.LearningTask;
import dev.fieldcert.learner.plan.Reminders;
import dev.fieldcert.learner.plan.Snoozed;
import dev.fieldcert.learner.plan.TaskId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Situations of every kind, nonsense included, by seed. */
final class AnyPlanningInput {

    private static final List<String> ZONES = new ArrayList<>(new TreeSet<>(ZoneId.getAvailableZoneIds()));
    private static final List<String> NO_ZONES = List.of("", "Mars/Olympus", "UTC+25", " ");
    private static final List<String> COUNTRIES =
            List.of("DE", "DE-BY", "US", "GB", "IN", "JP", "BR", "AU-NSW", "ZA", "XX", "", "FR", "US-CA");
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random;

    AnyPlanningInput(long seed) {
        this.random = new Random(seed);
    }

    PlanningInput input() {
        Instant now = FROM.plusMillis(
                (long) (random.nextDouble() * Duration.ofDays(730).toMillis()));
        return preferences(now)
                .input(
                        "U" + random.nextInt(100_000),
                        maybe(0.4) ? Optional.of(dnd(now)) : Optional.empty(),
                        backlog(now),
                        history(now),
                        now);
    }

    SomePreferences preferences(Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (maybe(day.getValue() < 6 ? 0.8 : 0.2)) {
                days.add(day);
            }
        }
        List<LocalDate> off = new ArrayList<>();
        while (maybe(0.5)) {
            LocalDate first = today.plusDays(random.nextInt(60) - 20);
            first.datesUntil(first.plusDays(1 + random.nextInt(18))).forEach(off::add);
        }
        boolean paused = maybe(0.2);
        boolean stopped = paused && maybe(0.2);
        Preferences chosen = Preferences.DEFAULT
                .contacts(time(), days, 1 + random.nextInt(Preferences.MOST_CONTACTS_A_DAY), one(COUNTRIES), off)
                .pausedUntil(paused ? today.plusDays(random.nextInt(60) - 20) : null);
        return new SomePreferences(
                maybe(0.9) ? one(ZONES) : maybe(0.5) ? one(NO_ZONES) : null, stopped ? chosen.stopped(true) : chosen);
    }

    Backlog backlog(Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        List<CourseWork> courses = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            List<LearningTask> work = new ArrayList<>();
            for (int j = random.nextInt(3); j > 0; j--) {
                work.add(work(now, "c" + i + "-w" + j));
            }
            Optional<LocalDate> due =
                    maybe(0.5) ? Optional.of(today.plusDays(random.nextInt(90) - 30)) : Optional.empty();
            courses.add(new CourseWork("c" + i, "Course " + i, due, random.nextInt(30), work));
        }
        return new Backlog(courses);
    }

    LearningTask work(Instant now, String id) {
        LearningTask.Kind kind = LearningTask.Kind.values()[random.nextInt(LearningTask.Kind.values().length)];
        if (maybe(0.4)) {
            return LearningTask.open(kind, "c1", TaskId.lesson("c1", id), "Work " + id, around(now, 20, 0.05));
        }
        return maybe(0.3)
                ? LearningTask.availableFrom(kind, "c1", TaskId.lesson("c1", id), "Work " + id, now.plus(hours(240)))
                : LearningTask.next(kind, "c1", TaskId.lesson("c1", id), "Work " + id);
    }

    ContactState history(Instant now) {
        List<Instant> contacts = new ArrayList<>();
        while (maybe(0.6)) {
            contacts.add(around(now, 2, 0.05));
        }
        Map<TaskId, Reminders> reminders = new HashMap<>();
        for (int i = 1; i < 4; i++) {
            for (int j = 1; j < 3; j++) {
                if (maybe(0.4)) {
                    reminders.put(
                            TaskId.lesson("c1", "c" + i + "-w" + j),
                            new Reminders(random.nextInt(4), around(now, 10, 0.05)));
                }
            }
        }
        return SomeContacts.state(
                contacts,
                maybe(0.5) ? LearningTask.Kind.values()[random.nextInt(LearningTask.Kind.values().length)] : null,
                reminders,
                maybe(0.7) ? around(now, 10, 0.05) : null,
                maybe(0.2) ? new Snoozed(around(now, 5, 0), around(now, 9, 0.5)) : null,
                maybe(0.2) ? around(now, 30, 0.05) : null,
                maybe(0.1) ? around(now, 20, 0.05) : null);
    }

    private DoNotDisturb dnd(Instant now) {
        Instant start = around(now, 2, 0.5);
        return new DoNotDisturb(start, start.plus(hours(40)).minus(Duration.ofHours(2)));
    }

    private Instant around(Instant now, int days, double future) {
        Duration away = Duration.ofMillis(
                (long) (random.nextDouble() * Duration.ofDays(days).toMillis()));
        return maybe(future) ? now.plus(away) : now.minus(away);
    }

    private Duration hours(int most) {
        return Duration.ofMinutes(random.nextInt(most * 60));
    }

    private LocalTime time() {
        return LocalTime.ofSecondOfDay(random.nextInt(24 * 60 * 60));
    }

    private boolean maybe(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
