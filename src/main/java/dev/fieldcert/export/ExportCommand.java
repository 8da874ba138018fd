package dev.fieldcert.export;

import com.mongodb.MongoException;
import dev.fieldcert.stored.OpenedDatabase;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The command {@code export <table> <file>}. */
public final class ExportCommand {

    private static final String USAGE = """
            Usage: export answers|attempts|learners|badges|audit <file.csv|file.ndjson> [--since 2026-01-31]

            Writes a table of what is stored, one row a document: CSV for a spreadsheet, or one JSON object a line.
            Reads the embedded store in FIELDCERT_DATA, while the bot runs too, or the database at MONGODB_URI.""";

    /** Provides the database's address to a reader for the time of the call. */
    public interface Database {
        long read(Function<String, Long> reader);
    }

    private ExportCommand() {}

    private record Wanted(Table<?> table, Path file, Format format, Optional<LocalDate> since) {}

    /**
     * @param args the arguments after {@code export}
     * @return exit code: 0 if the file was written, 1 if it could not be written, 2 for wrong usage
     */
    public static int run(String[] args, Database database, Clock clock, PrintStream out) {
        Optional<Wanted> wanted = wanted(args, out);
        if (wanted.isEmpty()) {
            out.println(USAGE);
            return 2;
        }
        try {
            long rows = database.read(uri -> write(wanted.get(), uri, clock));
            out.println(rows + (rows == 1 ? " row" : " rows") + " written into "
                    + wanted.get().file() + ".");
            return 0;
        } catch (MongoException away) {
            out.println("The database does not answer. Is it running, and MONGODB_URI right?");
            return 1;
        } catch (UncheckedIOException disk) {
            out.println("The file could not be written: " + disk.getCause());
            return 1;
        } catch (IllegalStateException | IllegalArgumentException e) {
            out.println(e.getMessage());
            return 1;
        }
    }

    private static long write(Wanted wanted, String uri, Clock clock) {
        try (OpenedDatabase database = OpenedDatabase.open(uri)) {
            return new Exporter(database.mongo(), clock)
                    .write(wanted.table(), wanted.since(), wanted.format(), wanted.file(), () -> true);
        }
    }

    private static Optional<Wanted> wanted(String[] args, PrintStream out) {
        boolean withSince = args.length == 4 && args[2].equals("--since");
        if (args.length != 2 && !withSince) {
            return Optional.empty();
        }
        Optional<Table<?>> table = Tables.named(args[0]);
        if (table.isEmpty()) {
            out.println("There is no table “" + args[0] + "”. There are: "
                    + Tables.ALL.stream().map(Table::name).collect(Collectors.joining(", ")) + ".");
            return Optional.empty();
        }
        try {
            Format format = args[1].toLowerCase(Locale.ROOT).endsWith(".ndjson") ? Format.NDJSON : Format.CSV;
            Optional<LocalDate> since = withSince ? Optional.of(LocalDate.parse(args[3])) : Optional.empty();
            return Optional.of(new Wanted(table.get(), Path.of(args[1]), format, since));
        } catch (DateTimeParseException noDay) {
            out.println("“" + args[3] + "” is not a day like 2026-01-31.");
            return Optional.empty();
        } catch (InvalidPathException noFile) {
            out.println("“" + args[1] + "” cannot be the name of a file.");
            return Optional.empty();
        }
    }
}
