package dev.fieldcert.local.store;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The commands for operators of the embedded store: {@code backup}, {@code restore}, {@code migrate}. */
public final class StoreCommand {

    /** The names of the commands. */
    public static final List<String> NAMES = List.of("backup", "restore", "migrate");

    private static final String USAGE = """
            Usage: backup <file>          a copy of the embedded store as it is now, also while the bot runs
                   restore <file>         puts a backup into a data folder that has no store
                   migrate <mongodb-uri>  copies the store into an empty database of a MongoDB, and checks it
            The data folder is FIELDCERT_DATA, or "data".""";

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String DATABASE = StoreReader.DATABASE;

    private StoreCommand() {}

    /**
     * @param args the command's name, followed by its argument
     * @param data the bot's data folder
     * @return the exit code: 0 for success, 1 for a failure, 2 for wrong usage
     */
    public static int run(String[] args, Path data, PrintStream out) {
        if (args.length != 2 || args[1].startsWith("-")) {
            out.println(USAGE);
            return 2;
        }
        Path folder = data.resolve("mongo");
        try {
            switch (args[0]) {
                case "backup":
                    backup(folder, Path.of(args[1]).toAbsolutePath(), out);
                    return 0;
                case "restore":
                    EmbeddedMongo.restore(Path.of(args[1]), folder);
                    out.println("Restored into " + folder + ".");
                    return 0;
                case "migrate":
                    migrate(folder, args[1], out);
                    return 0;
                default:
                    out.println(USAGE);
                    return 2;
            }
        } catch (MongoTimeoutException away) {
            out.println(
                    "The MongoDB at this address does not answer, so nothing may rely on a copy there. Is it running, and the"
                            + " address right?");
            return 1;
        } catch (StoreException | MongoException | IllegalArgumentException e) {
            out.println(e.getMessage());
            return 1;
        }
    }

    private static void backup(Path folder, Path file, PrintStream out) {
        mustExist(folder);
        try (EmbeddedMongo mongo = EmbeddedMongo.open(folder)) {
            mongo.backup(file);
        } catch (StoreInUse running) {
            BackupRequests.ask(folder, file, PATIENCE);
        }
        out.println("Backed up into " + file + ". The keys that sign badges are not in it: keep a copy of "
                + folder.resolveSibling("keys") + ", too.");
    }

    /** While the bot runs, its later writes would be missing from the copy, so it must be stopped. */
    private static void migrate(Path folder, String uri, PrintStream out) {
        mustExist(folder);
        try (EmbeddedMongo mongo = EmbeddedMongo.open(folder)) {
            List<Migration.Copied> copied = Migration.run(mongo.uri(DATABASE), DATABASE, uri);
            out.printf(
                    "%-24s %10s %8s  %s%n",
                    "collection", "documents", "indexes", "content (SHA-256), the same on both sides");
            copied.forEach(each -> out.printf(
                    "%-24s %10d %8d  %s%n", each.collection(), each.documents(), each.indexes(), each.fingerprint()));
            out.println("Nothing changed on the way. Start FieldCert with MONGODB_URI set to this address.");
        } catch (StoreInUse running) {
            throw new StoreException(
                    "FieldCert is running on this store; stop it first, so that nothing is written meanwhile.");
        }
    }

    private static void mustExist(Path folder) {
        if (!Files.exists(folder.resolve(StoreFile.NAME))) {
            throw new StoreException(
                    "There is no store in %s; set FIELDCERT_DATA to the bot's data folder.".formatted(folder));
        }
    }
}
