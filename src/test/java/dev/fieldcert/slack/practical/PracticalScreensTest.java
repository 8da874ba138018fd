package dev.fieldcert.slack.assignment;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.slack.Golden;
import dev.fieldcert.slack.SomeCourse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PracticalScreensTest {

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
        Golden.assertMatches("practical/task", AssignmentMessages.task(COURSE, OBJECTIVE, false));
        Golden.assertMatches("practical/task-again", AssignmentMessages.task(COURSE, OBJECTIVE, true));
    }

    @Test
    void itIsHandedInInAForm() {
        Golden.assertMatches("practical/form", AssignmentMessages.form(OBJECTIVE, "plans|territory-plan|f1"));
        Golden.assertMatches("practical/handed-in", AssignmentMessages.submitted(COURSE, OBJECTIVE, 2));
    }

    @Test
    void theReviewIsTold() {
        Golden.assertMatches("practical/approved", AssignmentMessages.reviewed(COURSE, OBJECTIVE, review(true)));
        Golden.assertMatches("practical/returned", AssignmentMessages.reviewed(COURSE, OBJECTIVE, review(false)));
    }

    @Test
    void smallWords() {
        Golden.assertMatches("practical/handed-in-before", AssignmentMessages.again());
        Golden.assertMatches("practical/approved-before", AssignmentMessages.approved());
        Golden.assertMatches("practical/not-there", AssignmentMessages.notThere());
    }
}
