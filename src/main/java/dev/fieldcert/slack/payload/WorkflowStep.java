package dev.fieldcert.slack.payload;

import java.util.Map;
import java.util.Optional;

/**
 * A workflow has come to one of the app's steps and waits for its end.
 *
 * @param execution Slack's id of this one run of the step, the same however often it is delivered
 * @param step the step's callback id
 * @param inputs by name; those left empty may be missing
 */
public record WorkflowStep(String execution, String step, Map<String, String> inputs) {

    public WorkflowStep {
        inputs = Map.copyOf(inputs);
    }

    public Optional<String> input(String name) {
        return Optional.ofNullable(inputs.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
