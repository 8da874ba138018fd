package dev.fieldcert.slack.admin.itemanalysis;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.question.Question;

/** The questions that a person wants to see. */
sealed interface ItemsShown {

    record Everything() implements ItemsShown {}

    record OfCourse(Course course) implements ItemsShown {}

    record OfObjective(Course course, Objective objective) implements ItemsShown {}

    record OfItem(Course course, Question question) implements ItemsShown {}
}
