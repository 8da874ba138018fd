package dev.fieldcert.slack.webapi;

import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells Slack how a workflow's step ended. Repeating a call has no effect. */
@Component
public class SlackSteps {

    private static final Logger LOG = LoggerFactory.getLogger(SlackSteps.class);

    /** The errors for a step that has already ended, or whose workflow was canceled. */
    private static final Set<String> OVER = Set.of("execution_not_in_running_state", "function_execution_not_found");

    private final SlackCalls calls;

    SlackSteps(SlackCalls calls) {
        this.calls = calls;
    }

    /** @param outputs the values of the outputs that the manifest declares */
    public void complete(String execution, Map<String, Object> outputs) {
        end(
                "functions.completeSuccess",
                () -> calls.call(
                        "functions.completeSuccess",
                        methods -> methods.functionsCompleteSuccess(request ->
                                request.functionExecutionId(execution).outputs(outputs))));
    }

    /** @param sentence the reason, for whoever maintains the workflow; plain text */
    public void fail(String execution, String sentence) {
        end(
                "functions.completeError",
                () -> calls.call(
                        "functions.completeError",
                        methods -> methods.functionsCompleteError(request ->
                                request.functionExecutionId(execution).error(sentence))));
    }

    private static void end(String method, Runnable call) {
        try {
            call.run();
        } catch (SlackFailure failure) {
            if (!OVER.contains(failure.error())) {
                throw failure;
            }
            LOG.info("Workflow step was over already method={} error={}", method, failure.error());
        }
    }
}
