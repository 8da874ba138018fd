package dev.fieldcert.outbox;

import java.time.Duration;

/**
 * When a delivery is attempted again, and when it is given up. One policy for everything that is sent.
 *
 * @param maximumFailures after so many failures in a row that are the message's own it becomes a dead letter
 * @param first wait after the first attempt; doubled after each further one
 * @param longest wait between two attempts
 */
public record RetryPolicy(int maximumFailures, Duration first, Duration longest) {

    public static final RetryPolicy DEFAULT = new RetryPolicy(5, Duration.ofSeconds(5), Duration.ofMinutes(15));

    private static final int MOST_DOUBLINGS = 20;

    /** @param attempts made so far, without the one that has just ended */
    public Duration backOff(int attempts) {
        Duration wait = first.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }

    public boolean isExhausted(int failures) {
        return failures >= maximumFailures;
    }
}
