package dev.fieldcert.badge.picture;

import java.util.Locale;

/**
 * Writes the few SVG shapes that our pictures consist of. Text becomes outlines, so no font is needed to display it.
 */
public final class Pen {

    public static final String GROUND = "#1b2030";
    public static final String EDGE = "#5d6980";
    public static final String TEXT = "#ffffff";
    public static final String QUIET = "#c3ccdd";
    public static final String AHEAD = "#7d8aa5";
    public static final String DONE = "#4fd18b";
    public static final String NOW = "#ffd043";
    public static final String ATTENTION = "#ff9d6c";

    private final StringBuilder svg = new StringBuilder();

    public String drawing() {
        return svg.toString();
    }

    /** Draws one line of text that starts at x and is cut at the maximum width. */
    public void text(Lettering face, String words, double size, double x, double y, double most, String color) {
        String line = face.cut(face.drawable(words), size, most);
        String outline = face.centred(line, size, x + face.width(line, size) / 2, y);
        if (!outline.isEmpty()) {
            add("<path d=\"%s\" fill=\"%s\"/>", outline, color);
        }
    }

    public void centred(Lettering face, String words, double size, double x, double y, String color) {
        add("<path d=\"%s\" fill=\"%s\"/>", face.centred(words, size, x, y), color);
    }

    public void road(double x, double from, double to, boolean traveled) {
        if (traveled) {
            add("<path d=\"M%s %sV%s\" stroke=\"%s\" stroke-width=\"8\"/>", n(x), n(from), n(to), DONE);
        } else {
            add(
                    "<path d=\"M%s %sV%s\" stroke=\"%s\" stroke-width=\"6\" stroke-dasharray=\"4 10\""
                            + " stroke-linecap=\"round\"/>",
                    n(x), n(from), n(to), AHEAD);
        }
    }

    public void disc(double x, double y, double radius, String fill) {
        add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>", n(x), n(y), n(radius), fill);
    }

    public void ring(double x, double y, double radius, double width, String color) {
        add(
                "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>",
                n(x), n(y), n(radius), GROUND, color, n(width));
    }

    /** Draws path data as a line, without filling it. */
    public void arrow(String path, double width, String color) {
        add(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linecap=\"round\"/>",
                path, color, n(width));
    }

    public void dashes(double x, double from, double to, String color) {
        add(
                "<path d=\"M%s %sV%s\" stroke=\"%s\" stroke-width=\"4\" stroke-dasharray=\"10 8\"/>",
                n(x), n(from), n(to), color);
    }

    public void block(double x, double y, double width, double height, String fill) {
        add(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"5\" fill=\"%s\"/>",
                n(x), n(y), n(width), n(height), fill);
    }

    /** Draws text on a background of its own, so that a line behind it does not run through it. */
    public void plate(String words, double size, double x, double y, double most, String color) {
        Lettering face = size > 30 ? Lettering.BOLD : Lettering.REGULAR;
        String line = face.cut(face.drawable(words), size, most);
        block(x - 5, y - size * 0.95, face.width(line, size) + 10, size * 1.3, GROUND);
        text(face, line, size, x, y, most, color);
    }

    /** Draws path data as lines; the path is centered on 0, 0 and at most 10 units away from it in each direction. */
    public void line(String path, double x, double y, double scale, double width, String color) {
        add(
                "<path transform=\"translate(%s %s) scale(%s)\" d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\""
                        + " stroke-linecap=\"round\" stroke-linejoin=\"round\"/>",
                n(x), n(y), n(scale), path, color, n(width));
    }

    /**
     * Draws path data as a filled shape; the path is centered on 0, 0 and at most 10 units away from it in each
     * direction.
     */
    public void shape(String path, double x, double y, double scale, String color) {
        add("<path transform=\"translate(%s %s) scale(%s)\" d=\"%s\" fill=\"%s\"/>", n(x), n(y), n(scale), path, color);
    }

    public void tick(double x, double y, double scale, String color) {
        line("M-6 0L-2 5L7-5", x, y, scale, 3, color);
    }

    /** Puts the drawing on our background, whose light edge is visible on light and dark pages. */
    public static String sheet(String drawing, int width, int height) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img">\
                <rect x="2" y="2" width="%d" height="%d" rx="26" fill="%s" stroke="%s" stroke-width="4"/>%s</svg>
                """.formatted(width, height, width, height, width - 4, height - 4, GROUND, EDGE, drawing);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    public static String n(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
