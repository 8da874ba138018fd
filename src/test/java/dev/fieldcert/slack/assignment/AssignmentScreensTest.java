package dev.fieldcert.slack.assignment;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.slack.blockkit.Golden;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssignmentScreensTest {

    private static final Course COURSE = SomeCourse.course();
    private static final Objective OBJECTIVE = SomeCourse.territoryPlan();

    private static LearnerEvent.Reviewed review(boolean approved) {
        return new LearnerEvent.Reviewed(
                "h1",
                "U0ADA",
                "plans",
                "territory-plan",
                "U0MANAGER",
                Map.of("priorities", 3, "evidence", approved ? 4 : 1, "actions", 4, "presentation", 3),
                Map.of("evidence", "Where is <this> from?"),
                approved,
                SomeCourse.NOW);
    }

    @Test
    void theTaskShowsItsRubric() {
        Golden.assertMatches("assignment/task", AssignmentMessages.task(COURSE, OBJECTIVE, false));
        Golden.assertMatches("assignment/task-again", AssignmentMessages.task(COURSE, OBJECTIVE, true));
    }

    @Test
    void itIsHandedInInAForm() {
        Golden.assertMatches("assignment/form", AssignmentMessages.form(OBJECTIVE, "plans|territory-plan|f1"));
        Golden.assertMatches("assignment/handed-in", AssignmentMessages.submitted(COURSE, OBJECTIVE, 2));
    }

    @Test
    void theReviewIsTold() {
        Golden.assertMatches("assignment/approved", AssignmentMessages.reviewed(COURSE, OBJECTIVE, review(true)));
        Golden.assertMatches("assignment/returned", AssignmentMessages.reviewed(COURSE, OBJECTIVE, review(false)));
    }

    @Test
    void smallWords() {
        Golden.assertMatches("assignment/handed-in-before", AssignmentMessages.again());
        Golden.assertMatches("assignment/approved-before", AssignmentMessages.approved());
        Golden.assertMatches("assignment/not-there", AssignmentMessages.notThere());
    }
}
