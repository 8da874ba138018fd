package dev.fieldcert.local.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Group commit: a write returns when it is on disk. While one commit is being written, other writers make their
 * changes, and the first of them then commits for all. No commit happens in the middle of a change.
 */
final class CommitGroups {
    private final MVStore store;
    private final LongConsumer witness;
    private final ReadWriteLock changes = new ReentrantReadWriteLock();
    private final Object commits = new Object();
    private final AtomicLong changed = new AtomicLong();
    private long committed;
    private volatile long lastCommitNanos = System.nanoTime();
    private volatile boolean torn;

    /** @param witness receives each version of the store once it is on disk */
    CommitGroups(MVStore store, LongConsumer witness) {
        this.store = store;
        this.witness = witness;
    }

    /**
     * Runs a change concurrently with others, and returns when it is durable. If the change throws, what it has
     * written until then is committed, too.
     */
    <T> T change(Supplier<T> change) {
        long ticket = 0;
        changes.readLock().lock();
        try {
            return change.get();
        } catch (Error error) {
            // A document and its indexes may differ now.
            torn = true;
            throw error;
        } finally {
            ticket = changed.incrementAndGet();
            changes.readLock().unlock();
            commit(ticket);
        }
    }

    /** Like {@link #change}, but without any other change at the same time. */
    <T> T changeAlone(Supplier<T> change) {
        long ticket = 0;
        changes.writeLock().lock();
        try {
            return change.get();
        } catch (Error error) {
            // A document and its indexes may differ now.
            torn = true;
            throw error;
        } finally {
            ticket = changed.incrementAndGet();
            changes.writeLock().unlock();
            commit(ticket);
        }
    }

    /** Commits everything, then runs the action; no change or commit can run until it returns. */
    <T> T quiet(Supplier<T> action) {
        synchronized (commits) {
            changes.writeLock().lock();
            try {
                write();
                sync();
                return action.get();
            } finally {
                changes.writeLock().unlock();
            }
        }
    }

    /** Whether the store must be reopened: the library has closed it, or an error has interrupted a change. */
    boolean isBroken() {
        return torn || store.isClosed();
    }

    long changes() {
        return changed.get();
    }

    long nanosSinceLastCommit() {
        return System.nanoTime() - lastCommitNanos;
    }

    private void commit(long ticket) {
        if (!store.isPersistent()) {
            return;
        }
        synchronized (commits) {
            if (committed >= ticket) {
                return;
            }
            long upTo;
            changes.writeLock().lock();
            try {
                upTo = changed.get();
                write();
            } finally {
                changes.writeLock().unlock();
            }
            sync();
            committed = upTo;
        }
    }

    private void sync() {
        store.sync();
        witness.accept(store.getCurrentVersion());
    }

    private void write() {
        store.commit();
        lastCommitNanos = System.nanoTime();
    }
}
