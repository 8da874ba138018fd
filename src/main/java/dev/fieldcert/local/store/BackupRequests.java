package dev.fieldcert.local.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets another process ask for a backup of the open store: it writes a request file into the store's folder, and this
 * process answers with another file. Anybody who can write to that folder could take the store itself, so requests
 * need no further protection.
 */
final class BackupRequests implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackupRequests.class);
    private static final String REQUEST = ".backup-request";
    private static final String ANSWER = ".backup-answer";
    private static final String DONE = "done";
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Path folder;
    private final Consumer<Path> backup;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "backup-requests");
        thread.setDaemon(true);
        return thread;
    });

    /** @param backup writes a backup to the path; its exception is reported to the requester */
    BackupRequests(Path folder, Consumer<Path> backup) {
        this.folder = folder;
        this.backup = backup;
    }

    void start() {
        looking.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try (DirectoryStream<Path> requests = Files.newDirectoryStream(folder, "*" + REQUEST)) {
            for (Path request : requests) {
                Path file = Path.of(Files.readString(request).strip());
                Files.delete(request);
                write(request.resolveSibling(request.getFileName().toString().replace(REQUEST, ANSWER)), answer(file));
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("Backup requests not read reason=\"{}\"", e.toString());
        }
    }

    private String answer(Path file) {
        try {
            backup.accept(file);
            LOG.info("Backup written file={}", file);
            return DONE;
        } catch (RuntimeException e) {
            LOG.warn("Backup not written file={} reason=\"{}\"", file, e.toString());
            return e.getMessage() == null ? e.toString() : e.getMessage();
        }
    }

    /**
     * Asks the process that has this folder's store open, and waits for the answer.
     *
     * @throws StoreException if that process reports a failure, with its reason, or does not answer in time
     */
    static void ask(Path folder, Path file, Duration patience) {
        String id = UUID.randomUUID().toString();
        Path request = folder.resolve(id + REQUEST);
        Path answer = folder.resolve(id + ANSWER);
        try {
            write(request, file.toAbsolutePath().toString());
            long deadline = System.nanoTime() + patience.toNanos();
            while (!Files.exists(answer)) {
                if (System.nanoTime() > deadline) {
                    Files.deleteIfExists(request);
                    throw new StoreException(
                            "The running FieldCert has not answered within %d s; no backup was confirmed."
                                    .formatted(patience.toSeconds()));
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
            String words = Files.readString(answer);
            Files.delete(answer);
            if (!words.equals(DONE)) {
                throw new StoreException(words);
            }
        } catch (IOException e) {
            throw new StoreException("The running FieldCert cannot be asked for a backup: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Interrupted while the backup was written.", e);
        }
    }

    /** Writes the file so that it appears completely or not at all. */
    private static void write(Path file, String text) throws IOException {
        Path beginning = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(beginning, text);
        Files.move(beginning, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        looking.shutdown();
        try {
            if (!looking.awaitTermination(1, TimeUnit.MINUTES)) {
                looking.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
