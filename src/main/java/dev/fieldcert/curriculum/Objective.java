package dev.fieldcert.curriculum;

import dev.fieldcert.curriculum.question.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing a learner will be able to do, in the words of the program's owner.
 *
 * @param coaching a question for a manager to ask in a 1:1; may be empty
 * @param behaviors ids of the competency behaviors it exercises
 * @param moments ids of the moments that matter it prepares for
 * @param practice questions graded at once, with feedback
 * @param checkPool questions of the certifying check; no question is in both pools
 * @param assignment work for a reviewer, when the objective needs it
 * @param withdrawn ids of questions that are not drawn any more
 * @param angoff how probably somebody who is just good enough is right, 0 to 1, by question; only of those that say it
 */
public record Objective(
        String id,
        String title,
        String coaching,
        List<String> behaviors,
        List<String> moments,
        Lesson lesson,
        List<Question> practice,
        List<Question> checkPool,
        Optional<Assignment> assignment,
        Set<String> withdrawn,
        Map<String, Double> angoff) {

    public Objective {
        behaviors = List.copyOf(behaviors);
        moments = List.copyOf(moments);
        practice = List.copyOf(practice);
        checkPool = List.copyOf(checkPool);
        withdrawn = Set.copyOf(withdrawn);
        angoff = Map.copyOf(angoff);
    }

    /** As its files have it. */
    public Objective(
            String id,
            String title,
            String coaching,
            List<String> behaviors,
            List<String> moments,
            Lesson lesson,
            List<Question> practice,
            List<Question> checkPool,
            Optional<Assignment> assignment) {
        this(id, title, coaching, behaviors, moments, lesson, practice, checkPool, assignment, Set.of(), Map.of());
    }

    /** What practice and questions from memory may draw. */
    public List<Question> practiceToDraw() {
        return drawn(practice);
    }

    /** What a check may draw. */
    public List<Question> checkToDraw() {
        return drawn(checkPool);
    }

    private List<Question> drawn(List<Question> pool) {
        return pool.stream()
                .filter(question -> !withdrawn.contains(question.id()))
                .toList();
    }

    /**
     * With what was decided about its questions since.
     *
     * @param ours about questions of this course
     */
    Objective amended(String course, List<Amendment> ours) {
        List<Question> practiceNow = amended(practice, course, ours);
        List<Question> checkNow = amended(checkPool, course, ours);
        Set<String> out = Stream.concat(practice.stream(), checkPool.stream())
                .filter(filed -> ours.stream()
                        .anyMatch(each -> each instanceof Amendment.Withdrawn
                                && each.question().equals(filed.id())
                                && each.isAbout(filed)))
                .map(Question::id)
                .collect(Collectors.toSet());
        return new Objective(
                id, title, coaching, behaviors, moments, lesson, practiceNow, checkNow, assignment, out, angoff);
    }

    private static List<Question> amended(List<Question> filed, String course, List<Amendment> ours) {
        return filed.stream()
                .map(question -> Amendment.amended(question, course, ours))
                .toList();
    }
}
