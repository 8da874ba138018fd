package dev.fieldcert.local.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads an installation's embedded store from another process, even while the bot is running. */
public final class StoreReader {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** The name of the bot's database in the embedded store. */
    static final String DATABASE = "fieldcert";

    private StoreReader() {}

    /**
     * @param data the bot's data folder
     * @param read receives the connection string of a MongoDB server with the store's content, which runs until this
     *     function returns
     * @throws StoreException if there is no store, or it can be neither opened nor copied
     */
    public static <R> R read(Path data, Function<String, R> read) {
        Path folder = data.resolve("mongo");
        if (!Files.exists(folder.resolve(StoreFile.NAME))) {
            throw new StoreException("There is no store in " + folder + ".");
        }
        try (EmbeddedMongo mongo = EmbeddedMongo.open(folder)) {
            return read.apply(mongo.uri(DATABASE));
        } catch (StoreInUse running) {
            return readCopy(folder, read);
        }
    }

    private static <R> R readCopy(Path folder, Function<String, R> read) {
        try {
            Path copy = Files.createTempDirectory("fieldcert-store");
            try {
                Path backup = copy.resolve("backup");
                BackupRequests.ask(folder, backup, PATIENCE);
                EmbeddedMongo.restore(backup, copy.resolve("mongo"));
                try (EmbeddedMongo mongo = EmbeddedMongo.open(copy.resolve("mongo"))) {
                    return read.apply(mongo.uri(DATABASE));
                }
            } finally {
                delete(copy);
            }
        } catch (IOException e) {
            throw new StoreException("The store could not be copied: " + e, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
