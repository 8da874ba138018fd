package dev.fieldcert.local.workspace.webapi;

import java.time.Duration;

/** One way in which Slack can be unkind to a caller. */
public sealed interface Fault {

    /** HTTP 429 with {@code Retry-After}. */
    record RateLimited(Duration retryAfter) implements Fault {}

    /** This HTTP status, without doing anything. */
    record Status(int code) implements Fault {}

    /** {@code ok:false} with this error name, without doing anything. */
    record Refusal(String error) implements Fault {}

    /** Does it, after a while. */
    record Slow(Duration delay) implements Fault {}

    /** Does it, and cuts the connection instead of answering: the caller cannot know. */
    record DoneThenCut() implements Fault {}

    /** Cuts the connection without doing anything. */
    record Cut() implements Fault {}
}
