package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.local.workspace.LocalWorkspace;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.local.workspace.webapi.Fault;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Steps in Slack's Workflow Builder, over signed HTTP. */
class WorkflowStepTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private final LocalWorkspace workspace = FIELD_CERT.workspace();
    private Person boss;
    private Person ada;
    private Person mia;

    @BeforeEach
    void anAdminALearnerAndAManager() {
        boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        ada = FIELD_CERT.hires("ada");
        mia = FIELD_CERT.hires("mia");
    }

    private Map<String, String> enrolling(String... more) {
        Map<String, String> inputs =
                new HashMap<>(Map.of("by", boss.id(), "person", ada.id(), "target", "applying-devops"));
        for (int i = 0; i < more.length; i += 2) {
            inputs.put(more[i], more[i + 1]);
        }
        return inputs;
    }

    private String runs(String step, Map<String, String> inputs) {
        String execution = workspace.runsStep(step, inputs);
        FIELD_CERT.settle();
        return execution;
    }

    private JsonObject outputs(String execution) {
        return workspace.endOfStep(execution).orElseThrow().getAsJsonObject("outputs");
    }

    private String error(String step, Map<String, String> inputs) {
        return workspace
                .endOfStep(runs(step, inputs))
                .orElseThrow()
                .get("error")
                .getAsString();
    }

    private long welcomes() {
        FIELD_CERT.tick();
        return ada.seesMessages().stream()
                .filter(message -> message.contains("You’re enrolled"))
                .count();
    }

    @Test
    void aStepEnrollsWithADueDateAndAManager() {
        String execution = runs("enroll", enrolling("due", "2027-03-31", "manager", mia.id()));

        assertThat(outputs(execution).get("title").getAsString()).isEqualTo("Applying DevOps");
        assertThat(outputs(execution).get("new").getAsBoolean()).isTrue();
        var learner = FIELD_CERT.learner(ada);
        assertThat(learner.course("applying-devops").orElseThrow().due()).contains(LocalDate.of(2027, 3, 31));
        assertThat(learner.profile().manager()).contains(mia.id());
        assertThat(welcomes()).isEqualTo(1);
        assertThat(FIELD_CERT.bean(AuditTrail.class).about(ada.id(), 0, 5))
                .hasSize(2)
                .allMatch(entry -> entry.by().equals(boss.id()) && entry.why().equals("by a workflow"));
    }

    @Test
    void aStepThatComesAgainUnderOtherEventIdsIsDoneOnce() {
        String execution = runs("enroll", enrolling());
        workspace.tellsAgainOfStep(execution);
        workspace.events().deliverEach(3);
        workspace.tellsAgainOfStep(execution);
        workspace.events().deliverEach(1);
        FIELD_CERT.settle();

        assertThat(outputs(execution).get("new").getAsBoolean()).isTrue();
        assertThat(welcomes()).isEqualTo(1);
        assertThat(workspace.calls().stream().filter(call -> call.method().equals("functions.completeSuccess")))
                .hasSize(1);
        assertThat(outputs(runs("enroll", enrolling())).get("new").getAsBoolean())
                .as("another execution")
                .isFalse();
    }

    @Test
    void aStepInterruptedBeforeOrAfterItsEndEndsAsItWouldHave() {
        workspace.faults().next("functions.completeSuccess", 1, new Fault.Cut());
        String before = runs("enroll", enrolling());
        assertThat(workspace.endOfStep(before)).isEmpty();
        assertThat(FIELD_CERT.learner(ada).course("applying-devops")).isPresent();
        FIELD_CERT.later(Duration.ofMinutes(3));
        assertThat(outputs(before).get("new").getAsBoolean()).isTrue();

        workspace.faults().next("functions.completeSuccess", 1, new Fault.DoneThenCut());
        String after = runs("move_due_date", enrolling("due", "2027-03-31"));
        FIELD_CERT.later(Duration.ofMinutes(3));
        assertThat(outputs(after).get("moved").getAsBoolean()).isTrue();
        assertThat(welcomes()).isEqualTo(1);
        assertThat(FIELD_CERT.bean(AuditTrail.class).about(ada.id(), 0, 5)).hasSize(2);
    }

    @Test
    void aDueDateMovesAndWithoutACourseItCannot() {
        assertThat(error("move_due_date", enrolling("due", "2027-03-31")))
                .isEqualTo("They aren’t enrolled in “Applying DevOps”, or they’ve finished it. Enroll them first.");
        runs("enroll", enrolling());

        assertThat(outputs(runs("move_due_date", enrolling("due", "2027-03-31"))))
                .hasToString("{\"moved\":true}");
        assertThat(outputs(runs("move_due_date", enrolling("due", "2027-03-31"))))
                .hasToString("{\"moved\":false}");
    }

    @Test
    void aBadgeIsLookedUpByThePersonToo() {
        Map<String, String> asked = enrolling("by", ada.id());
        assertThat(outputs(runs("has_earned", asked)).get("earned").getAsBoolean())
                .isFalse();

        ada.types("/cert enroll applying-devops").goesToTheBot();
        FIELD_CERT.scholar(ada).learnsTheCourse("applying-devops").passesTheCheck();

        JsonObject earned = outputs(runs("has_earned", asked));
        assertThat(earned.get("earned").getAsBoolean()).isTrue();
        assertThat(earned.get("earned_on").getAsString()).isEqualTo("2026-11-02");
    }

    @Test
    void whoMayNotAskIsRefused() {
        assertThat(error("enroll", enrolling("by", ada.id())))
                .isEqualTo("“Asked by” must be a FieldCert admin. Choose somebody else.");
        assertThat(error("has_earned", enrolling("by", mia.id())))
                .startsWith("“Asked by” must be a FieldCert admin, the person, or their manager");
        runs("enroll", enrolling("manager", mia.id()));
        assertThat(outputs(runs("has_earned", enrolling("by", mia.id())))
                        .get("earned")
                        .getAsBoolean())
                .as("to their manager")
                .isFalse();
        assertThat(error("move_due_date", enrolling("by", mia.id(), "due", "2027-03-31")))
                .startsWith("“Asked by” must be a FieldCert admin");
    }

    @Test
    void whatCannotBeDoneIsSaidAndChangesNothing() {
        assertThat(error("enroll", enrolling("target", "basket-weaving")))
                .startsWith("There’s no path or course called “basket-weaving”. Use one of these: pipeline");
        assertThat(error("enroll", enrolling("due", "03/31/2027"))).contains("should look like 2027-03-31");
        assertThat(error("enroll", enrolling("due", "2026-11-02"))).contains("is today or has passed");
        assertThat(error("enroll", enrolling("person", "U0NOBODY"))).contains("isn’t a person in this workspace");
        assertThat(error("enroll", enrolling("person", workspace.botUser()))).contains("it’s an app");
        assertThat(error("enroll", enrolling("manager", ada.id()))).startsWith("This person can’t be their manager");
        assertThat(error("enroll", Map.of("by", boss.id()))).isEqualTo("The step has no “person”. Fill it in.");
        assertThat(error("dance", enrolling())).isEqualTo("FieldCert has no step called “dance”.");
        assertThat(FIELD_CERT.bean(Learners.class).find(ada.id())).isEmpty();
    }
}
