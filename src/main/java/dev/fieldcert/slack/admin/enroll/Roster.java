package dev.fieldcert.slack.admin.enroll;

import dev.fieldcert.slack.admin.Sentences;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * A list of people as CSV: {@code email,manager_email,cohort,course,due}, of which only the first is needed.
 *
 * @param errors lines that cannot be used, and why; the others can
 */
record Roster(List<Row> rows, List<LineError> errors) {

    /** More than that is a data migration, not a list somebody has looked at. */
    static final int MOST_ROWS = 20_000;

    static final long MOST_BYTES = 5_000_000;

    private static final String EMAIL = "email";
    private static final Set<String> COLUMNS = Set.of(EMAIL, "manager_email", "cohort", "course", "due");
    private static final int LONGEST_COHORT = 60;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * @param managerEmail empty when it says nothing; so are {@code cohort} and {@code course}
     * @param due null when none
     */
    record Row(int line, String email, String managerEmail, String cohort, String course, LocalDate due) {}

    record LineError(int line, String problem) {}

    /** The list as a whole cannot be used. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence);
        }
    }

    Roster {
        rows = List.copyOf(rows);
        errors = List.copyOf(errors);
    }

    /** Reads a row at a time, and stops at the limit. */
    static Roster read(InputStream in, LocalDate today) throws Refused {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, decoder))) {
            return read(reader, today);
        } catch (CharacterCodingException notUtf8) {
            throw new Refused("The file is not UTF-8. Save it as “CSV UTF-8” and send it again.");
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new Refused("The file is not UTF-8. Save it as “CSV UTF-8” and send it again.");
            }
            throw new Refused("The file has a quotation mark that is opened and not closed, or more behind one: "
                    + e.getCause().getMessage() + ".");
        } catch (IOException e) {
            throw new Refused("The file could not be read as CSV: " + e.getMessage() + ".");
        }
    }

    private static Roster read(BufferedReader reader, LocalDate today) throws IOException, Refused {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(reader))
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .setTrim(true)
                .get();
        try (CSVParser parser = format.parse(reader)) {
            checkHeader(parser.getHeaderNames());
            List<Row> rows = new ArrayList<>();
            List<LineError> errors = new ArrayList<>();
            Map<String, Integer> seen = new HashMap<>();
            for (CSVRecord record : parser) {
                int line = (int) parser.getCurrentLineNumber();
                if (rows.size() + errors.size() >= MOST_ROWS) {
                    throw new Refused(
                            "The list has more than %,d rows, which is the most I take at once. Send it in parts."
                                    .formatted(MOST_ROWS));
                }
                try {
                    Row row = row(record, line, today);
                    Integer before = seen.putIfAbsent(row.email(), line);
                    if (before != null) {
                        throw new Refused("the same person as in line " + before + ", which counts");
                    }
                    rows.add(row);
                } catch (Refused problem) {
                    errors.add(new LineError(line, problem.getMessage()));
                }
            }
            return new Roster(rows, errors);
        } catch (IllegalArgumentException header) {
            throw new Refused("The header can't be read: " + header.getMessage() + ". It should be "
                    + "`email,manager_email,cohort,course,due`.");
        }
    }

    /** Spreadsheets in many countries separate by semicolons. */
    private static char delimiter(BufferedReader reader) throws IOException {
        reader.mark(4096);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        } else {
            reader.mark(4096);
        }
        char[] head = new char[1000];
        int read = Math.max(0, reader.read(head, 0, head.length));
        reader.reset();
        String line = new String(head, 0, read).split("[\r\n]", 2)[0];
        return line.contains(";") && !line.contains(",") ? ';' : ',';
    }

    private static void checkHeader(List<String> names) throws Refused {
        List<String> known =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        List<String> strange =
                known.stream().filter(name -> !COLUMNS.contains(name)).toList();
        if (!known.contains(EMAIL) || !strange.isEmpty()) {
            throw new Refused(
                    "The first line should be `email,manager_email,cohort,course,due` (all but `email` may be "
                            + "left out). I read: " + Sentences.quoted(String.join(",", names)) + ".");
        }
    }

    private static Row row(CSVRecord record, int line, LocalDate today) throws Refused {
        if (!record.isConsistent()) {
            throw new Refused("has " + record.size() + " cells instead of "
                    + record.getParser().getHeaderNames().size());
        }
        String email = cell(record, EMAIL).toLowerCase(Locale.ROOT);
        if (!isAddress(email)) {
            throw new Refused(
                    email.isEmpty() ? "has no e-mail address" : "has no e-mail address but " + Sentences.quoted(email));
        }
        String manager = cell(record, "manager_email").toLowerCase(Locale.ROOT);
        if (!manager.isEmpty() && !isAddress(manager)) {
            throw new Refused("the manager's address is " + Sentences.quoted(manager));
        }
        if (manager.equals(email)) {
            throw new Refused("nobody is their own manager");
        }
        String cohort = cell(record, "cohort");
        if (cohort.length() > LONGEST_COHORT) {
            throw new Refused("the cohort's name is longer than " + LONGEST_COHORT + " characters");
        }
        return new Row(line, email, manager, cohort, cell(record, "course"), due(cell(record, "due"), today));
    }

    private static boolean isAddress(String text) {
        return text.length() <= 254 && text.matches("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+");
    }

    private static String cell(CSVRecord record, String column) {
        return record.isMapped(column) && record.isSet(column)
                ? record.get(column).strip()
                : "";
    }

    private static LocalDate due(String text, LocalDate today) throws Refused {
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate due = LocalDate.parse(text);
            if (!due.isAfter(today)) {
                throw new Refused("is due on " + due + ", which is today or has passed");
            }
            return due;
        } catch (DateTimeParseException noDate) {
            throw new Refused("the due date " + Sentences.quoted(text) + " should look like 2027-03-31");
        }
    }
}
