package dev.fieldcert.drip;

import dev.fieldcert.learner.plan.ContactContent;
import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.LearningTask;
import dev.fieldcert.learner.plan.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A person with a program to finish, and the document the bot keeps about them. */
final class SimulatedLearner {

    enum Temperament {
        FAST,
        SLOW,
        ABSENT,
        ON_HOLIDAY,
        UNDISTURBED
    }

    /** A decided message whose outcome is not known yet. */
    record Owed(String id, Decision.Send send) {}

    static final class Course {
        final String id;
        final Optional<LocalDate> due;
        final int items;
        int done;
        Optional<Instant> openSince = Optional.empty();
        Optional<Instant> availableFrom = Optional.empty();
        int attempt = 1;
        Optional<Instant> finished = Optional.empty();

        Course(String id, Optional<LocalDate> due, int items) {
            this.id = id;
            this.due = due;
            this.items = items;
        }

        CourseWork work() {
            if (done == items) {
                return new CourseWork(id, "Course " + id, due, 0, List.of());
            }
            boolean check = done == items - 1;
            LearningTask.Kind kind = check
                    ? LearningTask.Kind.CHECK
                    : done % 4 == 3 ? LearningTask.Kind.QUESTION : LearningTask.Kind.LESSON;
            TaskId workId = TaskId.lesson(id, done + "-" + attempt);
            return new CourseWork(
                    id,
                    "Course " + id,
                    due,
                    items - done,
                    List.of(new LearningTask(
                            kind,
                            id,
                            workId,
                            "Step " + (done + 1),
                            openSince.orElse(null),
                            availableFrom.orElse(null))));
        }

        boolean isOpen() {
            return openSince.isPresent();
        }
    }

    final String id;
    final Temperament temperament;
    final List<Course> courses = new ArrayList<>();
    final Random random;
    SomePreferences preferences;
    Optional<LocalTime> dndFrom = Optional.empty();
    Duration dndLength = Duration.ZERO;
    Instant absentFrom = Instant.MAX;
    Instant absentUntil = Instant.MAX;
    ContactState history = ContactState.NONE;
    Optional<Owed> outbox = Optional.empty();
    int queuedSoFar;
    Instant changed = Instant.MIN;

    SimulatedLearner(String id, Temperament temperament, SomePreferences preferences, Random random) {
        this.id = id;
        this.temperament = temperament;
        this.preferences = preferences;
        this.random = random;
    }

    PlanningInput input(Instant now) {
        return preferences.input(
                id, dnd(now), new Backlog(courses.stream().map(Course::work).toList()), history, now);
    }

    /** The present or the next Do-Not-Disturb window, as Slack tells it. */
    Optional<DoNotDisturb> dnd(Instant now) {
        if (dndFrom.isEmpty()) {
            return Optional.empty();
        }
        ZoneId zone = QuietRules.zone(preferences.zone());
        LocalDate yesterday = LocalDate.ofInstant(now, zone).minusDays(1);
        return yesterday
                .datesUntil(yesterday.plusDays(4))
                .map(day -> day.atTime(dndFrom.get()).atZone(zone).toInstant())
                .map(start -> new DoNotDisturb(start, start.plus(dndLength)))
                .filter(window -> window.end().isAfter(now))
                .findFirst();
    }

    /** A contact went out: what was new is open now. */
    void contacted(Decision.Send send, Instant at) {
        history = send.after(history, at);
        if (send.what() instanceof ContactContent.NextThing next) {
            courses.stream()
                    .filter(course -> !course.isOpen() && isCurrent(course, next.work()))
                    .forEach(course -> course.openSince = Optional.of(at));
        }
    }

    /** When this person reacts to a contact; empty when they do not. */
    Optional<Instant> reactsAt(Instant at) {
        if (!at.isBefore(absentFrom) && at.isBefore(absentUntil)) {
            return Optional.empty();
        }
        boolean slow = temperament == Temperament.SLOW;
        if (random.nextDouble() > (slow ? 0.55 : 0.93)) {
            return Optional.empty();
        }
        return Optional.of(at.plusSeconds(slow ? 1_800 + random.nextInt(100_000) : 60 + random.nextInt(7_200)));
    }

    /** Finishes what is open, and sometimes goes on at once. */
    void works(Instant at) {
        courses.stream().filter(Course::isOpen).findFirst().ifPresent(course -> finishStep(course, at));
        history = history.acted(at);
    }

    private void finishStep(Course course, Instant at) {
        course.openSince = Optional.empty();
        course.availableFrom = Optional.empty();
        if (course.done == course.items - 1 && random.nextInt(5) == 0) {
            course.attempt++;
            course.availableFrom = Optional.of(at.plus(Duration.ofHours(24)));
            return;
        }
        course.done++;
        if (course.done == course.items) {
            course.finished = Optional.of(at);
        } else if (temperament != Temperament.SLOW && random.nextInt(5) == 0) {
            course.openSince = Optional.of(at);
        }
    }

    void snoozes(Snooze snooze, Instant at) {
        history = history.snoozed(at, snooze.until(at, preferences.windows(id, dnd(at))));
    }

    void prefers(SomePreferences changed) {
        preferences = changed;
    }

    boolean hasFinished() {
        return courses.stream().allMatch(course -> course.finished.isPresent());
    }

    private static boolean isCurrent(Course course, LearningTask work) {
        return course.work().work().stream().anyMatch(current -> current.id().equals(work.id()));
    }
}
