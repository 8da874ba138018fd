package dev.fieldcert.slack.steps;

import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.learner.enrollment.MoveDueDate;
import dev.fieldcert.learner.profile.AssignManager;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.payload.WorkflowStep;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.slack.webapi.SlackSteps;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without the switch, a workflow is told so and does not wait for ever. */
class StepsOffTest {

    @Test
    void aStepThatIsSwitchedOffFailsWithTheSwitch() {
        SlackSteps slack = mock(SlackSteps.class);
        EnrollLearner enrollLearner = mock(EnrollLearner.class);
        Router router = new Router();
        new WorkflowSteps(
                        new StepSettings(false),
                        mock(Programs.class),
                        enrollLearner,
                        mock(AssignManager.class),
                        mock(MoveDueDate.class),
                        mock(Learners.class),
                        mock(Awards.class),
                        mock(RecipientResolver.class),
                        mock(People.class),
                        mock(OutboxRelay.class),
                        slack,
                        Clock.systemUTC())
                .register(router);

        router.workflowStep().accept(new WorkflowStep("Fx1", "enroll", Map.of("person", "U0ADA")));

        verify(slack).fail(eq("Fx1"), contains("FIELDCERT_WORKFLOW_STEPS"));
        verifyNoInteractions(enrollLearner);
    }
}
