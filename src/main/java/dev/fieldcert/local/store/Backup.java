package dev.fieldcert.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** Makes consistent copies of a store, even while it is being written to, and restores them. */
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
            copy(snapshots, beginning, true);
            StoreFile.moveIntoPlace(beginning, file);
        } catch (IOException | MVStoreException e) {
            throw new StoreException("The backup %s cannot be written: %s".formatted(file, e.getMessage()), e);
        } finally {
            store.deregisterVersionUsage(usage[0]);
        }
    }

    /**
     * Takes a snapshot of every map at the store's current version. The store must keep this version until the
     * snapshots have been read.
     */
    static List<Snapshot> now(MVStore store) {
        List<Snapshot> snapshots = new ArrayList<>();
        for (String name : store.getMapNames()) {
            MVMap<Object, StoredDocument> map = StoredDatabase.openMap(store, name);
            snapshots.add(new Snapshot(name, map.openVersion(store.getCurrentVersion())));
        }
        return snapshots;
    }

    /**
     * Copies the snapshots into a new store file. Writes the store's marker last, so that an incomplete copy has no
     * marker.
     *
     * @param sealed whether to add the checksums that {@link #readAll} verifies
     */
    static void copy(List<Snapshot> snapshots, Path file, boolean sealed) {
        Document seals = new Document();
        try (MVStore target = StoreFile.builder(file).open()) {
            for (Snapshot snapshot : snapshots) {
                if (snapshot.name().equals(StoreFile.MARK)) {
                    continue;
                }
                MVMap<Object, StoredDocument> copy = StoredDatabase.openMap(target, snapshot.name());
                snapshot.documents().forEach(copy::put);
                target.commit();
                seals.append(snapshot.name(), sealed ? seal(snapshot.documents()) : "");
            }
            if (sealed) {
                StoreFile.seal(target, seals);
            }
            StoreFile.mark(target);
        }
    }

    /** SHA-256 over all documents of a map, in order. */
    private static String seal(MVMap<Object, StoredDocument> documents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            documents.values().forEach(stored -> digest.update(stored.encoded()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Restores a backup into a folder without a store, after verifying the whole backup. */
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
            try {
                readAll(backup, beginning);
            } catch (StoreException damaged) {
                Files.deleteIfExists(beginning);
                throw damaged;
            }
            Files.deleteIfExists(folder.resolve(StoreFile.LOCK)); // it belongs to the store that was here before
            StoreFile.moveIntoPlace(beginning, file);
        } catch (IOException e) {
            throw new StoreException("The backup %s cannot be restored: %s".formatted(backup, e), e);
        }
    }

    /** Reads the whole copy to verify its checksums, and removes them, so that the copy is an ordinary store. */
    private static void readAll(Path backup, Path copy) {
        try (MVStore store = StoreFile.openStore(copy)) {
            Document seals = StoreFile.unseal(store)
                    .orElseThrow(() -> new StoreException("It is a store, but was not written by the command backup."));
            Document found = new Document();
            for (String name : store.getMapNames()) {
                if (!name.equals(StoreFile.MARK)) {
                    found.append(name, seal(StoredDatabase.openMap(store, name)));
                }
            }
            if (!found.equals(seals)) {
                throw new StoreException("Its content is not what was backed up.");
            }
            store.commit();
        } catch (StoreException | MVStoreException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new StoreException(
                    "%s is damaged, or no backup of FieldCert's; nothing was restored. Take another backup."
                            .formatted(backup),
                    e);
        }
    }
}
