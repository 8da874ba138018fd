package dev.fieldcert.learner.enrollment;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.LearningPath;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.Profile;
import dev.fieldcert.learner.StoredResult;
import dev.fieldcert.learner.lesson.ContinueLearning;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/** Enrolls a learner in a path or a course. */
@Service
public class EnrollLearner {

    private final LearnerRepository learners;
    private final Programs programs;
    private final ContinueLearning continueLearning;
    private final Clock clock;

    EnrollLearner(LearnerRepository learners, Programs programs, ContinueLearning continueLearning, Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.continueLearning = continueLearning;
        this.clock = clock;
    }

    public sealed interface Outcome {

        /** @param courses ids of the courses that were started by this enrollment */
        @Document
        @TypeAlias("result:learner-enrolled")
        record Enrolled(String title, List<String> courses) implements Outcome, StoredResult {}

        record AlreadyEnrolled(String title) implements Outcome {}

        record NotYetPublished(String title) implements Outcome {}

        record Unknown(String target) implements Outcome {}
    }

    /** Finds the path or course with this id, or whose title begins with these words. */
    public Optional<String> targetFor(String words) {
        String wanted = words.strip().toLowerCase(java.util.Locale.ROOT);
        Program program = programs.current();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        if (program.path(wanted).isPresent() || program.course(wanted).isPresent()) {
            return Optional.of(wanted);
        }
        return java.util.stream.Stream.concat(
                        program.paths().stream()
                                .filter(path -> path.title()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .startsWith(wanted))
                                .map(LearningPath::id),
                        program.courses().stream()
                                .filter(course -> course.title()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .startsWith(wanted))
                                .map(Course::id))
                .findFirst();
    }

    /**
     * @param target id of a path or a course
     * @param by who enrolls the learner: the learner themself, or somebody else, whom the welcome message then names
     * @param due null if there is none
     */
    public LearnerRepository.Changed<Outcome> enroll(String learnerId, String target, String by, LocalDate due) {
        return learners.once(learnerId, Outcome.class, learner -> enroll(learner, target, by, due, ""));
    }

    /**
     * Same, for a person who may be new to us: also stores their Slack profile, so that the welcome message knows
     * their time zone.
     */
    public LearnerRepository.Changed<Outcome> enroll(
            String learnerId, Profile seen, String target, String by, LocalDate due) {
        return enroll(learnerId, seen, target, by, due, "");
    }

    /** @param why the reason for the audit log; may be empty */
    public LearnerRepository.Changed<Outcome> enroll(
            String learnerId, Profile seen, String target, String by, LocalDate due, String why) {
        return learners.once(learnerId, Outcome.class, learner -> {
            Outcome outcome = enroll(learner, target, by, due, why);
            if (outcome instanceof Outcome.Enrolled) {
                learner.meet(seen, clock.instant());
            }
            return outcome;
        });
    }

    /**
     * Enrolls a learner at their own request and sends the first step. Both happen in one change, so neither can
     * happen alone.
     */
    public LearnerRepository.Changed<Outcome> join(String learnerId, String target) {
        return learners.once(learnerId, Outcome.class, learner -> {
            Outcome outcome = enroll(learner, target, learnerId, null, "");
            if (outcome instanceof Outcome.Enrolled begun) {
                continueLearning.begin(learner, begun.courses());
            }
            return outcome;
        });
    }

    /** Whether enrolling the learner would change anything. Changes nothing itself. */
    public boolean isNewTo(Learner learner, String target) {
        Program program = programs.current();
        return program.path(target).filter(path -> isNew(learner, path)).isPresent()
                || !newCourses(learner, program.published(target)).isEmpty();
    }

    private static boolean isNew(Learner learner, LearningPath path) {
        return learner.path(path.id()).isEmpty();
    }

    private static List<String> newCourses(Learner learner, List<Course> ready) {
        return ready.stream()
                .map(Course::id)
                .filter(id ->
                        learner.course(id).isEmpty() && learner.completion(id).isEmpty())
                .toList();
    }

    private Outcome enroll(Learner learner, String target, String by, LocalDate due, String why) {
        Instant now = clock.instant();
        Program program = programs.current();
        Optional<LearningPath> path = program.path(target);
        Optional<Course> course = program.course(target);
        if (path.isEmpty() && course.isEmpty()) {
            return new Outcome.Unknown(target);
        }
        String title = path.map(LearningPath::title)
                .orElseGet(() -> course.orElseThrow().title());
        List<Course> ready = program.published(target);
        if (ready.isEmpty()) {
            return new Outcome.NotYetPublished(title);
        }
        List<String> begun = newCourses(learner, ready);
        boolean newPath = path.filter(each -> isNew(learner, each)).isPresent();
        if (begun.isEmpty() && !newPath) {
            return new Outcome.AlreadyEnrolled(title);
        }
        if (newPath) {
            learner.enrollInPath(target, by, due, now);
        }
        for (String id : begun) {
            learner.enrollInCourse(id, by, due, now);
        }
        learner.record(LearnerEvent.Milestone.of(
                LearnerEvent.Milestone.What.ENROLLED, learner.id(), target, null, by, program.version(), now));
        learner.lookAgain(now);
        if (by.equals(learner.id())) {
            learner.acted(now);
        } else {
            learner.enqueueUnsolicited(
                    new Notification.Welcome(path.map(LearningPath::id).orElse(null), begun, by, due), now);
            learner.audit(
                    by, AuditedAction.of(AuditedAction.Code.ENROLLED, target).on(due), why, now);
        }
        return new Outcome.Enrolled(title, begun);
    }
}
