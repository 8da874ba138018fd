package dev.fieldcert.slack.webapi;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/** A failed Slack call: a refusal, a rate limit, or no answer. */
public class SlackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String method;
    private final String error;
    private final String needed;
    private final Duration retryAfter;
    private final boolean unknownOutcome;

    private SlackFailure(
            String method, String error, String needed, Duration retryAfter, boolean unknownOutcome, Throwable cause) {
        super(method + ": " + error, cause);
        this.method = method;
        this.error = error;
        this.needed = needed;
        this.retryAfter = retryAfter;
        this.unknownOutcome = unknownOutcome;
    }

    public static SlackFailure refused(String method, String error) {
        return refused(method, error, null);
    }

    /** @param needed the scope that the call needs but the token lacks; null if the reason is a different one */
    static SlackFailure refused(String method, String error, String needed) {
        return new SlackFailure(method, error == null ? "unknown_error" : error, needed, null, false, null);
    }

    static SlackFailure later(String method, Duration retryAfter) {
        return new SlackFailure(method, "ratelimited", null, retryAfter, false, null);
    }

    /** The connection broke or the response was unreadable; Slack may have carried out the call anyway. */
    static SlackFailure unanswered(String method, String what, Throwable cause) {
        return new SlackFailure(method, what, null, null, true, cause);
    }

    public String method() {
        return method;
    }

    /** Slack's error code, or a description of the failure if there is none. */
    public String error() {
        return error;
    }

    /** Whom or what the failure is about. */
    public Concern concern() {
        return isPassing() ? Concern.SLACK : Concern.of(error);
    }

    /** The scope that the token lacks; empty if the reason is a different one. */
    public Optional<String> needed() {
        return Optional.ofNullable(needed);
    }

    /** Whether a retry would fail again, because the reason is the channel, the person, the message, or the click. */
    public boolean isPermanent() {
        return switch (concern()) {
            case CHANNEL, RECIPIENT, MESSAGE, PLACE, TRIGGER -> true;
            case TOKEN, APP, SLACK, OTHER -> false;
        };
    }

    /** Whether the failure is temporary or the outcome unknown: the same call may succeed in a moment. */
    public boolean isPassing() {
        return unknownOutcome || retryAfter != null || Concern.of(error) == Concern.SLACK;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Whether Slack was reached but did not respond, and so may still carry out the call. */
    public boolean isUnderWay() {
        return unknownOutcome
                && getCause() instanceof IOException cause
                && !(cause instanceof ConnectException)
                && !(cause instanceof NoRouteToHostException)
                && !(cause instanceof UnknownHostException);
    }

    public boolean isUnknownOutcome() {
        return unknownOutcome;
    }
}
