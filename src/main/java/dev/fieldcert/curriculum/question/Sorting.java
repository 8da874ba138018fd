package dev.fieldcert.curriculum.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Items that each belong to one of a few categories. Each item earns its share. */
public record Sorting(
        String id,
        String ask,
        Optional<Stimulus> stimulus,
        List<String> categoryNames,
        List<Entry> entries,
        String explanation)
        implements Question {

    public Sorting {
        categoryNames = List.copyOf(categoryNames);
        entries = List.copyOf(entries);
        for (Entry entry : entries) {
            if (!categoryNames.contains(entry.category())) {
                throw new IllegalArgumentException("Question " + id + " has no category " + entry.category());
            }
        }
    }

    /**
     * @param category the name of the category it belongs to
     * @param why shown to a learner who chooses another category; may be empty
     */
    public record Entry(String text, String category, String why) {}

    /** The categories with ids "a", "b" …, in the order of the file. */
    public List<Item> categories() {
        return Items.lettered(categoryNames);
    }

    /** The items with ids "1", "2" …, in this seed's order. */
    public List<Item> items(long seed) {
        return Items.shuffled(items(), seed);
    }

    private List<Item> items() {
        return Items.numbered(entries.stream().map(Entry::text).toList());
    }

    private Map<String, String> right() {
        Map<String, String> right = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            right.put(
                    String.valueOf(i + 1),
                    Option.idAt(categoryNames.indexOf(entries.get(i).category())));
        }
        return right;
    }

    @Override
    public String prompt(long seed) {
        return ask;
    }

    @Override
    public Optional<String> problemWith(Answer answer, long seed) {
        return Items.assigned(answer, items(), categories(), id).size() < entries.size()
                ? Optional.of("Choose a category for each line.")
                : Optional.empty();
    }

    @Override
    public GradingResult grade(Answer answer, long seed) {
        return Items.grade(
                id,
                items(),
                categories(),
                Items.assigned(answer, items(), categories(), id),
                right(),
                place -> remark(entries.get(place)),
                explanation);
    }

    private static String remark(Entry entry) {
        String belongs = "“" + entry.text() + "” is " + entry.category();
        return entry.why().isBlank() ? belongs + "." : belongs + ": " + entry.why();
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.sorting(this);
    }
}
