package dev.fieldcert.local.store;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.mvstore.MVStoreException;

/**
 * A MongoDB server inside this process for local drivers: it listens on 127.0.0.1 only and needs no password. A write
 * is acknowledged when it is on disk.
 */
public final class EmbeddedMongo implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    /** A waiting write occupies its connection's thread, and many can wait for one commit. */
    private static final int CONNECTION_THREADS = 32;

    private static final Duration COMPACTION_PAUSE = Duration.ofSeconds(1);

    private final ReopeningBackend backend;
    private final MongoServer server;
    private BackupRequests requests;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final int port;

    private EmbeddedMongo(OpenStore store) {
        this.backend = new ReopeningBackend(store);
        this.server = new MongoServer(backend);
        server.bind(new InetSocketAddress(HOST, 0), 1, CONNECTION_THREADS);
        this.port = server.getLocalAddress().getPort();
    }

    /**
     * Opens the store in this folder, and creates the folder or the store if it is missing.
     *
     * @throws StoreException if the store is already open elsewhere, or its file is damaged
     */
    public static EmbeddedMongo open(Path folder) {
        return open(folder, COMPACTION_PAUSE);
    }

    static EmbeddedMongo open(Path folder, Duration compactionPause) {
        StoreFile file = StoreFile.open(folder);
        try {
            EmbeddedMongo mongo = new EmbeddedMongo(OpenStore.of(file, compactionPause));
            mongo.requests = new BackupRequests(folder, mongo::backup);
            mongo.requests.start();
            return mongo;
        } catch (MVStoreException | IllegalArgumentException e) {
            file.close();
            throw StoreFile.damaged(folder.resolve(StoreFile.NAME), e);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Starts the same server on a store in memory, which is lost when the server is closed. */
    public static EmbeddedMongo inMemory() {
        return new EmbeddedMongo(OpenStore.inMemory());
    }

    /** The connection string for one database of this server. */
    public String uri(String database) {
        return "mongodb://%s:%d/%s".formatted(HOST, port, database);
    }

    /**
     * Writes the store as of now to a new file, while reads and writes continue.
     *
     * @throws StoreException if the file exists or cannot be written, or if this store is in memory
     */
    public void backup(Path file) {
        backend.store().backup(file);
    }

    /**
     * Restores a backup into a folder.
     *
     * @throws StoreException if the backup is not readable, or the folder already has a store
     */
    public static void restore(Path backup, Path folder) {
        Backup.restore(backup, folder);
    }

    /** The size of the store's file in bytes; 0 for a store in memory. */
    public long fileSize() {
        return backend.store().fileSize();
    }

    /** Closes all connections, writes what is still unwritten, and releases the folder. A second call does nothing. */
    @Override
    public void close() {
        // A second call would wait forever for a connection that was opened during the first one.
        if (closed.getAndSet(true)) {
            return;
        }
        if (requests != null) {
            requests.close();
        }
        server.shutdownNow();
        backend.end();
    }

    /** Closes the store as the library does after a failed write; used by tests. */
    void breaks() {
        backend.store().breaks();
    }
}
