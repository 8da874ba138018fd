package dev.fieldcert.slack.admin.itemanalysis;

import static dev.fieldcert.slack.admin.itemanalysis.FindingText.percent;

import dev.fieldcert.badge.picture.Lettering;
import dev.fieldcert.badge.picture.Pen;
import dev.fieldcert.itemanalysis.ItemStatistics;
import dev.fieldcert.itemanalysis.Mode;
import dev.fieldcert.itemanalysis.readmodel.ItemFigures.Item;
import dev.fieldcert.slack.admin.Sentences;
import java.util.ArrayList;
import java.util.List;

/**
 * Plots a pool's check questions by facility (how many people get each one right) and discrimination (how well it
 * tells people apart).
 */
final class PoolPicture {

    private static final double LEFT = 120;
    private static final double RIGHT = 680;
    private static final double TOP = 150;
    private static final double BOTTOM = 560;
    private static final double SMALL = 25;
    private static final double LOWEST = -0.5;
    private static final int NAMED = 8;

    private final Pen pen = new Pen();

    private PoolPicture() {}

    static ItemPicture of(String title, List<Item> all) {
        List<Item> items = all.stream()
                .filter(item -> item.mode() == Mode.CHECK && item.statistics().discrimination() != null)
                .toList();
        List<Item> alarmed = items.stream().filter(Item::hasAlarm).toList();
        long unseen = all.stream().filter(item -> item.mode() == Mode.CHECK).count() - items.size();
        PoolPicture picture = new PoolPicture();
        int height = picture.draw(title, items, alarmed);
        return ItemPicture.of(
                "questions",
                "Facility and discrimination: " + title,
                alternative(items, alarmed, unseen),
                picture.pen,
                height);
    }

    private static String alternative(List<Item> items, List<Item> alarmed, long unseen) {
        List<String> words = new ArrayList<>();
        words.add("Facility against discrimination of "
                + Sentences.count(items.size(), "check question", "check questions")
                + (unseen > 0 ? "; " + unseen + " more have too few answers to show" : "") + ".");
        if (alarmed.isEmpty()) {
            words.add("None of them has an alarm.");
        } else {
            words.add("With an alarm: "
                    + String.join(
                            ", ",
                            alarmed.stream()
                                    .map(item -> item.question().id() + " (" + point(item.statistics()) + ")")
                                    .toList())
                    + ".");
        }
        if (!items.isEmpty()) {
            words.add("All: "
                    + String.join(
                            ", ",
                            items.stream()
                                    .map(item -> item.question().id() + " " + point(item.statistics()))
                                    .toList())
                    + ".");
        }
        return String.join(" ", words);
    }

    private static String point(ItemStatistics is) {
        return percent(is.facility()) + " / " + Figures.number(is.discrimination());
    }

    private int draw(String title, List<Item> items, List<Item> alarmed) {
        pen.text(Lettering.BOLD, title, 32, 40, 58, ItemPicture.WIDTH - 80, Pen.TEXT);
        pen.text(
                Lettering.REGULAR,
                "Vertical: discrimination. Horizontal: facility.",
                SMALL,
                40,
                100,
                ItemPicture.WIDTH - 80,
                Pen.QUIET);
        for (double value = LOWEST; value <= 1; value += 0.5) {
            double y = y(value);
            pen.arrow("M" + Pen.n(LEFT) + " " + Pen.n(y) + "H" + Pen.n(RIGHT), value == 0 ? 3 : 1, Pen.EDGE);
            pen.text(Lettering.REGULAR, Figures.number(value), SMALL, 32, y + 9, LEFT - 40, Pen.QUIET);
        }
        for (int percent = 0; percent <= 100; percent += 25) {
            double x = x(percent / 100.0);
            pen.arrow("M" + Pen.n(x) + " " + Pen.n(TOP) + "V" + Pen.n(BOTTOM), 1, Pen.EDGE);
            pen.centred(Lettering.REGULAR, percent + "%", SMALL, Math.min(x, RIGHT - 28), BOTTOM + 40, Pen.QUIET);
        }
        for (Item item : items) {
            double x = x(item.statistics().facility());
            double y = y(item.statistics().discrimination());
            if (alarmed.contains(item)) {
                continue;
            }
            if (item.statistics().isEnough()) {
                pen.disc(x, y, 10, Pen.DONE);
            } else {
                pen.ring(x, y, 8, 3, Pen.AHEAD);
            }
        }
        return legend(alarmed);
    }

    /**
     * Numbers the questions with an alarm in the plot, and names them below it.
     *
     * @return the height of the whole picture
     */
    private int legend(List<Item> alarmed) {
        double y = BOTTOM + 92;
        pen.disc(LEFT - 70, y - 8, 10, Pen.DONE);
        pen.text(Lettering.REGULAR, ItemStatistics.ENOUGH + " or more people", SMALL, LEFT - 48, y, 280, Pen.QUIET);
        pen.ring(LEFT + 250, y - 8, 8, 3, Pen.AHEAD);
        pen.text(Lettering.REGULAR, "fewer", SMALL, LEFT + 270, y, 100, Pen.QUIET);
        int number = 1;
        for (Item item : alarmed) {
            double pointX = x(item.statistics().facility());
            double pointY = y(item.statistics().discrimination());
            pen.disc(pointX, pointY, 19, Pen.ATTENTION);
            pen.centred(Lettering.BOLD, Integer.toString(number), SMALL, pointX, pointY + 9, Pen.GROUND);
            if (number <= NAMED) {
                y += 44;
                pen.disc(LEFT - 70, y - 8, 17, Pen.ATTENTION);
                pen.centred(Lettering.BOLD, Integer.toString(number), 22, LEFT - 70, y, Pen.GROUND);
                pen.text(Lettering.REGULAR, item.question().id(), SMALL, LEFT - 42, y, RIGHT - LEFT + 42, Pen.TEXT);
            }
            number++;
        }
        return (int) y + 36;
    }

    private static double x(double facility) {
        return LEFT + (RIGHT - LEFT) * facility;
    }

    private static double y(double discrimination) {
        double inside = Math.max(LOWEST, Math.min(1, discrimination));
        return BOTTOM - (BOTTOM - TOP) * (inside - LOWEST) / (1 - LOWEST);
    }
}
