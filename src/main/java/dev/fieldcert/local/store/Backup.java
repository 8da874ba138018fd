package dev.fieldcert.local.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** Copies of a store: one instant of it, taken while writing goes on. */
final class Backup {
    private Backup() {}

    /** A map as it was at one instant. */
    record Snapshot(String name, MVMap<Object, StoredDocument> documents) {}

    /** Writes the store as it is now into the file, which must not exist; the file appears when it is complete. */
    static void write(MVStore store, CommitGroups commits, Path file) {
        if (Files.exists(file)) {
            throw new StoreException("The backup %s exists already; name a new file.".formatted(file));
        }
        MVStore.TxCounter[] usage = new MVStore.TxCounter[1];
        List<Snapshot> snapshots = commits.quiet(() -> {
            usage[0] = store.registerVersionUsage();
            return now(store);
        });
        try {
            Path beginning = file.resolveSibling(file.getFileName() + ".part");
            Files.deleteIfExists(beginning);
            copy(snapshots, beginning);
            StoreFile.moveIntoPlace(beginning, file);
        } catch (IOException e) {
            throw new StoreException("The backup %s cannot be written: %s".formatted(file, e), e);
        } finally {
            store.deregisterVersionUsage(usage[0]);
        }
    }

    /** What the store holds at this version; to be copied before the version is given up. */
    static List<Snapshot> now(MVStore store) {
        List<Snapshot> snapshots = new ArrayList<>();
        for (String name : store.getMapNames()) {
            MVMap<Object, StoredDocument> map = StoredDatabase.openMap(store, name);
            snapshots.add(new Snapshot(name, map.openVersion(store.getCurrentVersion())));
        }
        return snapshots;
    }

    static void copy(List<Snapshot> snapshots, Path file) {
        try (MVStore target = StoreFile.builder(file).open()) {
            for (Snapshot snapshot : snapshots) {
                MVMap<Object, StoredDocument> copy = StoredDatabase.openMap(target, snapshot.name());
                snapshot.documents().forEach(copy::put);
                target.commit();
            }
            StoreFile.mark(target);
        }
    }

    /** Puts a backup into a folder that has no store, after having read all of it. */
    static void restore(Path backup, Path folder) {
        Path file = folder.resolve(StoreFile.NAME);
        if (!Files.exists(backup)) {
            throw new StoreException("There is no backup at %s.".formatted(backup));
        }
        if (Files.exists(file)) {
            throw new StoreException(
                    "The folder %s has a store already; restore into an empty folder, or move %s away first."
                            .formatted(folder, file));
        }
        try {
            Files.createDirectories(folder);
            Path beginning = folder.resolve(StoreFile.NAME + ".new");
            Files.deleteIfExists(beginning);
            Files.copy(backup, beginning);
            readAll(backup, beginning);
            Files.deleteIfExists(folder.resolve(StoreFile.LOCK)); // it tells of the store that was here before
            StoreFile.moveIntoPlace(beginning, file);
        } catch (IOException e) {
            throw new StoreException("The backup %s cannot be restored: %s".formatted(backup, e), e);
        }
    }

    private static void readAll(Path backup, Path copy) {
        try (MVStore store = StoreFile.openStore(copy)) {
            for (String name : store.getMapNames()) {
                StoredDatabase.openMap(store, name).values().forEach(StoredDocument::bytes);
            }
        } catch (StoreException | MVStoreException e) {
            throw StoreFile.damaged(backup, e);
        }
    }
}
