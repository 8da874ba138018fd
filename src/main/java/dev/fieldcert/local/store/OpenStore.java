package dev.fieldcert.local.store;

import java.nio.file.Path;
import java.time.Duration;
import org.h2.mvstore.MVStore;

/** An open store: its file, its commits, the backend that reads and writes it, and its compaction. */
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

    /** Whether the store is broken and has a file from which it can be reopened. */
    boolean isToBeReopened() {
        return file != null && commits.isBroken();
    }

    /**
     * Opens the store again from its file, with every acknowledged change. This object must not be used afterwards.
     *
     * @throws RuntimeException if the store cannot be opened now; the call may then be repeated
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

    /** The file's size in bytes; 0 for a store in memory. */
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
