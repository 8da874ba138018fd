package dev.fieldcert.local.workspace.settings;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs a task after a delay; a test can decide when. */
@FunctionalInterface
public interface RetryTimer {

    void after(Duration delay, Runnable task);

    /** A timer that really waits, on one daemon thread. */
    static RetryTimer realTime() {
        var executor = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "workspace-retries");
            thread.setDaemon(true);
            return thread;
        });
        return (delay, task) -> executor.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
}
