package dev.fieldcert.slack.payload;

import com.slack.api.model.view.View;
import java.util.Map;

/** The response to a submitted modal. */
public sealed interface SubmissionResponse {

    /**
     * Closes the modal. {@code after} runs in the background, possibly before Slack has the response; it is skipped if
     * the workers have no capacity.
     */
    record Done(Runnable after) implements SubmissionResponse {}

    /** Keeps the modal open and shows an error message under each field, by block id. */
    record Errors(Map<String, String> byBlock) implements SubmissionResponse {

        public Errors {
            byBlock = Map.copyOf(byBlock);
        }
    }

    /** Replaces the modal with another view. {@code after} runs as with {@link Done}. */
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
