package dev.fieldcert.learner;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.learner.ObjectiveProgress.AssignmentState;
import dev.fieldcert.learner.ObjectiveProgress.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One course of one learner, from enrollment to badge. Leaves the learner's document for a {@link Completion} then. */
public class CourseProgress {

    String course;
    Instant enrolledAt;
    String enrolledBy;
    LocalDate due;
    Instant startedAt;
    Instant touchedAt;
    Map<String, ObjectiveProgress> objectives = new LinkedHashMap<>();
    Attempt attempt;
    /** How often each question was shown, so that unseen ones are drawn first. */
    Map<String, Integer> shown = new LinkedHashMap<>();

    List<ReviewItem> reviewItems = new ArrayList<>();
    int checksTaken;
    int extraAttempts;
    Instant checkOpensAt;
    Instant checkPassedAt;
    Double checkScore;
    String checkVersion;
    Map<String, Integer> testOuts = new LinkedHashMap<>();
    Calibration calibration = Calibration.NONE;
    /** True when this is a renewal of a badge: the check alone, no lessons. */
    boolean renewal;

    CourseProgress() {}

    static CourseProgress enrolled(String course, String by, LocalDate due, Instant at) {
        CourseProgress progress = new CourseProgress();
        progress.course = course;
        progress.enrolledBy = by;
        progress.enrolledAt = at;
        progress.due = due;
        return progress;
    }

    public String course() {
        return course;
    }

    public Instant enrolledAt() {
        return enrolledAt;
    }

    public String enrolledBy() {
        return enrolledBy;
    }

    public Optional<LocalDate> due() {
        return Optional.ofNullable(due);
    }

    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    /** When the learner last did something in this course. */
    public Instant touchedAt() {
        return touchedAt == null ? enrolledAt : touchedAt;
    }

    public ObjectiveProgress objective(String id) {
        return objectives.getOrDefault(id, ObjectiveProgress.NEW);
    }

    public Optional<Attempt> attempt() {
        return Optional.ofNullable(attempt);
    }

    public List<ReviewItem> reviewItems() {
        return List.copyOf(reviewItems);
    }

    public int checksTaken() {
        return checksTaken;
    }

    public Optional<Instant> checkOpensAt() {
        return Optional.ofNullable(checkOpensAt);
    }

    public Optional<Instant> checkPassedAt() {
        return Optional.ofNullable(checkPassedAt);
    }

    public Optional<Double> checkScore() {
        return Optional.ofNullable(checkScore);
    }

    public Calibration calibration() {
        return calibration;
    }

    public boolean renewal() {
        return renewal;
    }

    public int attemptsLeft(Course course) {
        return Math.max(0, course.check().attempts() + extraAttempts - checksTaken);
    }

    public int testOutsLeft(Course course, Objective objective) {
        return Math.max(0, course.check().testOutAttempts() - testOuts.getOrDefault(objective.id(), 0));
    }

    /** Whether every objective's lesson and practice are behind the learner. */
    public boolean isThrough(Course course) {
        return renewal
                || course.objectives().stream()
                        .allMatch(objective -> objective(objective.id()).state().isThrough());
    }

    /** Whether something of the objective is still before the learner: its lesson, or its assignment. */
    public boolean isOpen(Objective objective) {
        ObjectiveProgress now = objective(objective.id());
        boolean assignmentOpen = objective.assignment().isPresent() && now.assignment() != AssignmentState.APPROVED;
        return now.state() != State.EXCUSED && (!now.state().isThrough() || assignmentOpen);
    }

    /** Objectives whose assignment is not approved yet. */
    public List<Objective> assignmentsOpen(Course course) {
        if (renewal) {
            // What a person approved stays approved; only the knowledge is asked for again.
            return List.of();
        }
        return course.objectives().stream()
                .filter(objective -> objective.assignment().isPresent())
                .filter(objective -> objective(objective.id()).assignment() != AssignmentState.APPROVED)
                .filter(objective -> objective(objective.id()).state() != State.EXCUSED)
                .toList();
    }

    /** Share of the course that is behind the learner: each objective, each assignment and the check count once. */
    public double share(Course course) {
        long through = course.objectives().stream()
                .filter(objective -> objective(objective.id()).state().isThrough())
                .count();
        long assignments = course.objectives().stream()
                .filter(objective -> objective.assignment().isPresent())
                .count();
        long done = through + assignments - assignmentsOpen(course).size() + (checkPassedAt == null ? 0 : 1);
        return (double) done / (course.objectives().size() + assignments + 1);
    }

    void touch(Instant now) {
        touchedAt = now;
        if (startedAt == null) {
            startedAt = now;
        }
    }

    void set(String objective, ObjectiveProgress progress) {
        objectives.put(objective, progress);
    }
}
