package dev.fieldcert.badge.picture;

import dev.fieldcert.curriculum.BadgeDefinition;
import java.util.Map;

/**
 * The shape of one kind of badge on a 512 by 512 canvas, and its space for text. The kinds differ in shape, so that
 * they can be told apart without color.
 *
 * @param rim path data of the outer edge
 * @param panel path data of the inner area
 * @param behind path data of the parts that stick out behind the rim; may be empty
 * @param emblem path data of the kind's symbol, centered on 0, 0 and at most 32 units away from it in each direction
 * @param spoken describes the shape in words
 * @param center y coordinate of the center of the panel
 * @param textWidth width available for the badge's name
 */
record Outline(String rim, String panel, String behind, String emblem, String spoken, double center, double textWidth) {

    private static final String BOOK =
            "M0-14C-7-21-18-24-30-24V16C-18 16-7 19 0 26C7 19 18 16 30 16V-24C18-24 7-21 0-14Z"
                    + "M-3-8V15C-9 11-17 9-24 8.400V-17C-16-16.400-9-13-3-8ZM3-8C9-13 16-16.400 24-17V8.400C17 9 9 11 3 15Z";
    private static final String TARGET =
            "M0-28A28 28 0 1 1 0 28A28 28 0 1 1 0-28ZM0-20A20 20 0 1 0 0 20A20 20 0 1 0 0-20Z"
                    + "M0-11A11 11 0 1 1 0 11A11 11 0 1 1 0-11Z";
    private static final String TICK = "M-30 2L-21-8L-8 5L22-25L31-16L-8 24Z";

    private static final Map<BadgeDefinition.Kind, Outline> OUTLINES = Map.of(
            BadgeDefinition.Kind.COURSE,
                    new Outline(circle(256, 256, 236), circle(256, 256, 202), "", BOOK, "round", 256, 330),
            BadgeDefinition.Kind.USE_CASE, new Outline(hexagon(244), hexagon(207), "", TARGET, "six-sided", 256, 316),
            BadgeDefinition.Kind.ASSIGNMENT, new Outline(shield(1), shield(0.855), "", TICK, "shield-shaped", 248, 310),
            BadgeDefinition.Kind.PATH,
                    new Outline(
                            scallops(256, 232, 200, 24),
                            circle(256, 232, 174),
                            "M126 346L86 488L152 464L200 497L242 378ZM386 346L426 488L360 464L312 497L270 378Z",
                            star(30, 12.500),
                            "scalloped, with ribbons",
                            232,
                            268));

    static Outline of(BadgeDefinition.Kind kind) {
        return OUTLINES.get(kind);
    }

    private static String circle(double x, double y, double radius) {
        String r = Lettering.number(radius);
        String left = Lettering.number(x - radius);
        String right = Lettering.number(x + radius);
        String middle = Lettering.number(y);
        return "M" + left + " " + middle + "A" + r + " " + r + " 0 1 1 " + right + " " + middle + "A" + r + " " + r
                + " 0 1 1 " + left + " " + middle + "Z";
    }

    private static String hexagon(double radius) {
        double[][] corners = new double[6][];
        for (int i = 0; i < 6; i++) {
            double angle = Math.PI / 3 * i - Math.PI / 2;
            corners[i] = new double[] {256 + radius * Math.cos(angle), 256 + radius * Math.sin(angle)};
        }
        StringBuilder path = new StringBuilder();
        double round = 0.12;
        for (int i = 0; i < 6; i++) {
            double[] corner = corners[i];
            double[] before = corners[(i + 5) % 6];
            double[] after = corners[(i + 1) % 6];
            path.append(i == 0 ? "M" : "L").append(between(corner, before, round));
            path.append("Q").append(point(corner)).append(" ").append(between(corner, after, round));
        }
        return path.append("Z").toString();
    }

    private static String shield(double scale) {
        double[][] points = {
            {256, 20}, {320, 58}, {400, 76}, {470, 78}, {474, 130}, {474, 190}, {474, 260}, {474, 378}, {382, 450},
            {256, 496}, {130, 450}, {38, 378}, {38, 260}, {38, 190}, {38, 130}, {42, 78}, {112, 76}, {192, 58},
        };
        for (double[] point : points) {
            point[0] = 256 + (point[0] - 256) * scale;
            point[1] = 252 + (point[1] - 252) * scale;
        }
        return "M" + point(points[0]) + "C" + point(points[1]) + " " + point(points[2]) + " " + point(points[3]) + "C"
                + point(points[4]) + " " + point(points[5]) + " " + point(points[6]) + "C" + point(points[7]) + " "
                + point(points[8]) + " " + point(points[9]) + "C" + point(points[10]) + " " + point(points[11]) + " "
                + point(points[12]) + "C" + point(points[13]) + " " + point(points[14]) + " " + point(points[15]) + "C"
                + point(points[16]) + " " + point(points[17]) + " " + point(points[0]) + "Z";
    }

    private static String scallops(double x, double y, double radius, int count) {
        StringBuilder path = new StringBuilder();
        double bow = radius * Math.sin(Math.PI / count) * 1.02;
        for (int i = 0; i <= count; i++) {
            double angle = 2 * Math.PI * i / count - Math.PI / 2;
            String at = point(new double[] {x + radius * Math.cos(angle), y + radius * Math.sin(angle)});
            path.append(i == 0 ? "M" + at : "A" + Lettering.number(bow) + " " + Lettering.number(bow) + " 0 0 1 " + at);
        }
        return path.append("Z").toString();
    }

    private static String star(double outer, double inner) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            double radius = i % 2 == 0 ? outer : inner;
            double angle = Math.PI / 5 * i - Math.PI / 2;
            path.append(i == 0 ? "M" : "L")
                    .append(point(new double[] {radius * Math.cos(angle), radius * Math.sin(angle)}));
        }
        return path.append("Z").toString();
    }

    private static String between(double[] from, double[] to, double share) {
        return point(new double[] {from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share});
    }

    private static String point(double[] point) {
        return Lettering.number(point[0]) + " " + Lettering.number(point[1]);
    }
}
