package dev.fieldcert.learner;

import dev.fieldcert.learner.ObjectiveProgress.AssignmentState;
import dev.fieldcert.learner.ObjectiveProgress.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/** A learner at any point of the program, for tests of what is drawn of them. */
public final class SomeLearner {

    private final Learner learner = new Learner("U1");
    private final Instant enrolledAt;

    private SomeLearner(Instant enrolledAt) {
        this.enrolledAt = enrolledAt;
        learner.profile = Profile.UNKNOWN.seenAs("ada", "ada@example.com", "Europe/Berlin", false, false);
    }

    public static SomeLearner enrolledAt(String moment) {
        return new SomeLearner(Instant.parse(moment));
    }

    public SomeLearner onPath(String path, LocalDate due) {
        learner.paths.add(new PathProgress(path, enrolledAt, "U1", due, null, null));
        return this;
    }

    public SomeLearner inCourse(String course, LocalDate due) {
        learner.courses.put(course, CourseProgress.enrolled(course, "U1", due, enrolledAt));
        return this;
    }

    public SomeLearner with(String course, String objective, State state) {
        CourseProgress progress = learner.courses.get(course);
        progress.touch(enrolledAt);
        progress.set(objective, progress.objective(objective).in(state));
        return this;
    }

    public SomeLearner withAssignment(String course, String objective, AssignmentState state) {
        CourseProgress progress = learner.courses.get(course);
        progress.set(objective, progress.objective(objective).assignment(state, "h1"));
        return this;
    }

    public SomeLearner checkOpens(String course, String moment) {
        learner.courses.get(course).checkOpensAt = Instant.parse(moment);
        return this;
    }

    public SomeLearner completed(String course, String moment, double score) {
        learner.courses.remove(course);
        learner.completions.add(
                new Completion(course, "award-" + course, enrolledAt, Instant.parse(moment), score, "v1"));
        return this;
    }

    public SomeLearner certified(String path) {
        learner.paths.replaceAll(each -> each.path().equals(path) ? each.certified("award-" + path, null) : each);
        return this;
    }

    public SomeLearner preferring(UnaryOperator<Preferences> change) {
        learner.preferences = change.apply(learner.preferences);
        return this;
    }

    public Learner learner() {
        return learner;
    }
}
