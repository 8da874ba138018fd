package dev.fieldcert.learner.lesson;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.NextStep;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.StoredResult;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/** Sends the learner's next step to their DM. */
@Service
public class ContinueLearning {

    private final LearnerRepository learners;
    private final Programs programs;
    private final Clock clock;

    public ContinueLearning(LearnerRepository learners, Programs programs, Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.clock = clock;
    }

    public sealed interface Outcome {

        @Document
        @TypeAlias("result:step-shown")
        record Continues() implements Outcome, StoredResult {}

        record NotEnrolled() implements Outcome {}

        record AllDone() implements Outcome {}

        /** The course was removed from the program, or the learner is not enrolled in the course. */
        record NoSuchCourse() implements Outcome {}
    }

    /** Sends the next step of the current course, see {@link #current}. */
    public LearnerRepository.Changed<Outcome> next(String learnerId) {
        return learners.once(learnerId, Outcome.class, learner -> {
            if (!learner.isEnrolled()) {
                return new Outcome.NotEnrolled();
            }
            Optional<Course> course = current(learner, clock.instant());
            return course.isEmpty() ? new Outcome.AllDone() : say(learner, course.get());
        });
    }

    public LearnerRepository.Changed<Outcome> nextIn(String learnerId, String courseId) {
        return learners.once(learnerId, Outcome.class, learner -> {
            Optional<Course> course = programs.current().course(courseId);
            if (course.isEmpty() || learner.course(courseId).isEmpty()) {
                return new Outcome.NoSuchCourse();
            }
            return say(learner, course.get());
        });
    }

    /** Sends the first step of a new enrollment. Call this within the change to the learner that enrolls them. */
    public void begin(Learner learner, List<String> courses) {
        Optional<Course> first = courses.isEmpty()
                ? current(learner, clock.instant())
                : programs.current().course(courses.get(0));
        first.ifPresent(course -> say(learner, course));
    }

    /**
     * The course to continue with; empty if none is in progress. Prefers a course with a running attempt, then one
     * with a step that can be done now, then one that was started, then the one that was active last.
     */
    public Optional<Course> current(Learner learner, Instant now) {
        List<CourseProgress> known = learner.courses().stream()
                .filter(progress -> programs.current().course(progress.course()).isPresent())
                .toList();
        Comparator<CourseProgress> byNeed = Comparator.comparing(
                        (CourseProgress progress) -> progress.attempt().isEmpty())
                .thenComparing(progress ->
                        !NextStep.of(progress, course(progress), now).isOpen())
                .thenComparing(progress -> progress.startedAt().isEmpty())
                .thenComparing(CourseProgress::touchedAt, Comparator.reverseOrder());
        // The sort is stable, so a learner who has started nothing begins with the first course of the enrollment.
        return known.stream().sorted(byNeed).findFirst().map(this::course);
    }

    private Course course(CourseProgress progress) {
        return programs.current().course(progress.course()).orElseThrow();
    }

    private Outcome say(Learner learner, Course course) {
        Instant now = clock.instant();
        CourseProgress progress = learner.course(course.id()).orElseThrow();
        NextStep step = NextStep.of(progress, course, now);
        learner.show(notificationFor(progress, step), now);
        if (step instanceof NextStep.AnswerNow) {
            progress.showQuestion();
        }
        if (step instanceof NextStep.ReadLesson lesson) {
            progress.openCard(lesson.objective().id(), lesson.card());
        }
        progress.touch(now);
        learner.acted(now);
        return new Outcome.Continues();
    }

    static Notification notificationFor(CourseProgress progress, NextStep step) {
        if (step instanceof NextStep.AnswerNow running) {
            return new Notification.Asked(
                    progress.course(), running.attempt().id(), running.attempt().position(), null);
        }
        if (step instanceof NextStep.ReadLesson lesson) {
            return new Notification.Card(progress.course(), lesson.objective().id(), lesson.card(), null);
        }
        return new Notification.NextUp(progress.course());
    }
}
