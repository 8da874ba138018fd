package dev.fieldcert.slack.work;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Decides when other work must yield to acknowledgements: when many requests are waiting for one, or when requests
 * arrive faster than they can be both acknowledged and processed.
 */
final class LoadShedding {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final int FEW = 2 * PROCESSORS;
    private static final long WITHIN = Duration.ofMillis(100).toNanos();

    private final AtomicInteger waiting = new AtomicInteger();

    /** The latest arrival times, in a ring buffer. */
    private final AtomicLongArray newest = new AtomicLongArray(25 * PROCESSORS);

    private final AtomicInteger next = new AtomicInteger(newest.length());

    LoadShedding() {
        long longAgo = System.nanoTime() - WITHIN;
        for (int i = 0; i < newest.length(); i++) {
            newest.set(i, longAgo);
        }
    }

    /** Records that a request arrived; call {@link #answered} once it is acknowledged. */
    void came() {
        waiting.incrementAndGet();
        newest.set(Math.floorMod(next.getAndIncrement(), newest.length()), System.nanoTime());
    }

    void answered() {
        waiting.decrementAndGet();
    }

    boolean isOn() {
        return waiting.get() > FEW
                || System.nanoTime() - newest.get(Math.floorMod(next.get(), newest.length())) < WITHIN;
    }
}
