package dev.fieldcert.learner;

import dev.fieldcert.learner.ObjectiveProgress.AssignmentState;
import dev.fieldcert.learner.ObjectiveProgress.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Learners in the states that screens have to show, made without a database. */
public final class SomeLearners {

    public static final String ADA = "U0ADA";

    private SomeLearners() {}

    public static Learner newcomer() {
        Learner learner = new Learner(ADA);
        learner.profile = Profile.UNKNOWN.seenAs("Ada", "ada@example.com", "Europe/Berlin", false, false);
        return learner;
    }

    /** In a path since {@code at}, enrolled by {@code by}, with nothing begun in these courses. */
    public static Learner inThePath(String path, List<String> courses, String by, LocalDate due, Instant at) {
        Learner learner = newcomer();
        learner.paths.add(new PathProgress(path, at, by, due, null, null));
        courses.forEach(course -> learner.courses.put(course, CourseProgress.enrolled(course, by, due, at)));
        return learner;
    }

    public static CourseProgress enrolled(String course, Instant at) {
        return CourseProgress.enrolled(course, ADA, null, at);
    }

    public static CourseProgress learned(CourseProgress progress, String objective) {
        progress.set(objective, progress.objective(objective).in(State.LEARNT));
        return progress;
    }

    public static CourseProgress assignment(CourseProgress progress, String objective, AssignmentState state) {
        progress.set(objective, progress.objective(objective).assignment(state, "h1"));
        return progress;
    }

    public static Learner completed(Learner learner, String course, Instant at) {
        learner.completions.add(new Completion(course, "award-1", at, at, 0.923, "v1"));
        return learner;
    }

    public static Learner begun(Learner learner, String course, Instant at) {
        learner.courses.get(course).touch(at);
        return learner;
    }
}
