package dev.fieldcert.curriculum;

import dev.fieldcert.curriculum.question.Question;
import java.util.List;
import java.util.Optional;

/**
 * One thing a learner will be able to do, in the words of the program's owner.
 *
 * @param coaching a question for a manager to ask in a 1:1; may be empty
 * @param behaviors ids of the competency behaviors it exercises
 * @param moments ids of the moments that matter it prepares for
 * @param practice questions graded at once, with feedback
 * @param checkPool questions of the certifying check; no question is in both pools
 * @param assignment work for a reviewer, when the objective needs it
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
        Optional<Assignment> assignment) {

    public Objective {
        behaviors = List.copyOf(behaviors);
        moments = List.copyOf(moments);
        practice = List.copyOf(practice);
        checkPool = List.copyOf(checkPool);
    }
}
