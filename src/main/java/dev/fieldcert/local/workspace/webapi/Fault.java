package dev.fieldcert.local.workspace.webapi;

import java.time.Duration;

/** A way in which a Slack call can fail. */
public sealed interface Fault {

    /** Responds with HTTP 429 and {@code Retry-After}, without executing the call. */
    record RateLimited(Duration retryAfter) implements Fault {}

    /** Responds with this HTTP status, without executing the call. */
    record Status(int code) implements Fault {}

    /** Responds with {@code ok:false} and this error name, without executing the call. */
    record Refusal(String error) implements Fault {}

    /** Refuses the call because the token lacks this scope. */
    record Unscoped(String needed) implements Fault {}

    /** Executes the call after a delay. */
    record Slow(Duration delay) implements Fault {}

    /** Executes the call, but cuts the connection instead of responding, so the caller cannot know the result. */
    record DoneThenCut() implements Fault {}

    /** Cuts the connection without executing the call. */
    record Cut() implements Fault {}
}
