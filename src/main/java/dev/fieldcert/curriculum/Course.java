package dev.fieldcert.curriculum;

import dev.fieldcert.curriculum.question.Question;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A course: objectives in order, then a check, then a badge.
 *
 * @param coming whether only structure and objectives exist; such a course cannot be enrolled in
 * @param testOutFirst whether the knowledge check is offered before the lessons
 * @param practiceQuestions how many practice questions follow a lesson
 * @param aids job aids; may be empty
 * @param task a practice task, which the learner judges; may be empty
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
        List<Objective> objectives,
        List<JobAid> aids,
        Optional<PracticeTask> task) {

    public Course {
        objectives = List.copyOf(objectives);
        aids = List.copyOf(aids);
    }

    /** A course without job aids and without a practice task. */
    public Course(
            String id,
            String title,
            String summary,
            boolean coming,
            boolean testOutFirst,
            int practiceQuestions,
            AssessmentRules check,
            BadgeDefinition badge,
            List<Objective> objectives) {
        this(
                id,
                title,
                summary,
                coming,
                testOutFirst,
                practiceQuestions,
                check,
                badge,
                objectives,
                List.of(),
                Optional.empty());
    }

    public Optional<JobAid> aid(String id) {
        return aids.stream().filter(aid -> aid.id().equals(id)).findFirst();
    }

    public Optional<Objective> objective(String id) {
        return objectives.stream()
                .filter(objective -> objective.id().equals(id))
                .findFirst();
    }

    /** The rule that decides whether this objective is demonstrated, limited to the size of its check pool. */
    public MasteryRule rule(Objective objective) {
        return check.rule().within(objective.checkPool().size());
    }

    public Optional<Question> question(String id) {
        return objectives.stream()
                .flatMap(objective -> Stream.concat(objective.practice().stream(), objective.checkPool().stream()))
                .filter(question -> question.id().equals(id))
                .findFirst();
    }

    /** Returns this course with the amendments applied to its questions. */
    Course amended(List<Amendment> all) {
        List<Amendment> ours =
                all.stream().filter(each -> each.course().equals(id)).toList();
        return ours.isEmpty()
                ? this
                : new Course(
                        id,
                        title,
                        summary,
                        coming,
                        testOutFirst,
                        practiceQuestions,
                        check,
                        badge,
                        objectives.stream()
                                .map(objective -> objective.amended(id, ours))
                                .toList(),
                        aids,
                        task);
    }
}
