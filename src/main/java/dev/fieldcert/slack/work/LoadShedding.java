package dev.fieldcert.slack.work;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Tells when acknowledging needs the whole machine: requests wait for it, or come faster than any machine of this size could
 * work them off beside.
 */
final class LoadShedding {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final int FEW = 2 * PROCESSORS;
    private static final long WITHIN = Duration.ofMillis(100).toNanos();

    private final AtomicInteger waiting = new AtomicInteger();

    /** When the newest came, oldest next to be overwritten. */
    private final AtomicLongArray newest = new AtomicLongArray(25 * PROCESSORS);

    private final AtomicInteger next = new AtomicInteger(newest.length());

    LoadShedding() {
        long longAgo = System.nanoTime() - WITHIN;
        for (int i = 0; i < newest.length(); i++) {
            newest.set(i, longAgo);
        }
    }

    /** A request has come; to be followed by {@link #answered}. */
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
