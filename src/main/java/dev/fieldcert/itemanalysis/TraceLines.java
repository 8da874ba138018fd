package dev.fieldcert.itemanalysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An item's classic trace lines: which options people chose, from the quarter that did worst on the rest of the
 * attempt to the one that did best.
 *
 * @param quarters weakest first: four, or fewer if many people have the same rest score; empty if there are fewer than
 *     {@link ItemStatistics#ENOUGH} people
 */
public record TraceLines(List<Quarter> quarters) {

    private static final int QUARTERS = 4;

    /**
     * About a quarter of the people; people with equal rest scores stay together.
     *
     * @param score mean score on the item
     * @param chosen number of people who chose each option, by place
     */
    public record Quarter(int people, double score, List<Integer> chosen) {

        public Quarter {
            chosen = List.copyOf(chosen);
        }

        public double share(int option) {
            return (double) chosen.get(option) / people;
        }
    }

    public TraceLines {
        quarters = List.copyOf(quarters);
    }

    public static TraceLines of(List<Response> all) {
        List<Response> inOrder = all.stream()
                .filter(response -> response.first() && response.others() > 0)
                .sorted(Comparator.comparingDouble(Response::rest))
                .toList();
        if (inOrder.size() < ItemStatistics.ENOUGH) {
            return new TraceLines(List.of());
        }
        List<List<Response>> quarters = new ArrayList<>();
        for (int i = 0; i < QUARTERS; i++) {
            quarters.add(new ArrayList<>());
        }
        for (int from = 0; from < inOrder.size(); ) {
            int to = from;
            while (to < inOrder.size()
                    && inOrder.get(to).rest() == inOrder.get(from).rest()) {
                to++;
            }
            // The middle of a group with equal rest scores determines the quarter of the whole group.
            int quarter = QUARTERS * (from + to - 1) / 2 / inOrder.size();
            quarters.get(quarter).addAll(inOrder.subList(from, to));
            from = to;
        }
        return new TraceLines(quarters.stream()
                .filter(people -> !people.isEmpty())
                .map(TraceLines::quarter)
                .toList());
    }

    private static Quarter quarter(List<Response> people) {
        List<Integer> chosen = new ArrayList<>();
        for (int place = 0; place < Response.MOST_OPTIONS; place++) {
            int option = place;
            chosen.add((int)
                    people.stream().filter(response -> response.chose(option)).count());
        }
        return new Quarter(
                people.size(),
                people.stream().mapToDouble(Response::score).average().orElse(0),
                chosen);
    }
}
