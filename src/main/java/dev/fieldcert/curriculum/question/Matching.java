package dev.fieldcert.curriculum.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lines to match with targets. A target can match at most one line. Each pair earns its share.
 *
 * @param pairs in file order; the left sides keep this order on the screen
 * @param extra targets that match nothing
 */
public record Matching(
        String id, String ask, Optional<Stimulus> stimulus, List<Pair> pairs, List<String> extra, String explanation)
        implements Question {

    public Matching {
        pairs = List.copyOf(pairs);
        extra = List.copyOf(extra);
    }

    /** @param why shown to a learner who gets this pair wrong; may be empty */
    public record Pair(String left, String right, String why) {}

    /** The lines to match, with ids "1", "2" …, in the order of the file. */
    public List<Item> left() {
        return Items.numbered(pairs.stream().map(Pair::left).toList());
    }

    /** The targets with ids "a", "b" …, in this seed's order. */
    public List<Item> targets(long seed) {
        return Items.shuffled(targets(), seed);
    }

    private List<Item> targets() {
        return Items.lettered(
                Stream.concat(pairs.stream().map(Pair::right), extra.stream()).toList());
    }

    private Map<String, String> right() {
        Map<String, String> right = new LinkedHashMap<>();
        for (int i = 0; i < pairs.size(); i++) {
            right.put(String.valueOf(i + 1), Option.idAt(i));
        }
        return right;
    }

    @Override
    public String prompt(long seed) {
        return ask;
    }

    @Override
    public Optional<String> problemWith(Answer answer, long seed) {
        Map<String, String> given = Items.assigned(answer, left(), targets(), id);
        if (given.size() < pairs.size()) {
            return Optional.of("Choose a match for each line.");
        }
        return given.values().stream().distinct().count() < given.size()
                ? Optional.of("You can use each match only once.")
                : Optional.empty();
    }

    @Override
    public GradingResult grade(Answer answer, long seed) {
        return Items.grade(
                id,
                left(),
                targets(),
                Items.assigned(answer, left(), targets(), id),
                right(),
                place -> remark(pairs.get(place)),
                explanation);
    }

    private static String remark(Pair pair) {
        String belongs = "“" + pair.left() + "” belongs to “" + pair.right() + "”";
        return pair.why().isBlank() ? belongs + "." : belongs + ": " + pair.why();
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.matching(this);
    }
}
