package dev.fieldcert.slack.admin.itemanalysis;

import dev.fieldcert.badge.picture.Lettering;
import dev.fieldcert.badge.picture.Pen;
import dev.fieldcert.itemanalysis.Choices;
import dev.fieldcert.itemanalysis.ItemStatistics;
import dev.fieldcert.itemanalysis.TraceLines;
import dev.fieldcert.itemanalysis.readmodel.CountedItem;
import dev.fieldcert.itemanalysis.readmodel.ItemFigures.Item;
import dev.fieldcert.slack.admin.Sentences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Draws an item's trace lines: the share of people who choose each option, from the weakest quarter of the people to
 * the strongest.
 */
final class TracePicture {

    private static final int HEIGHT = 640;
    private static final double LEFT = 110;
    private static final double RIGHT = 600;
    private static final double TOP = 120;
    private static final double BOTTOM = 500;
    private static final double SMALL = 25;
    private static final List<String> WRONG = List.of("#ff9d6c", "#8fc7ff", "#d9a6ff", "#ffd043", "#ff8fb3", "#9fe3d5");

    private final Pen pen = new Pen();

    private TracePicture() {}

    /** @param shares one share for each quarter of the people, weakest quarter first */
    private record Line(String label, boolean right, List<Double> shares) {}

    static ItemPicture of(Item item, List<CountedItem> counted) {
        TraceLines traces = counted.stream()
                .filter(each -> item.isIn(each))
                .findFirst()
                .map(each -> TraceLines.of(each.responses()))
                .orElse(new TraceLines(List.of()));
        return of(item.question().id(), item.choices(), traces);
    }

    static ItemPicture of(String id, Choices choices, TraceLines traces) {
        List<Line> lines = lines(choices, traces);
        String title = "Who chooses what: " + id;
        TracePicture picture = new TracePicture();
        picture.draw(id, lines, traces);
        return ItemPicture.of("trace-" + id, title, alternative(id, lines, traces), picture.pen, HEIGHT);
    }

    private static List<Line> lines(Choices choices, TraceLines traces) {
        if (choices.options().isEmpty()) {
            return List.of(new Line(
                    "score",
                    true,
                    traces.quarters().stream().map(TraceLines.Quarter::score).toList()));
        }
        return choices.options().stream()
                .map(option -> new Line(
                        option.id(),
                        option.right(),
                        traces.quarters().stream()
                                .map(quarter -> quarter.share(option.place()))
                                .toList()))
                .toList();
    }

    private static String alternative(String id, List<Line> lines, TraceLines traces) {
        if (traces.quarters().isEmpty()) {
            return "Trace lines of " + id + ": fewer than " + ItemStatistics.ENOUGH
                    + " people have answered both this and other questions, which is too few for a line.";
        }
        List<String> words = new ArrayList<>();
        words.add("Trace lines of " + id + ", from those who do worst on the rest of the attempt to those who do best ("
                + String.join(
                        ", ",
                        traces.quarters().stream()
                                .map(quarter -> Sentences.people(quarter.people()))
                                .toList())
                + ").");
        for (Line line : lines) {
            words.add((line.label().equals("score")
                            ? "Mean score: "
                            : line.label() + (line.right() ? " (right): " : ": "))
                    + String.join(
                            ", ",
                            line.shares().stream().map(FindingText::percent).toList())
                    + ".");
        }
        words.add("A good question’s right option rises to the right, and each wrong one falls.");
        return String.join(" ", words);
    }

    private void draw(String id, List<Line> lines, TraceLines traces) {
        pen.text(Lettering.BOLD, "Who chooses what: " + id, 32, 40, 62, ItemPicture.WIDTH - 80, Pen.TEXT);
        if (traces.quarters().isEmpty()) {
            pen.text(
                    Lettering.REGULAR,
                    "Fewer than " + ItemStatistics.ENOUGH + " people: too few for a line.",
                    SMALL,
                    40,
                    300,
                    ItemPicture.WIDTH - 80,
                    Pen.QUIET);
            return;
        }
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = y(percent / 100.0);
            pen.arrow("M" + Pen.n(LEFT) + " " + Pen.n(y) + "H" + Pen.n(RIGHT), percent == 0 ? 3 : 1, Pen.EDGE);
            pen.text(Lettering.REGULAR, percent + "%", SMALL, 28, y + 9, LEFT - 36, Pen.QUIET);
        }
        for (int quarter = 0; quarter < traces.quarters().size(); quarter++) {
            pen.centred(
                    Lettering.REGULAR,
                    "n " + traces.quarters().get(quarter).people(),
                    SMALL,
                    x(quarter, traces.quarters().size()),
                    BOTTOM + 40,
                    Pen.QUIET);
        }
        pen.text(Lettering.REGULAR, "weakest elsewhere", SMALL, 40, BOTTOM + 88, 300, Pen.QUIET);
        String best = "strongest";
        pen.text(
                Lettering.REGULAR,
                best,
                SMALL,
                RIGHT - Lettering.REGULAR.width(best, SMALL) + 40,
                BOTTOM + 88,
                300,
                Pen.QUIET);
        int color = 0;
        for (Line line : lines) {
            line(line, line.right() ? Pen.DONE : WRONG.get(color++ % WRONG.size()));
        }
        labels(lines);
    }

    private void line(Line line, String color) {
        StringBuilder path = new StringBuilder();
        for (int quarter = 0; quarter < line.shares().size(); quarter++) {
            path.append(quarter == 0 ? "M" : "L")
                    .append(Pen.n(x(quarter, line.shares().size())))
                    .append(' ')
                    .append(Pen.n(y(line.shares().get(quarter))));
        }
        pen.arrow(path.toString(), line.right() ? 8 : 4, color);
        for (int quarter = 0; quarter < line.shares().size(); quarter++) {
            pen.disc(x(quarter, line.shares().size()), y(line.shares().get(quarter)), line.right() ? 9 : 6, color);
        }
    }

    /** Puts a label at the right end of each line, and moves labels apart where lines meet. */
    private void labels(List<Line> lines) {
        int color = 0;
        List<String> colors = new ArrayList<>();
        for (Line line : lines) {
            colors.add(line.right() ? Pen.DONE : WRONG.get(color++ % WRONG.size()));
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(
                i -> -lines.get(i).shares().get(lines.get(i).shares().size() - 1)));
        double next = TOP - 30;
        for (int i : order) {
            Line line = lines.get(i);
            double at = Math.max(next, y(line.shares().get(line.shares().size() - 1)) + 10);
            pen.text(
                    Lettering.BOLD,
                    line.label() + (line.right() && !line.label().equals("score") ? " ✓" : ""),
                    28,
                    RIGHT + 24,
                    at,
                    ItemPicture.WIDTH - RIGHT - 36,
                    colors.get(i));
            next = at + 32;
        }
    }

    private static double x(int quarter, int of) {
        return LEFT + 40 + (RIGHT - LEFT - 60) * quarter / Math.max(1.0, of - 1);
    }

    private static double y(double share) {
        return BOTTOM - (BOTTOM - TOP) * share;
    }
}
