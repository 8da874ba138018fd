package dev.fieldcert.slack.webapi;

import java.util.function.Supplier;

/** How a Slack call is made: only once, or again after the wait that Slack asks for. */
public interface CallPolicy {

    /** Calls once, without waiting: a failure is thrown. */
    CallPolicy NONE = new CallPolicy() {
        @Override
        public <R> R wait(Supplier<R> call) {
            return call.get();
        }
    };

    <R> R wait(Supplier<R> call);
}
