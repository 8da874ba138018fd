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

/**
 * A list of people as CSV: {@code email,manager_email,cohort,course,due}, of which only the first is needed.
 *
 * @param errors lines that cannot be used, and why; the rest is usable
 */
record Roster(List<Row> rows, List<LineError> errors) {

    /** Larger files are data migrations, not lists that somebody has checked. */
    static final int MOST_ROWS = 20_000;

    static final long MOST_BYTES = 5_000_000;

    private static final String EMAIL = "email";
    private static final Set<String> COLUMNS = Set.of(EMAIL, "manager_email", "cohort", "course", "due");
    private static final int LONGEST_COHORT = 60;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * @param managerEmail empty when absent; so are {@code cohort} and {@code course}
     * @param due null when none
     */
    record Row(int line, String email, String managerEmail, String cohort, String course, LocalDate due) {}

    record LineError(int line, String problem) {}

    /** The whole file is unusable. */
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

    /** Reads row by row and stops at the limit. */
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
            throw new Refused("The file has a quotation mark that is opened and not closed, or more behind one.");
        } catch (IOException e) {
            throw new Refused("The file has a quotation mark that is opened and not closed, or more behind one.");
        }
    }

    private static Roster read(BufferedReader reader, LocalDate today) throws IOException, Refused {
        Separator separator = Separator.of(reader);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator.sign())
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (CSVParser parser = format.parse(reader)) {
            Header header = null;
            List<Row> rows = new ArrayList<>();
            List<LineError> errors = new ArrayList<>();
            Map<String, Integer> seen = new HashMap<>();
            for (CSVRecord record : parser) {
                int line = (int) parser.getCurrentLineNumber() + separator.linesBefore();
                List<String> cells = record.stream().map(PastedText::clean).toList();
                if (cells.stream().allMatch(String::isEmpty)) {
                    continue;
                }
                if (header == null) {
                    header = Header.of(cells);
                    continue;
                }
                if (rows.size() + errors.size() >= MOST_ROWS) {
                    throw new Refused(
                            "The list has more than %,d rows, which is the most I take at once. Send it in parts."
                                    .formatted(MOST_ROWS));
                }
                try {
                    Row row = row(header, cells, line, today);
                    Integer before = seen.putIfAbsent(row.email(), line);
                    if (before != null) {
                        throw new Refused("the same person as in line " + before + ", which counts");
                    }
                    rows.add(row);
                } catch (Refused problem) {
                    errors.add(new LineError(line, problem.getMessage()));
                }
            }
            if (header == null) {
                throw new Refused("The list is empty. " + Header.SHAPE);
            }
            return new Roster(rows, errors);
        }
    }

    /** What stands between two cells, and how many lines were read to know it. */
    private record Separator(char sign, int linesBefore) {

        private static final int HEAD = 1000;

        /** Excel names it in a first line of its own; else it is what the first line has most of. */
        static Separator of(BufferedReader reader) throws IOException {
            reader.mark(4 * HEAD);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            reader.mark(4 * HEAD);
            char[] head = new char[HEAD];
            int read = 0;
            while (read < HEAD) {
                int more = reader.read(head, read, HEAD - read);
                if (more < 0) {
                    break;
                }
                read += more;
            }
            reader.reset();
            String line = new String(head, 0, read).stripLeading().split("[\r\n]", 2)[0];
            if (line.toLowerCase(Locale.ROOT).matches("\"?sep=.\"?")) {
                reader.readLine();
                return new Separator(line.replace("\"", "").charAt(4), 1);
            }
            char most = ',';
            for (char sign : new char[] {';', '\t'}) {
                most = count(line, sign) > count(line, most) ? sign : most;
            }
            return new Separator(most, 0);
        }

        private static long count(String line, char sign) {
            return line.chars().filter(c -> c == sign).count();
        }
    }

    /** Where each column stands. */
    private record Header(Map<String, Integer> columns) {

        static final String SHAPE =
                "The first line should be `email,manager_email,cohort,course,due` (all but `email` may be left out).";

        static Header of(List<String> cells) throws Refused {
            Map<String, Integer> columns = new HashMap<>();
            for (int at = 0; at < cells.size(); at++) {
                String name = name(cells.get(at));
                if (!name.isEmpty() && !COLUMNS.contains(name)) {
                    throw new Refused(SHAPE + " I read: " + Sentences.quoted(String.join(",", cells)) + ".");
                }
                if (!name.isEmpty() && columns.putIfAbsent(name, at) != null) {
                    throw new Refused("The first line names the column `" + name + "` twice. Remove one of the two.");
                }
            }
            if (!columns.containsKey(EMAIL)) {
                throw new Refused(SHAPE + " I read: " + Sentences.quoted(String.join(",", cells)) + ".");
            }
            return new Header(columns);
        }

        private static String name(String cell) {
            String name = cell.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
            return name.equals("e_mail") ? EMAIL : name;
        }

        String cell(List<String> cells, String column) {
            Integer at = columns.get(column);
            return at == null || at >= cells.size() ? "" : cells.get(at);
        }

        /** Cells that stand under no name are passed over when they are empty. */
        void checkNothingIsLost(List<String> cells) throws Refused {
            for (int at = 0; at < cells.size(); at++) {
                if (!cells.get(at).isEmpty() && !columns.containsValue(at)) {
                    throw new Refused("has " + Sentences.quoted(cells.get(at)) + " in a column without a name");
                }
            }
        }
    }

    private static Row row(Header header, List<String> cells, int line, LocalDate today) throws Refused {
        header.checkNothingIsLost(cells);
        String email = PastedText.address(header.cell(cells, EMAIL));
        if (!isAddress(email)) {
            throw new Refused(
                    email.isEmpty() ? "has no e-mail address" : "has no e-mail address but " + Sentences.quoted(email));
        }
        String manager = PastedText.address(header.cell(cells, "manager_email"));
        if (!manager.isEmpty() && !isAddress(manager)) {
            throw new Refused("the manager's address is " + Sentences.quoted(manager));
        }
        if (manager.equals(email)) {
            throw new Refused("nobody is their own manager");
        }
        String cohort = header.cell(cells, "cohort");
        if (cohort.length() > LONGEST_COHORT) {
            throw new Refused("the cohort's name is longer than " + LONGEST_COHORT + " characters");
        }
        String course = PastedText.word(header.cell(cells, "course"));
        return new Row(line, email, manager, cohort, course, due(PastedText.word(header.cell(cells, "due")), today));
    }

    private static boolean isAddress(String text) {
        return text.length() <= 254 && text.matches("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+");
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
