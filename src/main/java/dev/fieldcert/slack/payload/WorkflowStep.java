package dev.fieldcert.slack.payload;

import java.util.Map;
import java.util.Optional;

/**
 * A workflow has reached one of the app's steps and is waiting for the step to end.
 *
 * @param execution Slack's id of this run of the step; identical for repeated deliveries
 * @param step the step's callback id
 * @param inputs values by name; inputs that were left empty may be missing
 */
public record WorkflowStep(String execution, String step, Map<String, String> inputs) {

    public WorkflowStep {
        inputs = Map.copyOf(inputs);
    }

    public Optional<String> input(String name) {
        return Optional.ofNullable(inputs.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
