package dev.fieldcert.slack.work;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bounded thread pool: one person's requests run in order, different people's concurrently. */
public final class Workers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final Duration LONGEST_STEP_BACK = Duration.ofSeconds(1);

    private final LoadShedding loadShedding = new LoadShedding();
    private final ExecutorService threads;
    private final int capacity;
    private final Map<String, Queue<Runnable>> lanes = new HashMap<>();
    private int pending;
    private boolean closed;

    /** @param capacity the most requests that may be waiting or running in total */
    public Workers(int threads, int capacity) {
        this.threads = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "slack-worker");
            thread.setDaemon(true);
            return thread;
        });
        this.capacity = capacity;
    }

    /** @return false if there is no capacity; the work is then not accepted */
    public synchronized boolean submit(String person, Runnable work) {
        if (closed || pending >= capacity) {
            return false;
        }
        pending++;
        Queue<Runnable> lane = lanes.get(person);
        if (lane == null) {
            lanes.put(person, new ArrayDeque<>());
            threads.execute(() -> run(person, work));
        } else {
            lane.add(work);
        }
        return true;
    }

    private void run(String person, Runnable work) {
        try {
            giveWay();
            work.run();
        } catch (RuntimeException | Error bug) {
            LOG.error("Work failed person={}", person, bug);
        } finally {
            next(person);
        }
    }

    /** Records that a request is being stored; call {@link #arrived} afterwards. */
    public void arriving() {
        loadShedding.came();
    }

    public void arrived() {
        loadShedding.answered();
    }

    public boolean areRushed() {
        return loadShedding.isOn();
    }

    /**
     * Waits up to a second while requests arrive in a rush: acknowledged work can wait, but Slack's requests time out.
     */
    public void giveWay() {
        long deadline = System.nanoTime() + LONGEST_STEP_BACK.toNanos();
        while (loadShedding.isOn() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    private synchronized void next(String person) {
        pending--;
        Runnable next = lanes.get(person).poll();
        if (next == null) {
            lanes.remove(person);
        } else {
            threads.execute(() -> run(person, next));
        }
        notifyAll();
    }

    /** Whether a request would be accepted now; another thread may take the capacity first. */
    public synchronized boolean haveRoom() {
        return !closed && pending < capacity;
    }

    public int capacity() {
        return capacity;
    }

    /** Whether so much is waiting or running that a new request will probably have to wait. */
    public synchronized boolean areBusy() {
        return pending >= Math.max(2, capacity / 4);
    }

    public synchronized int pending() {
        return pending;
    }

    /** @return whether all work was processed in time */
    public synchronized boolean awaitIdle(Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        while (pending > 0) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            try {
                wait(Math.max(1, left / 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** Stops accepting work, and gives running and waiting work some time to finish. */
    public boolean stop(Duration grace) {
        synchronized (this) {
            if (closed) {
                return pending == 0;
            }
            closed = true;
        }
        boolean idle = awaitIdle(grace);
        threads.shutdownNow();
        return idle;
    }

    @Override
    public void close() {
        stop(Duration.ofSeconds(8));
    }
}
