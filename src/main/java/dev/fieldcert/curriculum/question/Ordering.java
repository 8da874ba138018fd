package dev.fieldcert.curriculum.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Steps to put in order.
 *
 * <p>If {@code r} is the share of pairs in the right order, the score is {@code 2r − 1} (Kendall's τ), but at least
 * zero. Exchanging two neighbors among four steps scores 2/3; τ is zero on average for a random order.
 *
 * @param steps in the right order
 */
public record Ordering(String id, String ask, Optional<Stimulus> stimulus, List<String> steps, String explanation)
        implements Question {

    public Ordering {
        steps = List.copyOf(steps);
        if (steps.size() < 2) {
            throw new IllegalArgumentException("Question " + id + " has no two steps to put in order");
        }
    }

    /** The steps with ids "1", "2" … in this seed's order, which is never the right one. */
    public List<Item> shown(long seed) {
        List<Item> right = Items.numbered(steps);
        List<Item> shown = Items.shuffled(right, seed);
        if (!shown.equals(right)) {
            return shown;
        }
        List<Item> turned = new ArrayList<>(right.subList(1, right.size()));
        turned.add(right.get(0));
        return List.copyOf(turned);
    }

    @Override
    public String prompt(long seed) {
        return ask;
    }

    @Override
    public Optional<String> problemWith(Answer answer, long seed) {
        List<Integer> places = places(answer);
        if (places.stream().distinct().count() < places.size()) {
            return Optional.of("Each step needs its own number.");
        }
        return places.size() < steps.size() ? Optional.of("Give each step a number.") : Optional.empty();
    }

    @Override
    public GradingResult grade(Answer answer, long seed) {
        List<Integer> places = places(answer);
        if (places.size() != steps.size() || places.stream().distinct().count() < places.size()) {
            throw new IllegalArgumentException("Question " + id + " is answered by each step once");
        }
        int rightWay = 0;
        for (int i = 0; i < places.size(); i++) {
            for (int j = i + 1; j < places.size(); j++) {
                rightWay += places.get(i) < places.get(j) ? 1 : 0;
            }
        }
        double all = steps.size() * (steps.size() - 1) / 2.0;
        double score = Math.max(0, 2 * rightWay / all - 1);
        return new GradingResult(
                score,
                numbered(places.stream().map(steps::get).toList()),
                numbered(steps),
                remarks(places),
                explanation);
    }

    /** Comments on the first step that is placed too early, because naming one mistake helps more than naming all. */
    private List<String> remarks(List<Integer> places) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i) != i) {
                String before = i == 0 ? "The first step is “" : "After “" + steps.get(i - 1) + "” comes “";
                return List.of(before + steps.get(i) + "”, not “" + steps.get(places.get(i)) + "”.");
            }
        }
        return List.of();
    }

    private static String numbered(List<String> texts) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            lines.append(i == 0 ? "" : "\n").append(i + 1).append(". ").append(texts.get(i));
        }
        return lines.toString();
    }

    /** The zero-based right positions of the steps, in the order that was given. */
    private List<Integer> places(Answer answer) {
        if (!(answer instanceof Answer.Ordered ordered)) {
            throw new IllegalArgumentException("Question " + id + " is answered by an order");
        }
        List<String> ids = Items.numbered(steps).stream().map(Item::id).toList();
        List<Integer> places = new ArrayList<>();
        for (String step : ordered.steps()) {
            int place = ids.indexOf(step);
            if (place < 0) {
                throw new IllegalArgumentException("Question " + id + " has no step " + step);
            }
            places.add(place);
        }
        return places;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.ordering(this);
    }
}
