package dev.fieldcert.slack.journey.picture;

import dev.fieldcert.badge.picture.Lettering;
import dev.fieldcert.badge.picture.Pen;
import dev.fieldcert.badge.picture.Raster;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Draws a journey from top to bottom, 720 units wide: twice a phone's width, so the smallest text is 12 points there.
 * The dark background with a light edge works on light and dark pages. The same journey always gives the same drawing.
 */
public final class JourneyPicture {

    private static final int WIDTH = 720;
    private static final double LEFT = 40;
    private static final double RIGHT = 680;
    private static final double ROAD = 76;
    private static final double WORDS = 132;
    private static final double TITLE = 34;
    private static final double NAME = 30;
    private static final double SMALL = 25;
    private static final double STOP = 112;
    private static final double GOAL = 92;
    private static final double LEGEND_LINE = 42;
    private static final int MOST_SIGNS = 8;

    private static final String STAR =
            "M0-10L2.900-3.100L10-3L4.600 1.700L6.500 9L0 5L-6.500 9L-4.600 1.700L-10-3L-2.900-3.100Z";

    private final Pen pen = new Pen();
    private double y = 24;

    private JourneyPicture() {}

    /** @param height in the same units as the width */
    private record Sheet(String svg, int height) {}

    public static String svg(Journey journey) {
        return new JourneyPicture().draw(journey.drawable()).svg();
    }

    /** The picture as a PNG, 720 pixels wide and as high as the journey needs. */
    public static byte[] png(Journey journey) {
        Sheet sheet = new JourneyPicture().draw(journey.drawable());
        return Raster.png(sheet.svg(), WIDTH, sheet.height());
    }

    private Sheet draw(Journey journey) {
        journey.legs().forEach(this::leg);
        legend(journey);
        int height = (int) Math.ceil(y + 16);
        return new Sheet(Pen.sheet(pen.drawing(), WIDTH, height), height);
    }

    private void leg(Journey.Leg leg) {
        List<String> title = Lettering.BOLD.wrap(Lettering.BOLD.drawable(leg.title()), TITLE, RIGHT - LEFT);
        for (String line : title.subList(0, Math.min(2, title.size()))) {
            y += TITLE * 1.3;
            pen.text(Lettering.BOLD, line, TITLE, LEFT, y, RIGHT - LEFT, Pen.TEXT);
        }
        y += SMALL * 1.5;
        String badges = leg.done() + " of " + leg.stops().size()
                + (leg.stops().size() == 1 ? " badge earned" : " badges earned");
        pen.text(Lettering.REGULAR, badges, SMALL, LEFT, y, RIGHT - LEFT, Pen.QUIET);
        y += 26;
        roads(leg);
        int number = 1;
        for (Journey.Stop stop : leg.stops()) {
            stop(stop, number++);
        }
        leg.goal().ifPresent(goal -> goal(goal, leg.certified()));
        y += 4;
    }

    private void roads(Journey.Leg leg) {
        List<Journey.Stop> stops = leg.stops();
        int roads = leg.goal().isPresent() ? stops.size() : stops.size() - 1;
        for (int i = 0; i < roads; i++) {
            double from = y + STOP * i + STOP / 2;
            double to = i == stops.size() - 1 ? y + STOP * stops.size() + GOAL / 2 : from + STOP;
            pen.road(ROAD, from, to, stops.get(i).done());
        }
    }

    private void stop(Journey.Stop stop, int number) {
        double middle = y + STOP / 2;
        if (stop.done()) {
            pen.disc(ROAD, middle, 33, Pen.DONE);
            pen.tick(ROAD, middle, 2.2, Pen.GROUND);
        } else if (stop.current()) {
            pen.disc(ROAD, middle, 42, Pen.GROUND);
            pen.disc(ROAD, middle, 36, Pen.NOW);
            pen.centred(Lettering.BOLD, Integer.toString(number), 34, ROAD, middle + 12, Pen.GROUND);
        } else {
            pen.ring(ROAD, middle, 31, 5, Pen.AHEAD);
            pen.centred(Lettering.BOLD, Integer.toString(number), 28, ROAD, middle + 10, Pen.QUIET);
        }
        pen.text(Lettering.BOLD, stop.title(), size(stop.title()), WORDS, middle - 8, RIGHT - WORDS, Pen.TEXT);
        double x = WORDS + 13;
        double signs = middle + 28;
        for (Mark mark :
                stop.marks().subList(0, Math.min(MOST_SIGNS, stop.marks().size()))) {
            sign(mark, x, signs);
            x += 37;
        }
        String color = stop.done() ? Pen.DONE : stop.current() ? Pen.NOW : Pen.QUIET;
        pen.text(Lettering.REGULAR, stop.state(), SMALL, x + 2, signs + 9, RIGHT - x - 2, color);
        y += STOP;
    }

