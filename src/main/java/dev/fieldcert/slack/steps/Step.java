package dev.fieldcert.slack.steps;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The workflow steps, as declared in {@code manifests/slack/workflow-steps.json}. */
enum Step {
    ENROLL("enroll", List.of("by", "person", "target"), List.of("due", "manager"), List.of("title", "new")),
    HAS_EARNED("has_earned", List.of("by", "person", "target"), List.of(), List.of("earned", "earned_on")),
    MOVE_DUE_DATE("move_due_date", List.of("by", "person", "target", "due"), List.of(), List.of("moved"));

    private final String id;
    private final List<String> required;
    private final List<String> optional;
    private final List<String> outputs;

    Step(String id, List<String> required, List<String> optional, List<String> outputs) {
        this.id = id;
        this.required = required;
        this.optional = optional;
        this.outputs = outputs;
    }

    /** The step with this callback id. */
    static Optional<Step> of(String id) {
        return Arrays.stream(values()).filter(step -> step.id.equals(id)).findFirst();
    }

    String id() {
        return id;
    }

    /** Names of the inputs that a workflow must fill in. */
    List<String> required() {
        return required;
    }

    /** Names of the inputs that a workflow may leave empty. */
    List<String> optional() {
        return optional;
    }

    List<String> outputs() {
        return outputs;
    }
}
