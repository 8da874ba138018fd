package dev.fieldcert.curriculum;

import dev.fieldcert.curriculum.question.Question;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A course: objectives taught one after another, then a check, then a badge.
 *
 * @param coming true while only structure and objectives exist; a coming course cannot be enrolled in
 * @param testOutFirst true when the knowledge check is offered before the lessons
 * @param practiceQuestions how many practice questions follow a lesson
 */
public record Course(
        String id,
        String title,
        String summary,
        boolean coming,
        boolean testOutFirst,
        int practiceQuestions,
        AssessmentRules check,
        BadgeDefinition badge,
        List<Objective> objectives) {

    public Course {
        objectives = List.copyOf(objectives);
    }

    public Optional<Objective> objective(String id) {
        return objectives.stream()
                .filter(objective -> objective.id().equals(id))
                .findFirst();
    }

    /** When this objective has been shown. */
    public MasteryRule rule(Objective objective) {
        return check.rule().within(objective.checkPool().size());
    }

    public Optional<Question> question(String id) {
        return objectives.stream()
                .flatMap(objective -> Stream.concat(objective.practice().stream(), objective.checkPool().stream()))
                .filter(question -> question.id().equals(id))
                .findFirst();
    }
}
