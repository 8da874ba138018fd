package dev.fieldcert.local.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frees the space of overwritten documents, one slice at a time: when the store is idle, or when the file has grown
 * far beyond its live data.
 */
final class Compaction implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Compaction.class);
    private static final int SLICE_BYTES = 4 << 20;
    private static final int ENOUGH_LIVE_PERCENT = 70;
    private static final int URGENT_LIVE_PERCENT = 25;
    private static final long URGENT_SIZE = 64L << 20;

    private final CommitGroups commits;
    private final MVStore store;
    private final Duration pause;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "store-compaction");
        thread.setDaemon(true);
        return thread;
    });

    Compaction(CommitGroups commits, MVStore store, Duration pause) {
        this.commits = commits;
        this.store = store;
        this.pause = pause;
    }

    void start() {
        worker.scheduleWithFixedDelay(this::run, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            if (!store.isClosed() && isDue()) {
                compact();
            }
        } catch (RuntimeException e) {
            log.error("Store not compacted file={}", store.getFileStore().getFileName(), e);
        }
    }

    private boolean isDue() {
        int live = store.getFileStore().getChunksFillRate();
        boolean idle = commits.nanosSinceLastCommit() > pause.toNanos();
        boolean urgent = store.getFileStore().size() > URGENT_SIZE && live < URGENT_LIVE_PERCENT;
        return urgent || (idle && live < ENOUGH_LIVE_PERCENT);
    }

    /**
     * The library could also move live data together and shrink the file right away, but that code fails an assertion
     * under load (h2 2.4.240). So space is only freed for reuse, and {@link StoreFile} shrinks the file when it is
     * opened.
     */
    private synchronized void compact() {
        commits.changeAlone(() -> store.compact(ENOUGH_LIVE_PERCENT, SLICE_BYTES));
    }

    /** Runs the action while no compaction is running. */
    synchronized void pausedFor(Runnable action) {
        action.run();
    }

    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
