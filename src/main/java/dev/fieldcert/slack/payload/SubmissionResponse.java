package dev.fieldcert.slack.payload;

import com.slack.api.model.view.View;
import java.util.Map;

/** What happens to a modal that was submitted. */
public sealed interface SubmissionResponse {

    /** It closes. {@code after} runs once Slack has its answer. */
    record Done(Runnable after) implements SubmissionResponse {}

    /** It stays, with a message under each field named by its block id. */
    record Errors(Map<String, String> byBlock) implements SubmissionResponse {

        public Errors {
            byBlock = Map.copyOf(byBlock);
        }
    }

    /** Another screen takes its place. {@code after} runs once Slack has its answer. */
    record Next(View view, Runnable after) implements SubmissionResponse {}

    static SubmissionResponse done(Runnable after) {
        return new Done(after);
    }

    static SubmissionResponse next(View view) {
        return next(view, () -> {});
    }

    static SubmissionResponse next(View view, Runnable after) {
        return new Next(view, after);
    }

    static SubmissionResponse error(String block, String message) {
        return new Errors(Map.of(block, message));
    }
}
