package dev.fieldcert.curriculum;

import java.util.List;
import java.util.Optional;

/**
 * A sequence of courses.
 *
 * @param courses course ids in the order they are taught
 * @param certificate earned by holding the badges of all courses; empty for a path that is only a collection
 */
public record LearningPath(
        String id, String title, String summary, List<String> courses, Optional<BadgeDefinition> certificate) {

    public LearningPath {
        courses = List.copyOf(courses);
    }
}
