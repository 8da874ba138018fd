package dev.fieldcert.curriculum;

import java.util.List;

/**
 * Work that a person reviews.
 *
 * @param instructions CommonMark
 * @param criteria the rubric, four to six criteria
 * @param passScore minimum total over all criteria, each of which earns 1 to 4 points
 */
public record Assignment(
        String id, String title, String instructions, List<Criterion> criteria, int passScore, String rubricVersion) {

    public Assignment {
        criteria = List.copyOf(criteria);
    }

    /**
     * One line of a rubric.
     *
     * @param behavior id of the competency behavior it assesses; may be empty
     * @param atLeast points below which the work is not approved, whatever the sum; 1 means no minimum
     * @param levels what earns 1, 2, 3 and 4 points, in that order
     */
    public record Criterion(String id, String title, String behavior, int atLeast, List<String> levels) {

        public Criterion {
            levels = List.copyOf(levels);
        }
    }

    public int maxPoints() {
        return criteria.size() * 4;
    }
}
