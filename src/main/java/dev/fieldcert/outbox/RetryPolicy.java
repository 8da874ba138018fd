package dev.fieldcert.outbox;

import java.time.Duration;

/**
 * When delivery is retried and when it is abandoned: one policy for every message.
 *
 * @param maximumFailures consecutive failures caused by the message itself after which it becomes a dead letter
 * @param maximumStops attempts in a row during which the whole process ended, after which it becomes one, too; more than the
 *     former, because a rollout or a drained node ends several processes in a row whatever they were sending
 * @param first the wait after the first attempt; doubles after each further attempt
 * @param longest the longest wait between two attempts
 */
public record RetryPolicy(int maximumFailures, int maximumStops, Duration first, Duration longest) {

    public static final RetryPolicy DEFAULT = new RetryPolicy(5, 12, Duration.ofSeconds(5), Duration.ofMinutes(15));

    private static final int MOST_DOUBLINGS = 20;

    /** @param attempts made before the one that just ended */
    public Duration backOff(int attempts) {
        Duration wait = first.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }

    public boolean isExhausted(int failures) {
        return failures >= maximumFailures;
    }

    public boolean isExhaustedByStops(int failures) {
        return failures >= maximumStops;
    }
}
