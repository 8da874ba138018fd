package dev.fieldcert.itemanalysis.readmodel;

import dev.fieldcert.csv.CsvFile;
import dev.fieldcert.itemanalysis.FixedForm;
import dev.fieldcert.itemanalysis.ItemStatistics;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.Confidence;
import dev.fieldcert.learner.LearnerEvent.AnswerGiven;
import dev.fieldcert.stored.StoredEnum;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The command {@code stats <export.csv>}: computes the bot's figures from a file of exported answers, so that anybody
 * can compare them with those of another program. All wordings of an item are counted together, because the file does
 * not contain them.
 */
public final class StatsCommand {

    public static final String NAME = "stats";

    private static final List<String> COLUMNS = Stream.of(
                    List.of("course", "question", "occasion"), FigureColumns.NAMES, List.of("effective_weight"))
            .flatMap(List::stream)
            .toList();
    private static final List<String> NEEDED =
            List.of("learner", "answer_id", "course", "objective", "question", "occasion", "score", "answered_at");

    private StatsCommand() {}

    /** Thrown for a row that is not an answer. */
    private static final class NotAnAnswer extends Exception {

        private static final long serialVersionUID = 1L;

        NotAnAnswer(String why) {
            super(why);
        }
    }

    /**
     * @param args the arguments after the command: the file
     * @return the exit code: 0 if the table was printed, 2 for wrong usage or if the file could not be read
     */
    public static int run(String[] args, PrintStream out) {
        if (args.length != 1) {
            out.println("Usage: stats <answers.csv>");
            return 2;
        }
        try {
            print(answers(Path.of(args[0])), out);
            return 0;
        } catch (IOException | NotAnAnswer e) {
            out.println("Cannot read " + args[0] + ": " + e.getMessage());
            return 2;
        }
    }

    private static List<AnswerGiven> answers(Path file) throws IOException, NotAnAnswer {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            CsvFile.skipByteOrderMark(reader);
            CSVParser csv = CSVParser.parse(
                    reader,
                    CSVFormat.RFC4180
                            .builder()
                            .setHeader()
                            .setSkipHeaderRecord(true)
                            .get());
            List<String> missing = NEEDED.stream()
                    .filter(column -> !csv.getHeaderNames().contains(column))
                    .toList();
            if (!missing.isEmpty()) {
                throw new NotAnAnswer("it has no column " + String.join(", ", missing));
            }
            List<AnswerGiven> answers = new ArrayList<>();
            for (CSVRecord row : csv) {
                answers.add(answer(row));
            }
            return answers;
        }
    }

    private static AnswerGiven answer(CSVRecord row) throws NotAnAnswer {
        try {
            return new AnswerGiven(
                    row.get("answer_id"),
                    row.get("learner"),
                    row.get("course"),
                    row.get("objective"),
                    row.get("question"),
                    "",
                    code(Attempt.Kind.values(), row.get("occasion")),
                    List.of(),
                    Double.parseDouble(row.get("score")),
                    text(row, "confidence").isEmpty() ? null : code(Confidence.values(), row.get("confidence")),
                    Instant.parse(row.get("answered_at")),
                    text(row, "asked_at").isEmpty() ? null : Instant.parse(row.get("asked_at")),
                    null);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new NotAnAnswer("row " + row.getRecordNumber() + ": " + e.getMessage());
        }
    }

    private static String text(CSVRecord row, String column) {
        return row.isMapped(column) ? row.get(column) : "";
    }

    private static <E extends StoredEnum> E code(E[] values, String code) {
        return Arrays.stream(values)
                .filter(value -> value.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown word " + code));
    }

    private static void print(List<AnswerGiven> answers, PrintStream out) throws IOException {
        Tally tally = new Tally((version, course, question) -> "");
        answers.stream()
                .collect(Collectors.groupingBy(AnswerGiven::learner, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(ofOne -> tally.count(ofOne, attempt -> true));
        Map<String, Map<String, Double>> weights = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        answers.stream()
                .collect(Collectors.groupingBy(
                        answer -> answer.course() + " "
                                + Tally.mode(answer.kind()).code(),
                        TreeMap::new,
                        Collectors.toList()))
                .forEach((form, of) -> weights.put(form, fixed(form, of, notes)));
        Map<String, Map.Entry<ItemKey, ItemTally>> inOrder = new TreeMap<>();
        tally.items().entrySet().forEach(item -> inOrder.put(item.getKey().id(), item));
        CSVPrinter csv = new CSVPrinter(
                out, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
        csv.printRecord(COLUMNS);
        for (Map.Entry<ItemKey, ItemTally> item : inOrder.values()) {
            ItemKey key = item.getKey();
            csv.printRecord(row(
                    key,
                    item.getValue().and(key, null).statistics(),
                    weights.get(key.course() + " " + key.mode().code()).get(key.question())));
        }
        csv.flush();
        notes.forEach(out::println);
    }

    private static List<Object> row(ItemKey key, ItemStatistics is, Double weight) {
        List<Object> row =
                new ArrayList<>(List.of(key.course(), key.question(), key.mode().code()));
        row.addAll(FigureColumns.of(is));
        row.add(FigureColumns.number(weight));
        return row;
    }

    /** Effective weights by question, if everybody answered the same questions once; otherwise empty. */
    private static Map<String, Double> fixed(String form, List<AnswerGiven> answers, List<String> notes) {
        Map<String, Map<String, Double>> byAttempt = new TreeMap<>();
        for (AnswerGiven answer : answers) {
            byAttempt
                    .computeIfAbsent(answer.learner() + ":" + answer.attempt(), attempt -> new TreeMap<>())
                    .put(answer.question(), answer.score());
        }
        List<String> questions =
                List.copyOf(byAttempt.values().iterator().next().keySet());
        long people = answers.stream().map(AnswerGiven::learner).distinct().count();
        boolean isFixed = questions.size() > 1
                && people > 1
                && byAttempt.size() == people
                && byAttempt.size() * questions.size() == answers.size()
                && byAttempt.values().stream()
                        .allMatch(scores -> List.copyOf(scores.keySet()).equals(questions));
        if (!isFixed) {
            return Map.of();
        }
        FixedForm matrix = new FixedForm(byAttempt.values().stream()
                .map(scores -> scores.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .toArray(double[][]::new));
        Double consistency = matrix.internalConsistency();
        notes.add("# " + form + ": everybody answered the same " + questions.size()
                + " questions; coefficient of internal consistency "
                + (consistency == null ? "" : FigureColumns.number(consistency)));
        Map<String, Double> weights = new TreeMap<>();
        for (int i = 0; i < questions.size(); i++) {
            Double weight = matrix.effectiveWeight(i);
            if (weight != null) {
                weights.put(questions.get(i), weight);
            }
        }
        return weights;
    }
}
