package dev.fieldcert.curriculum;

import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.Scenario;
import dev.fieldcert.curriculum.question.Written;
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
 * @param practice questions that are graded immediately, with feedback
 * @param checkPool questions of the certifying check; no question is in both pools
 * @param assignment work for a reviewer; empty if the objective needs none
 * @param withdrawn ids of questions that are no longer drawn
 * @param angoff probability, 0 to 1, that a minimally competent learner answers correctly, by question id; only for
 *     questions whose file gives it
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

    /** An objective without withdrawn questions and without Angoff estimates. */
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

    /** The questions that practice may draw. */
    public List<Question> practiceToDraw() {
        return drawn(practice);
    }

    /** The practice questions that spaced retrieval may draw: one answer at a time, graded by the bot. */
    public List<Question> retrievalToDraw() {
        return practiceToDraw().stream()
                .filter(question -> !(question instanceof Scenario || question instanceof Written))
                .toList();
    }

    /** The questions that a check may draw. */
    public List<Question> checkToDraw() {
        return drawn(checkPool);
    }

    private List<Question> drawn(List<Question> pool) {
        return pool.stream()
                .filter(question -> !withdrawn.contains(question.id()))
                .toList();
    }

    /**
     * Returns this objective with the amendments applied to its questions.
     *
     * @param ours amendments to questions of this course
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
