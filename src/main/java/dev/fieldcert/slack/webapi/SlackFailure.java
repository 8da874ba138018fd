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

    /** @param needed the scope that the call needs and the token lacks; null when that is not the reason */
    static SlackFailure refused(String method, String error, String needed) {
        return new SlackFailure(method, error == null ? "unknown_error" : error, needed, null, false, null);
    }

    static SlackFailure later(String method, Duration retryAfter) {
        return new SlackFailure(method, "ratelimited", null, retryAfter, false, null);
    }

    /** The connection broke or the response was unreadable: Slack may have done it. */
    static SlackFailure unanswered(String method, String what, Throwable cause) {
        return new SlackFailure(method, what, null, null, true, cause);
    }

    public String method() {
        return method;
    }

    /** Slack's error code. */
    public String error() {
        return error;
    }

    /** Whom or what it is about. */
    public Concern concern() {
        return isPassing() ? Concern.SLACK : Concern.of(error);
    }

    /** The scope that the token lacks. */
    public Optional<String> needed() {
        return Optional.ofNullable(needed);
    }

    /** A retry gets the same answer: the place, the person or the message is the reason. */
    public boolean isPermanent() {
        return switch (concern()) {
            case CHANNEL, RECIPIENT, MESSAGE, PLACE, TRIGGER -> true;
            case TOKEN, APP, SLACK, OTHER -> false;
        };
    }

    /** Temporary or unknown: the same call may succeed in a moment. */
    public boolean isPassing() {
        return unknownOutcome || retryAfter != null || Concern.of(error) == Concern.SLACK;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Slack was reached and has not answered: it may still be about to do it. */
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
