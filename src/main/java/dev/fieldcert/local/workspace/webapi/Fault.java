package dev.fieldcert.local.workspace.webapi;

import java.time.Duration;

/** A way in which a Slack call can fail. */
public sealed interface Fault {

    /** HTTP 429 with {@code Retry-After}. */
    record RateLimited(Duration retryAfter) implements Fault {}

    /** This HTTP status, without doing anything. */
    record Status(int code) implements Fault {}

    /** {@code ok:false} with this error name, without doing anything. */
    record Refusal(String error) implements Fault {}

    /** Refused because the token lacks this scope. */
    record Unscoped(String needed) implements Fault {}

    /** Succeeds after a delay. */
    record Slow(Duration delay) implements Fault {}

    /** Succeeds, but cuts the connection instead of responding, so the caller cannot know. */
    record DoneThenCut() implements Fault {}

    /** Cuts the connection without doing anything. */
    record Cut() implements Fault {}
}
