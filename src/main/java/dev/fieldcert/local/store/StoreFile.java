package dev.fieldcert.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A store's file in its folder. It is created completely or not at all, and only one process at a time can open it.
 */
final class StoreFile implements AutoCloseable {
    static final String NAME = "fieldcert.mv";

    static final String LOCK = "fieldcert.lock";
    private static final String NEW = NAME + ".new";
    private static final long WORTH_REWRITING = 4L << 20;
    /** The name of the map that marks a file as a store. */
    static final String MARK = "fieldcert";

    private static final String SEALS = "seals";
    private static final double FORMAT = 1.0;
    private static final int MOST_CACHE_MEGABYTES = 256;
    private static final int CACHE_SHARE_OF_HEAP = 8;

    /**
     * How long freed space in the file is kept from being overwritten. Every commit is forced to disk, so 0 would be
     * safe against crashes, but a reader may still be using the space.
     */
    private static final int RETENTION_MILLIS = 2_000;

    private final Path folder;
    private final FileChannel lock;
    private final MVStore store;

    private StoreFile(Path folder, FileChannel lock, MVStore store) {
        this.folder = folder;
        this.lock = lock;
        this.store = store;
    }

    /** Opens the store file in this folder, and creates the folder or the file if it is missing. */
    static StoreFile open(Path folder) {
        FileChannel lock = lock(folder);
        try {
            Path file = folder.resolve(NAME);
            if (!Files.exists(file)) {
                lock.truncate(0);
                create(file);
            }
            MVStore store = openWhole(folder, lock);
            if (isMostlyEmpty(store)) {
                store = rewritten(store, file, lock);
            }
            store.setRetentionTime(RETENTION_MILLIS);
            return new StoreFile(folder, lock, store);
        } catch (IOException e) {
            closeQuietly(lock);
            throw new StoreException("The store in %s cannot be created: %s".formatted(folder, e), e);
        } catch (RuntimeException e) {
            closeQuietly(lock);
            throw e;
        }
    }

    /**
     * Opens the file again with every acknowledged change, because the library closes a store permanently after a
     * failed write. The folder stays locked throughout.
     */
    StoreFile reopened() {
        store.closeImmediately();
        try {
            MVStore again = openWhole(folder, lock);
            again.setRetentionTime(RETENTION_MILLIS);
            return new StoreFile(folder, lock, again);
        } catch (IOException e) {
            throw new StoreException("The store in %s cannot be opened again: %s".formatted(folder, e), e);
        }
    }

    private static MVStore openWhole(Path folder, FileChannel lock) throws IOException {
        Path file = folder.resolve(NAME);
        MVStore store = openStore(file);
        if (store.getCurrentVersion() < acknowledged(lock)) {
            store.closeImmediately();
            throw new StoreException(("The store %s has lost changes that it had acknowledged: it was cut short, or"
                            + " replaced by an older copy; restore a backup, or delete %s to go on without them.")
                    .formatted(file, folder.resolve(LOCK)));
        }
        return store;
    }

    static MVStore inMemory() {
        return new MVStore.Builder().open();
    }

    private static boolean isMostlyEmpty(MVStore store) {
        FileStore<?> file = store.getFileStore();
        int livePercent = file.getChunksFillRate() * file.getFillRate() / 100;
        return file.size() > WORTH_REWRITING && livePercent < 50;
    }

    /** Rewrites the store into a new file without gaps, and opens that file. */
    private static MVStore rewritten(MVStore store, Path file, FileChannel lock) throws IOException {
        Path beginning = file.resolveSibling(NEW);
        Files.deleteIfExists(beginning);
        try (store) {
            Backup.copy(Backup.now(store), beginning, false);
        }
        lock.truncate(0); // the new file counts its versions from the beginning
        moveIntoPlace(beginning, file);
        return openStore(file);
    }

    private static FileChannel lock(Path folder) {
        FileChannel channel = null;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(
                    folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // This process itself has the store open. The caller gets the same exception.
        } catch (IOException e) {
            closeQuietly(channel);
            throw new StoreException("The folder %s cannot be used for the store: %s".formatted(folder, e), e);
        }
        closeQuietly(channel);
        throw new StoreInUse(folder);
    }

    /** A new store is created under another name and then renamed, so a file under its own name is always complete. */
    private static void create(Path file) throws IOException {
        Path beginning = file.resolveSibling(NEW);
        Files.deleteIfExists(beginning);
        try (MVStore store = builder(beginning).open()) {
            mark(store);
        }
        moveIntoPlace(beginning, file);
    }

    static MVStore.Builder builder(Path file) {
        long heapMegabytes = Runtime.getRuntime().maxMemory() >> 20;
        int cache = (int) Math.min(MOST_CACHE_MEGABYTES, Math.max(16, heapMegabytes / CACHE_SHARE_OF_HEAP));
        return new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(cache)
                .autoCommitDisabled()
                .autoCommitBufferSize(0);
    }

    static void mark(MVStore store) {
        marks(store).put("format", StoredDocument.copyOf(new Document("version", FORMAT)));
        store.commit();
        store.sync();
    }

    static void seal(MVStore store, Document seals) {
        marks(store).put(SEALS, StoredDocument.copyOf(seals));
    }

    static Optional<Document> unseal(MVStore store) {
        return Optional.ofNullable(marks(store).remove(SEALS)).map(StoredDocument::document);
    }

    private static MVMap<Object, StoredDocument> marks(MVStore store) {
        return StoredDatabase.openMap(store, MARK);
    }

    static MVStore openStore(Path file) {
        try {
            if (Files.size(file) == 0) {
                throw damaged(file, null);
            }
            return checked(file, builder(file).open());
        } catch (IOException e) {
            throw new StoreException("The store %s cannot be read: %s".formatted(file, e), e);
        } catch (MVStoreException e) {
            throw damaged(file, e);
        }
    }

    private static MVStore checked(Path file, MVStore store) {
        try {
            StoredDocument mark = store.hasMap(MARK) ? marks(store).get("format") : null;
            if (mark == null) {
                throw damaged(file, null);
            }
            if (!mark.document().get("version").equals(FORMAT)) {
                throw new StoreException(
                        "The store %s was written by another version of FieldCert; run that version.".formatted(file));
            }
            return store;
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw e;
        }
    }

    static StoreException damaged(Path file, RuntimeException cause) {
        return new StoreException(
                "The store %s is damaged or not a FieldCert store; restore a backup, or move the file away to start empty."
                        .formatted(file),
                cause);
    }

    static void moveIntoPlace(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    MVStore store() {
        return store;
    }

    /**
     * Records in the lock file which version was acknowledged. The library opens a damaged file at the last readable
     * version, and without this record acknowledged changes could go missing unnoticed.
     */
    void acknowledge(long version) {
        try {
            lock.write(ByteBuffer.allocate(Long.BYTES).putLong(0, version), 0);
        } catch (IOException e) {
            throw new StoreException("The store's last version cannot be noted: " + e, e);
        }
    }

    private static long acknowledged(FileChannel lock) throws IOException {
        ByteBuffer version = ByteBuffer.allocate(Long.BYTES);
        return lock.read(version, 0) == Long.BYTES ? version.getLong(0) : 0;
    }

    @Override
    public void close() {
        try {
            store.close();
        } finally {
            closeQuietly(lock);
        }
    }

    private static void closeQuietly(FileChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new StoreException("The store's lock cannot be given back: " + e, e);
        }
    }
}
