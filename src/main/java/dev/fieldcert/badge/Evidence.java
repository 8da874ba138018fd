package dev.fieldcert.badge;

import dev.fieldcert.curriculum.MasteryRule;
import java.time.LocalDate;
import java.util.List;

/** The evidence for a badge: which work, and when it was accepted; never the work's own text. */
public sealed interface Evidence {

    String title();

    LocalDate date();

    /**
     * Each objective was shown by itself.
     *
     * @param score share of right answers, 0 to 1
     * @param rule that each of them was shown by
     */
    record ObjectivesShown(
            String title, LocalDate date, double score, MasteryRule rule, List<ShownObjective> objectives)
            implements Evidence {

        public ObjectivesShown {
            objectives = List.copyOf(objectives);
        }
    }

    /**
     * How one objective was shown.
     *
     * @param testedOut before its lesson, by the same rule; false when it was the check
     * @param excused from its lesson and assignment, not from its questions
     * @param right answers with the full score
     * @param asked 0 when it was shown before the numbers were kept
     * @param keptUp true when it was kept up since the badge before, and one question renewed it; null otherwise
     */
    record ShownObjective(String title, boolean testedOut, boolean excused, int right, int asked, Boolean keptUp) {

        public boolean isKeptUp() {
            return Boolean.TRUE.equals(keptUp);
        }
    }

    /**
     * A certifying check that was passed as a whole, as badges were earned until 2026-11.
     *
     * @param score share of the points, 0 to 1
     * @param passScore share of the points that was required, 0 to 1
     */
    record CheckPassed(String title, LocalDate date, double score, double passScore) implements Evidence {}

    /** An assignment that a reviewer approved. */
    record AssignmentApproved(String title, LocalDate date) implements Evidence {}

    /** A course badge that counts toward a path's certificate. */
    record BadgeEarned(String title, LocalDate date) implements Evidence {}
}
