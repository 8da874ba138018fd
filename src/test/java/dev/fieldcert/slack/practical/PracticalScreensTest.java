package dev.fieldcert.slack.practical;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.learner.Fact;
import dev.fieldcert.slack.Golden;
import dev.fieldcert.slack.SomeCourse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PracticalScreensTest {

    private static final Course COURSE = SomeCourse.course();
    private static final Objective OBJECTIVE = SomeCourse.territoryPlan();

    private static Fact.Reviewed review(boolean approved) {
        return new Fact.Reviewed(
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
        Golden.assertMatches("practical/task", PracticalMessages.task(COURSE, OBJECTIVE, false));
        Golden.assertMatches("practical/task-again", PracticalMessages.task(COURSE, OBJECTIVE, true));
    }

    @Test
    void itIsHandedInInAForm() {
        Golden.assertMatches("practical/form", PracticalMessages.form(OBJECTIVE, "plans|territory-plan|f1"));
        Golden.assertMatches("practical/handed-in", PracticalMessages.handedIn(COURSE, OBJECTIVE, 2));
    }

    @Test
    void theReviewIsTold() {
        Golden.assertMatches("practical/approved", PracticalMessages.reviewed(COURSE, OBJECTIVE, review(true)));
        Golden.assertMatches("practical/returned", PracticalMessages.reviewed(COURSE, OBJECTIVE, review(false)));
    }

    @Test
    void smallWords() {
        Golden.assertMatches("practical/handed-in-before", PracticalMessages.again());
        Golden.assertMatches("practical/approved-before", PracticalMessages.approved());
        Golden.assertMatches("practical/not-there", PracticalMessages.notThere());
    }
}
