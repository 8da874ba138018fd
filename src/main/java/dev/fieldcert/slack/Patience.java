package dev.fieldcert.slack;

import java.util.function.Supplier;

/** How a Slack call is made: at once, or after the wait Slack asks for. */
public interface Patience {

    /** Nobody waits: what Slack refuses is thrown. */
    Patience NONE = new Patience() {
        @Override
        public <R> R wait(Supplier<R> call) {
            return call.get();
        }
    };

    <R> R wait(Supplier<R> call);
}
