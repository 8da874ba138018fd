package dev.fieldcert.outbox;

import java.time.Duration;

/**
 * When delivery is retried and when it is abandoned. The same policy applies to every message.
 *
 * @param maximumFailures number of consecutive failures caused by the message itself after which it becomes a dead
 *     letter
 * @param maximumStops number of consecutive attempts that never ended because the whole process stopped, after which
 *     the message becomes a dead letter, too. This is more than {@code maximumFailures}, because a rollout or a
 *     drained node ends several processes in a row, whatever they are sending
 * @param first the wait after the first attempt; it doubles after each further attempt
 * @param longest the longest wait between two attempts
 */
public record RetryPolicy(int maximumFailures, int maximumStops, Duration first, Duration longest) {

    public static final RetryPolicy DEFAULT = new RetryPolicy(5, 12, Duration.ofSeconds(5), Duration.ofMinutes(15));

    private static final int MOST_DOUBLINGS = 20;

    /** @param attempts number of attempts before the one that just ended */
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
