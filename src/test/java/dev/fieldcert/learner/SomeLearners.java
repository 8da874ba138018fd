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
        learner.meet(Profile.UNKNOWN.seenAs("Ada", "ada@example.com", "Europe/Berlin", false, false), Instant.EPOCH);
        return learner;
    }

    /** In a path since {@code at}, enrolled by {@code by}, with nothing begun in these courses. */
    public static Learner inThePath(String path, List<String> courses, String by, LocalDate due, Instant at) {
        Learner learner = newcomer();
        learner.enrollInPath(path, by, due, at);
        courses.forEach(course -> learner.enrollInCourse(course, by, due, at));
        return learner;
    }

    public static CourseProgress enrolled(String course, Instant at) {
        return CourseProgress.enrolled(course, ADA, null, at);
    }

    public static CourseProgress learned(CourseProgress progress, String objective) {
        return in(progress, objective, State.LEARNT);
    }

    /** @param state none that only a passed check brings about */
    public static CourseProgress in(CourseProgress progress, String objective, State state) {
        switch (state) {
            case LEARNING -> progress.openCard(objective, 0);
            case LEARNT -> progress.learn(objective);
            case TESTED_OUT -> progress.show(objective, new ObjectiveProgress.Shown(true, 4, 4, null));
            case EXCUSED -> progress.excuse(objective, "knows it");
            default -> throw new IllegalArgumentException(state.toString());
        }
        return progress;
    }

    /** With its check passed, and nothing mastered by it. */
    public static CourseProgress checked(CourseProgress progress, double score, Instant at) {
        progress.passCheck(score, "v1", at);
        return progress;
    }

    public static CourseProgress assignment(CourseProgress progress, String objective, AssignmentState state) {
        progress.submit(objective, "h1", 1);
        if (state != AssignmentState.WAITING_FOR_REVIEW) {
            progress.review(objective, "h1", state == AssignmentState.APPROVED);
        }
        return progress;
    }

    public static Learner completed(Learner learner, String course, Instant at) {
        learner.complete(checked(enrolled(course, at), 0.923, at), "award-1", at);
        return learner;
    }

    public static Learner begun(Learner learner, String course, Instant at) {
        learner.course(course).orElseThrow().touch(at);
        return learner;
    }
}
