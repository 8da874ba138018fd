package dev.fieldcert.slack.admin.enroll;

import dev.fieldcert.csv.CsvFile;
import dev.fieldcert.slack.admin.Sentences;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A list of people as CSV, with the columns {@code email,manager_email,cohort,course,due}. Only the first is required.
 *
 * @param columns the names of all columns, in the form that {@link #nameOf} returns
 * @param errors the lines that cannot be used, and why; all other lines are in {@code rows}
 */
public record Roster(Set<String> columns, List<Row> rows, List<LineError> errors) {

    /** A larger file is a data migration and not a list that somebody has checked. */
    public static final int MOST_ROWS = 20_000;

    public static final long MOST_BYTES = 5_000_000;

    private static final String EMAIL = "email";
    private static final Set<String> COLUMNS = Set.of(EMAIL, "manager_email", "cohort", "course", "due");
    private static final int LONGEST_COHORT = 60;

    /** Column names of personnel systems, with our names for them. */
    private static final Map<String, String> ALSO_CALLED = Map.ofEntries(
            Map.entry("e_mail", EMAIL),
            Map.entry("email_address", EMAIL),
            Map.entry("work_email", EMAIL),
            Map.entry("email_work", EMAIL),
            Map.entry("primary_work_email", EMAIL),
            Map.entry("email_primary_work", EMAIL),
            Map.entry("manager_e_mail", "manager_email"),
            Map.entry("manager_s_email", "manager_email"),
            Map.entry("manager_work_email", "manager_email"),
            Map.entry("start_date", "start"),
            Map.entry("hire_date", "start"),
            Map.entry("job_title", "title"),
            Map.entry("business_title", "title"));

    /** An ISO date. Some systems append midnight or a time zone. */
    private static final Pattern DATE =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ]00:00(?::00(?:\\.0+)?)?)?(?:Z|[+-]\\d{2}:?\\d{2})?");

    /** Where a list comes from. */
    public enum Kind {
        /** Written for this bot, so an unknown column, or a due date that is not in the future, is a mistake. */
        LIST,
        /**
         * Exported by a personnel system on a schedule. Its other columns are for rules, and a due date that is not in
         * the future is ignored.
         */
        FEED
    }

    /**
     * @param managerEmail empty if missing, as are {@code cohort} and {@code course}
     * @param due null if there is none
     * @param others the nonempty cells of all other columns, by column name
     */
    public record Row(
            int line,
            String email,
            String managerEmail,
            String cohort,
            String course,
            LocalDate due,
            Map<String, String> others) {

        public Row {
            others = Map.copyOf(others);
        }

        /** The cell of a column, by {@link Roster#nameOf its name}; empty if there is none. */
        public String cell(String column) {
            return switch (column) {
                case EMAIL -> email;
                case "manager_email" -> managerEmail;
                case "cohort" -> cohort;
                case "course" -> course;
                case "due" -> due == null ? "" : due.toString();
                default -> others.getOrDefault(column, "");
            };
        }

        Row(int line, String email, String managerEmail, String cohort, String course, LocalDate due) {
            this(line, email, managerEmail, cohort, course, due, Map.of());
        }
    }

    public record LineError(int line, String problem) {}

    /** Refuses the whole file or one line of it; the message says why. */
    public static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        public Refused(String sentence) {
            super(sentence);
        }
    }

    public Roster {
        columns = Set.copyOf(columns);
        rows = List.copyOf(rows);
        errors = List.copyOf(errors);
    }

    /** A copy without managers, cohorts, courses and due dates, for a rule that only enrolls. */
    public Roster withoutManagersAndCohorts() {
        return new Roster(
                columns,
                rows.stream()
                        .map(row -> new Row(row.line(), row.email(), "", "", "", null, row.others()))
                        .toList(),
                errors);
    }

    /**
     * Reads the file row by row.
     *
     * @throws Refused if the whole file cannot be used, or has more than {@link #MOST_ROWS} rows
     */
    public static Roster read(InputStream in, Kind kind, LocalDate today) throws Refused {
        try (InputStream bytes = new BufferedInputStream(in);
                BufferedReader reader = new BufferedReader(new InputStreamReader(
                        bytes,
                        charset(bytes)
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
            return read(reader, kind, today);
        } catch (CharacterCodingException notUtf8) {
            throw new Refused("The file isn’t UTF-8. Save it as “CSV UTF-8” and send it again.");
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new Refused("The file isn’t UTF-8. Save it as “CSV UTF-8” and send it again.");
            }
            throw new Refused("The file has a quotation mark that isn’t closed, or has text after a closing one.");
        } catch (IOException e) {
            throw new Refused("The file has a quotation mark that isn’t closed, or has text after a closing one.");
        }
    }

    /**
     * Excel's “Unicode Text” is UTF-16. Such a list begins with a byte order mark, or one of its first two bytes is 0.
     */
    private static Charset charset(InputStream bytes) throws IOException {
        bytes.mark(2);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        if (first == 0xFE && second == 0xFF || first == 0 && second > 0) {
            return StandardCharsets.UTF_16BE;
        }
        return first == 0xFF && second == 0xFE || first > 0 && second == 0
                ? StandardCharsets.UTF_16LE
                : StandardCharsets.UTF_8;
    }

    private static Roster read(BufferedReader reader, Kind kind, LocalDate today) throws IOException, Refused {
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
                    header = Header.of(cells, kind);
                    continue;
                }
                if (rows.size() + errors.size() >= MOST_ROWS) {
                    throw new Refused("The list has more than %,d rows, which is my limit. Send it in parts."
                            .formatted(MOST_ROWS));
                }
                try {
                    Row row = row(header, cells, line, kind, today);
                    Integer before = seen.putIfAbsent(row.email(), line);
                    if (before != null) {
                        throw new Refused("the same person as in line " + before + ", which is used instead");
                    }
                    rows.add(row);
                } catch (Refused problem) {
                    errors.add(new LineError(line, problem.getMessage()));
                }
            }
            if (header == null) {
                throw new Refused("The list is empty. " + Header.SHAPE);
            }
            return new Roster(header.columns().keySet(), rows, errors);
        }
    }

    /**
     * The sign between two cells, and how many lines were read before the header (1 if a line named the sign, else 0).
     */
    private record Separator(char sign, int linesBefore) {

        private static final int HEAD = 1000;

        /**
         * Excel names the separator in a first line of its own. Without that line, the separator is the candidate that
         * is most frequent in the first line.
         */
        static Separator of(BufferedReader reader) throws IOException {
            CsvFile.skipByteOrderMark(reader);
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

    /** The 0-based index of each column. */
    private record Header(Map<String, Integer> columns) {

        static final String SHAPE =
                "The first line should be `email,manager_email,cohort,course,due` (only `email` is required).";

        static Header of(List<String> cells, Kind kind) throws Refused {
            Map<String, Integer> columns = new HashMap<>();
            for (int at = 0; at < cells.size(); at++) {
                String name = nameOf(cells.get(at));
                if (!name.isEmpty() && !COLUMNS.contains(name) && kind == Kind.LIST) {
                    throw new Refused(SHAPE + " I read: " + Sentences.quoted(String.join(",", cells)) + ".");
                }
                boolean twice = !name.isEmpty() && columns.putIfAbsent(name, at) != null;
                if (twice && COLUMNS.contains(name)) {
                    throw new Refused("The first line names the column `" + name + "` twice. Remove one of the two.");
                }
            }
            if (!columns.containsKey(EMAIL)) {
                throw new Refused(SHAPE + " I read: " + Sentences.quoted(String.join(",", cells)) + ".");
            }
            return new Header(columns);
        }

        String cell(List<String> cells, String column) {
            Integer at = columns.get(column);
            return at == null || at >= cells.size() ? "" : cells.get(at);
        }

        Map<String, String> others(List<String> cells) {
            Map<String, String> others = new HashMap<>();
            columns.keySet().stream()
                    .filter(column ->
                            !COLUMNS.contains(column) && !cell(cells, column).isEmpty())
                    .forEach(column -> others.put(column, cell(cells, column)));
            return others;
        }

        /** Refuses a row with a nonempty cell in a column that has no name. */
        void checkNothingIsLost(List<String> cells) throws Refused {
            for (int at = 0; at < cells.size(); at++) {
                if (!cells.get(at).isEmpty() && !columns.containsValue(at)) {
                    throw new Refused("has " + Sentences.quoted(cells.get(at)) + " in a column without a name");
                }
            }
        }
    }

    /**
     * Our name for a column, such as {@code start} for "Hire Date". An unknown name is returned in lowercase, with
     * underscores.
     */
    public static String nameOf(String heading) {
        String name = heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
        return ALSO_CALLED.getOrDefault(name, name);
    }

    private static Row row(Header header, List<String> cells, int line, Kind kind, LocalDate today) throws Refused {
        if (kind == Kind.LIST) {
            header.checkNothingIsLost(cells);
        }
        String email = PastedText.address(header.cell(cells, EMAIL));
        if (!isAddress(email)) {
            throw new Refused(
                    email.isEmpty() ? "has no email address" : Sentences.quoted(email) + " isn’t an email address");
        }
        String manager = PastedText.address(header.cell(cells, "manager_email"));
        if (!manager.isEmpty() && !isAddress(manager)) {
            throw new Refused("the manager’s address " + Sentences.quoted(manager) + " isn’t an email address");
        }
        if (manager.equals(email)) {
            throw new Refused("people can’t be their own manager");
        }
        String cohort = header.cell(cells, "cohort");
        if (cohort.length() > LONGEST_COHORT) {
            throw new Refused("the cohort’s name is longer than " + LONGEST_COHORT + " characters");
        }
        String course = PastedText.word(header.cell(cells, "course"));
        LocalDate due = due(PastedText.word(header.cell(cells, "due")), kind, today);
        return new Row(line, email, manager, cohort, course, due, header.others(cells));
    }

    private static boolean isAddress(String text) {
        return text.length() <= 254 && text.matches("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+");
    }

    private static LocalDate due(String text, Kind kind, LocalDate today) throws Refused {
        if (text.isEmpty()) {
            return null;
        }
        LocalDate due = date("due date", text);
        if (due.isAfter(today)) {
            return due;
        }
        if (kind == Kind.LIST) {
            throw new Refused("is due on " + due + ", which isn’t in the future");
        }
        return null;
    }

    /** @param what what the date is, for the refusal, such as "due date" */
    public static LocalDate date(String what, String text) throws Refused {
        Matcher date = DATE.matcher(text);
        try {
            return LocalDate.parse(date.matches() ? date.group(1) : text);
        } catch (DateTimeParseException noDate) {
            throw new Refused("the " + what + " " + Sentences.quoted(text) + " should look like 2027-03-31");
        }
    }
}
