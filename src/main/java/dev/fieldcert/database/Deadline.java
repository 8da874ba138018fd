package dev.fieldcert.database;

import java.time.Duration;
import java.util.OptionalLong;
import org.springframework.dao.QueryTimeoutException;

/**
 * A deadline for all database operations of a thread together. Without a deadline, each operation has the time limit
 * that {@link DatabaseConnection} sets.
 */
public final class Deadline {

    private static final ThreadLocal<Long> END_NANOS = new ThreadLocal<>();

    private Deadline() {}

    /** Work that may throw. */
    @FunctionalInterface
    public interface Work<R, X extends Exception> {
        R run() throws X;
    }

    /**
     * Runs the work under a deadline, or under the thread's current one if that is earlier. The work itself is not
     * interrupted.
     */
    public static <R, X extends Exception> R within(Duration most, Work<R, X> work) throws X {
        Long before = END_NANOS.get();
        long end = System.nanoTime() + most.toNanos();
        END_NANOS.set(before == null || before - end > 0 ? end : before);
        try {
            return work.run();
        } finally {
            if (before == null) {
                END_NANOS.remove();
            } else {
                END_NANOS.set(before);
            }
        }
    }

    /**
     * The time left for the next operation; empty if there is no deadline.
     *
     * @throws QueryTimeoutException if the deadline has passed
     */
    static OptionalLong leftMillis() {
        Long end = END_NANOS.get();
        if (end == null) {
            return OptionalLong.empty();
        }
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new QueryTimeoutException("The database took too long");
        }
        return OptionalLong.of(left);
    }
}
