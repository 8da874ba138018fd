package dev.fieldcert.slack.admin.report;

import dev.fieldcert.badge.picture.Lettering;
import dev.fieldcert.badge.picture.Pen;
import dev.fieldcert.badge.picture.Raster;
import dev.fieldcert.learner.memory.Observed;
import dev.fieldcert.team.admin.RetentionReport;
import java.util.ArrayList;
import java.util.List;

/**
 * A chart of what all learners together remember after 30, 60, 90, and 180 days: the share of correct answers, with its
 * 95% interval. The chart has its own background, for light and dark pages. The same numbers always give the same
 * bytes.
 */
final class RetentionChart {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 560;
    private static final double LEFT = 110;
    private static final double RIGHT = 690;
    private static final double TOP = 130;
    private static final double BOTTOM = 430;
    private static final double GOAL = 0.9;

    private RetentionChart() {}

    static byte[] png(List<Observed> observed) {
        return Raster.png(svg(observed), WIDTH, HEIGHT);
    }

    static String svg(List<Observed> observed) {
        Pen pen = new Pen();
        pen.text(Lettering.BOLD, "What people remember", 34, 40, 60, WIDTH - 80, Pen.TEXT);
        pen.text(Lettering.REGULAR, "Share answered right, with the 95% interval", 25, 40, 96, WIDTH - 80, Pen.QUIET);
        for (double share : List.of(0.0, 0.5, 1.0)) {
            pen.block(LEFT, y(share), RIGHT - LEFT, 2, Pen.AHEAD);
            pen.text(Lettering.REGULAR, percent(share), 24, 30, y(share) + 9, LEFT - 34, Pen.QUIET);
        }
        pen.block(LEFT, y(GOAL), RIGHT - LEFT, 3, Pen.NOW);
        pen.text(Lettering.BOLD, "90%", 24, 30, y(GOAL) + 16, LEFT - 34, Pen.NOW);
        pen.arrow(path(observed), 5, Pen.DONE);
        for (int i = 0; i < observed.size(); i++) {
            point(pen, observed.get(i), x(i, observed.size()), RetentionReport.DAYS.get(i));
        }
        return Pen.sheet(pen.drawing(), WIDTH, HEIGHT);
    }

    private static void point(Pen pen, Observed observed, double x, int days) {
        pen.centred(Lettering.BOLD, days + " days", 26, x, BOTTOM + 46, Pen.TEXT);
        if (observed.of() == 0) {
            pen.centred(Lettering.REGULAR, "not yet", 24, x, BOTTOM + 82, Pen.QUIET);
            return;
        }
        double high = y(observed.high());
        pen.block(x - 3, high, 6, y(observed.low()) - high, Pen.DONE);
        pen.disc(x, y(share(observed)), 12, Pen.DONE);
        pen.plate(percent(share(observed)), 31, x - 34, y(observed.low()) + 38, 110, Pen.TEXT);
        String counts = observed.right() + " of " + observed.of();
        pen.centred(Lettering.REGULAR, counts, 24, x, BOTTOM + 82, Pen.QUIET);
    }

    private static String path(List<Observed> observed) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < observed.size(); i++) {
            if (observed.get(i).of() > 0) {
                path.append(path.isEmpty() ? "M" : "L")
                        .append(Pen.n(x(i, observed.size())))
                        .append(' ')
                        .append(Pen.n(y(share(observed.get(i)))));
            }
        }
        return path.toString();
    }

    /** The chart's content in words. */
    static String altText(List<Observed> observed) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < observed.size(); i++) {
            Observed after = observed.get(i);
            parts.add(
                    after.of() == 0
                            ? "after " + RetentionReport.DAYS.get(i) + " days nobody was asked yet"
                            : "after " + RetentionReport.DAYS.get(i) + " days " + after.right() + " of " + after.of()
                                    + " answers were right (" + Math.round(after.low() * 100) + "–"
                                    + percent(after.high()) + ")");
        }
        return "Retention: " + String.join(", ", parts) + ".";
    }

    private static double x(int point, int points) {
        return LEFT + 60 + (RIGHT - LEFT - 160) * point / Math.max(1, points - 1);
    }

    private static double y(double share) {
        return BOTTOM - (BOTTOM - TOP) * share;
    }

    private static double share(Observed observed) {
        return (double) observed.right() / observed.of();
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "%";
    }
}