    /** The font size for a title. A long title is first made slightly smaller before it is cut. */
    private static double size(String title) {
        double fitting = NAME * (RIGHT - WORDS) / Math.max(1, Lettering.BOLD.width(title, NAME));
        return Math.max(SMALL + 1, Math.min(NAME, fitting - 0.1));
    }

    private void goal(String name, boolean earned) {
        double middle = y + GOAL / 2;
        if (earned) {
            pen.disc(ROAD, middle, 37, Pen.NOW);
            pen.shape(STAR, ROAD, middle, 2.3, Pen.GROUND);
        } else {
            pen.ring(ROAD, middle, 34, 5, Pen.AHEAD);
            pen.shape(STAR, ROAD, middle, 1.9, Pen.AHEAD);
        }
        String what = earned ? "Certified" : "Certificate";
        pen.text(Lettering.BOLD, what, NAME, WORDS, middle - 4, RIGHT - WORDS, Pen.TEXT);
        pen.text(Lettering.REGULAR, name, SMALL, WORDS, middle + 30, RIGHT - WORDS, earned ? Pen.NOW : Pen.QUIET);
        y += GOAL;
    }

    /** Explains the symbols that the picture contains. */
    private void legend(Journey journey) {
        Set<Mark> used = EnumSet.noneOf(Mark.class);
        journey.legs().forEach(leg -> leg.stops().forEach(stop -> used.addAll(stop.marks())));
        y += 8;
        double x = LEFT;
        for (Mark mark : used) {
            double label = Lettering.REGULAR.width(mark.label(), SMALL);
            if (x > LEFT && x + 36 + label > RIGHT) {
                x = LEFT;
                y += LEGEND_LINE;
            }
            sign(mark, x + 13, y + 14);
            pen.text(Lettering.REGULAR, mark.label(), SMALL, x + 36, y + 23, label + 1, Pen.QUIET);
            x += 36 + label + 30;
        }
        y += LEGEND_LINE;
    }

    private void sign(Mark mark, double x, double y) {
        switch (mark) {
            case NEW -> pen.ring(x, y, 11, 4, Pen.AHEAD);
            case LEARNING -> {
                pen.ring(x, y, 11, 4, Pen.NOW);
                pen.shape("M0-10A10 10 0 0 1 0 10Z", x, y, 1, Pen.NOW);
            }
            case LEARNT -> pen.disc(x, y, 13, Pen.NOW);
            case TESTED_OUT -> {
                pen.disc(x, y, 13, Pen.DONE);
                pen.line("M-6-5L-1 0L-6 5M1-5L6 0L1 5", x, y, 1, 3, Pen.GROUND);
            }
            case EXCUSED -> {
                pen.ring(x, y, 11, 4, Pen.QUIET);
                pen.line("M-5 0H5", x, y, 1, 4, Pen.QUIET);
            }
            case WAITING -> {
                pen.ring(x, y, 11, 4, Pen.ATTENTION);
                pen.line("M0-6V0L4 3", x, y, 1, 3, Pen.ATTENTION);
            }
            case RETURNED -> {
                pen.disc(x, y, 13, Pen.ATTENTION);
                pen.line("M6 5V1A3 3 0 0 0 3-2H-6M-2-6L-6-2L-2 2", x, y, 1, 2.6, Pen.GROUND);
            }
            default -> {
                pen.disc(x, y, 13, Pen.DONE);
                pen.tick(x, y, 1, Pen.GROUND);
            }
        }
    }
}
