package dev.fieldcert.slack.webapi;

import java.util.function.Supplier;

/** How a Slack call is made: at once, or retried after the wait Slack asks for. */
public interface CallPolicy {

    /** Nobody waits: a refusal is thrown. */
    CallPolicy NONE = new CallPolicy() {
        @Override
        public <R> R wait(Supplier<R> call) {
            return call.get();
        }
    };

    <R> R wait(Supplier<R> call);
}
