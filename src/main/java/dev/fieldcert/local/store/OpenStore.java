package dev.fieldcert.local.store;

import java.nio.file.Path;
import java.time.Duration;
import org.h2.mvstore.MVStore;

/** A store while it is open: its file, the commits, the backend that answers from it, and the compaction. */
final class OpenStore {

    private final StoreFile file;
    private final MVStore store;
    private final CommitGroups commits;
    private final DurableBackend backend;
    private final Duration compactionPause;
    private final Compaction compaction;

    /** @param file null for a store in memory */
    private OpenStore(StoreFile file, MVStore store, Duration compactionPause) {
        this.file = file;
        this.store = store;
        this.compactionPause = compactionPause;
        this.commits = new CommitGroups(store, file == null ? version -> {} : file::acknowledge);
        this.backend = new DurableBackend(store, commits);
        this.compaction = file == null ? null : new Compaction(commits, store, compactionPause);
        if (compaction != null) {
            compaction.start();
        }
    }

    static OpenStore of(StoreFile file, Duration compactionPause) {
        return new OpenStore(file, file.store(), compactionPause);
    }

    static OpenStore inMemory() {
        return new OpenStore(null, StoreFile.inMemory(), Duration.ZERO);
    }

    DurableBackend backend() {
        return backend;
    }

    /** Whether it is broken and could be opened again from its file. */
    boolean isToBeReopened() {
        return file != null && commits.isBroken();
    }

    /**
     * The same store as of what was acknowledged last; this one is of no use afterwards.
     *
     * @throws RuntimeException when it cannot be opened now; it may be tried again
     */
    OpenStore reopened() {
        compaction.close();
        StoreFile again = file.reopened();
        try {
            return of(again, compactionPause);
        } catch (RuntimeException | Error e) {
            again.store().closeImmediately();
            throw e;
        }
    }

    void backup(Path to) {
        if (compaction == null) {
            throw new StoreException("A store in memory has no backup; start with a folder.");
        }
        compaction.pausedFor(() -> Backup.write(store, commits, to));
    }

    /** In bytes, 0 in memory. */
    long fileSize() {
        return store.isPersistent() ? store.getFileStore().size() : 0;
    }

    void breaks() {
        store.closeImmediately();
    }

    void close() {
        if (file == null) {
            store.close();
        } else {
            compaction.close();
            file.close();
        }
    }
}
