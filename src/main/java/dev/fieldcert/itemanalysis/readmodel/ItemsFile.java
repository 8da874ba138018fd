package dev.fieldcert.itemanalysis.readmodel;

import dev.fieldcert.csv.CsvFile;
import dev.fieldcert.itemanalysis.Choices;
import dev.fieldcert.itemanalysis.Finding;
import dev.fieldcert.itemanalysis.ItemStatistics;
import dev.fieldcert.itemanalysis.readmodel.ItemFigures.Item;
import dev.fieldcert.learner.Confidence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every figure of every item, wording, and mode as CSV for a spreadsheet. */
public final class ItemsFile {

    private static final String BETWEEN = " | ";

    /** The columns, in order; {@code docs/writing-a-course.md} describes them. */
    static final List<String> COLUMNS = Stream.of(
                    List.of("course", "objective", "question", "occasion", "wording", "taught"),
                    FigureColumns.NAMES,
                    List.of(
                            "guess_right",
                            "guess_people",
                            "fairly_right",
                            "fairly_people",
                            "certain_right",
                            "certain_people",
                            "options",
                            "alarms",
                            "worth_a_look"))
            .flatMap(List::stream)
            .toList();

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
        try (CsvFile csv = CsvFile.create(file, COLUMNS)) {
            for (CountedItem item : figures) {
                csv.write(row(item, Optional.ofNullable(taught.get(item.id()))));
            }
            return csv.rows();
        }
    }

    private static List<Object> row(CountedItem item, Optional<Item> taught) {
        ItemStatistics is = item.statistics();
        List<Object> row = new ArrayList<>(List.of(
                item.course(),
                item.objective(),
                item.question(),
                item.mode().code(),
                item.wording(),
                taught.isPresent() ? "yes" : "no"));
        row.addAll(FigureColumns.of(is));
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
        return ":" + share.people() + ":" + (share.rests() == 0 ? "" : FigureColumns.number(share.rest()));
    }

    private static String findings(Item item, boolean alarms) {
        return item.findings().stream()
                .filter(finding -> finding.isAlarm() == alarms)
                .map(Finding::code)
                .collect(Collectors.joining(BETWEEN));
    }
}
