package dev.fieldcert.itemanalysis.readmodel;

import dev.fieldcert.itemanalysis.Choices;
import dev.fieldcert.itemanalysis.Finding;
import dev.fieldcert.itemanalysis.ItemStatistics;
import dev.fieldcert.itemanalysis.readmodel.ItemFigures.Item;
import dev.fieldcert.learner.Confidence;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Every figure of every item, wording and mode as CSV: UTF-8 with a byte order mark, CR LF line ends. The cells
 * contain only numbers and ids from the program's files, which begin with a letter, so no spreadsheet treats a cell as
 * a formula.
 */
public final class ItemsFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String BETWEEN = " | ";

    /** The columns, in order; {@code docs/writing-a-course.md} describes them. */
    static final List<String> COLUMNS = List.of(
            "course",
            "objective",
            "question",
            "occasion",
            "wording",
            "taught",
            "answers",
            "people",
            "facility",
            "facility_low",
            "facility_high",
            "deviation",
            "discrimination",
            "discrimination_low",
            "discrimination_high",
            "efficiency",
            "discrimination_people",
            "median_seconds",
            "timed_people",
            "guess_right",
            "guess_people",
            "fairly_right",
            "fairly_people",
            "certain_right",
            "certain_people",
            "options",
            "alarms",
            "worth_a_look");

    private ItemsFile() {}

    /**
     * @param figures of all counted items
     * @param items the items that are taught now
     * @return number of rows written
     */
    public static long write(Path file, List<CountedItem> figures, List<Item> items) {
        Map<String, Item> taught = new HashMap<>();
        items.forEach(item -> taught.put(
                new ItemKey(item.course().id(), item.question().id(), item.wording(), item.mode()).id(), item));
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(BYTE_ORDER_MARK);
            CSVPrinter csv = new CSVPrinter(
                    out,
                    CSVFormat.RFC4180
                            .builder()
                            .setHeader(COLUMNS.toArray(String[]::new))
                            .get());
            for (CountedItem item : figures) {
                csv.printRecord(row(item, Optional.ofNullable(taught.get(item.id()))));
            }
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return figures.size();
    }

    private static List<Object> row(CountedItem item, Optional<Item> taught) {
        ItemStatistics is = item.statistics();
        List<Object> row = new ArrayList<>(List.of(
                item.course(),
                item.objective(),
                item.question(),
                item.mode().code(),
                item.wording(),
                taught.isPresent() ? "yes" : "no",
                is.answers(),
                is.people(),
                number(is.facility()),
                number(is.low()),
                number(is.high()),
                number(is.deviation()),
                number(is.discrimination()),
                number(is.discriminationLow()),
                number(is.discriminationHigh()),
                number(is.efficiency()),
                is.rests(),
                number(is.medianSeconds()),
                is.timed()));
        Arrays.stream(Confidence.values()).forEach(confidence -> {
            Optional<ItemStatistics.Sureness> said = is.sure().stream()
                    .filter(each -> each.confidence() == confidence)
                    .findFirst();
            row.add(said.map(ItemStatistics.Sureness::right).orElse(0));
            row.add(said.map(ItemStatistics.Sureness::people).orElse(0));
        });
        row.add(taught.map(Item::choices).map(choices -> options(choices, is)).orElse(""));
        row.add(taught.map(each -> findings(each, true)).orElse(""));
        row.add(taught.map(each -> findings(each, false)).orElse(""));
        return row;
    }

    /** For example “a:18:0.812”: the option, how many people chose it, and their mean rest score. */
    private static String options(Choices choices, ItemStatistics is) {
        return choices.options().stream()
                .map(option -> option.id() + figures(is.option(option.place())))
                .collect(Collectors.joining(BETWEEN));
    }

    private static String figures(ItemStatistics.OptionShare share) {
        return ":" + share.people() + ":" + (share.rests() == 0 ? "" : number(share.rest()));
    }

    private static String findings(Item item, boolean alarms) {
        return item.findings().stream()
                .filter(finding -> finding.isAlarm() == alarms)
                .map(Finding::code)
                .collect(Collectors.joining(BETWEEN));
    }

    private static String number(Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.6f", value);
    }
}
