package dev.fieldcert.badge;

import dev.fieldcert.curriculum.MasteryRule;
import java.time.LocalDate;
import java.util.List;

/** The evidence for a badge: which work was accepted, and when. It never contains the work's own text. */
public sealed interface Evidence {

    String title();

    LocalDate date();

    /**
     * A course in which each objective was demonstrated separately.
     *
     * @param score share of right answers, 0 to 1
     * @param rule how many right answers each objective required
     */
    record ObjectivesShown(
            String title, LocalDate date, double score, MasteryRule rule, List<ShownObjective> objectives)
            implements Evidence {

        public ObjectivesShown {
            objectives = List.copyOf(objectives);
        }
    }

    /**
     * How one objective was demonstrated.
     *
     * @param testedOut whether it was demonstrated before its lesson, by the same rule; false if it was in the check
     * @param excused whether the learner was excused from its lesson and assignment; its questions were still required
     * @param right number of answers with the full score
     * @param asked number of questions; 0 if the objective was demonstrated before these numbers were stored
     * @param keptUp true if the learner kept it up since the previous badge and renewed it with one question; null
     *     otherwise
     */
    record ShownObjective(String title, boolean testedOut, boolean excused, int right, int asked, Boolean keptUp) {

        public boolean isKeptUp() {
            return Boolean.TRUE.equals(keptUp);
        }
    }

    /**
     * A certifying check that was passed as a whole. Badges were earned this way until 2026-11.
     *
     * @param score share of the points, 0 to 1
     * @param passScore required share of the points, 0 to 1
     */
    record CheckPassed(String title, LocalDate date, double score, double passScore) implements Evidence {}

    /** An assignment that a reviewer approved. */
    record AssignmentApproved(String title, LocalDate date) implements Evidence {}

    /** A course badge that counts toward a path's certificate. */
    record BadgeEarned(String title, LocalDate date) implements Evidence {}
}
