package dev.fieldcert.learner;

import dev.fieldcert.learner.ObjectiveProgress.AssignmentState;
import dev.fieldcert.learner.ObjectiveProgress.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/** A learner at any point of the program, for tests of what is drawn of them. */
public final class SomeLearner {

    private final Learner learner = new Learner("U1");
    private final Instant enrolledAt;

    private SomeLearner(Instant enrolledAt) {
        this.enrolledAt = enrolledAt;
        learner.meet(Profile.UNKNOWN.seenAs("ada", "ada@example.com", "Europe/Berlin", false, false), enrolledAt);
    }

    public static SomeLearner enrolledAt(String moment) {
        return new SomeLearner(Instant.parse(moment));
    }

    public SomeLearner onPath(String path, LocalDate due) {
        learner.enrollInPath(path, "U1", due, enrolledAt);
        return this;
    }

    public SomeLearner inCourse(String course, LocalDate due) {
        learner.enrollInCourse(course, "U1", due, enrolledAt);
        return this;
    }

    public SomeLearner with(String course, String objective, State state) {
        CourseProgress progress = learner.course(course).orElseThrow();
        progress.touch(enrolledAt);
        SomeLearners.in(progress, objective, state);
        return this;
    }

    public SomeLearner withAssignment(String course, String objective, AssignmentState state) {
        SomeLearners.assignment(learner.course(course).orElseThrow(), objective, state);
        return this;
    }

    public SomeLearner checkOpens(String course, String moment) {
        learner.course(course).orElseThrow().failCheck(List.of(), Instant.parse(moment));
        return this;
    }

    public SomeLearner completed(String course, String moment, double score) {
        learner.complete(
                SomeLearners.checked(SomeLearners.enrolled(course, enrolledAt), score, Instant.parse(moment)),
                "award-" + course,
                Instant.parse(moment));
        return this;
    }

    public SomeLearner certified(String path) {
        learner.certify(path, enrolledAt, "award-" + path, null);
        return this;
    }

    public SomeLearner preferring(UnaryOperator<Preferences> change) {
        learner.prefer(change.apply(learner.preferences()));
        return this;
    }

    public Learner learner() {
        return learner;
    }
}
