package dev.fieldcert.slack.journey.picture;

import dev.fieldcert.badge.picture.Lettering;
import java.util.Locale;

/** Writes SVG: the few shapes a journey is drawn with. Text becomes outlines, so no font is needed to show it. */
public final class Pen {

    public static final String GROUND = "#1b2030";
    static final String EDGE = "#5d6980";
    public static final String TEXT = "#ffffff";
    public static final String QUIET = "#c3ccdd";
    public static final String AHEAD = "#7d8aa5";
    public static final String DONE = "#4fd18b";
    public static final String NOW = "#ffd043";
    public static final String ATTENTION = "#ff9d6c";

    private final StringBuilder svg = new StringBuilder();

    String drawing() {
        return svg.toString();
    }

    /** One line of text that begins at x; cut where it would be wider than allowed. */
    void text(Lettering face, String words, double size, double x, double y, double most, String color) {
        String line = face.cut(face.drawable(words), size, most);
        String outline = face.centred(line, size, x + face.width(line, size) / 2, y);
        if (!outline.isEmpty()) {
            add("<path d=\"%s\" fill=\"%s\"/>", outline, color);
        }
    }

    void centred(Lettering face, String words, double size, double x, double y, String color) {
        add("<path d=\"%s\" fill=\"%s\"/>", face.centred(words, size, x, y), color);
    }

    void road(double x, double from, double to, boolean traveled) {
        if (traveled) {
            add("<path d=\"M%s %sV%s\" stroke=\"%s\" stroke-width=\"8\"/>", n(x), n(from), n(to), DONE);
        } else {
            add(
                    "<path d=\"M%s %sV%s\" stroke=\"%s\" stroke-width=\"6\" stroke-dasharray=\"4 10\""
                            + " stroke-linecap=\"round\"/>",
                    n(x), n(from), n(to), AHEAD);
        }
    }

    void disc(double x, double y, double radius, String fill) {
        add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>", n(x), n(y), n(radius), fill);
    }

    void ring(double x, double y, double radius, double width, String color) {
        add(
                "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>",
                n(x), n(y), n(radius), GROUND, color, n(width));
    }

    /** A line drawing within 10 units of its center each way. */
    void line(String path, double x, double y, double scale, double width, String color) {
        add(
                "<path transform=\"translate(%s %s) scale(%s)\" d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\""
                        + " stroke-linecap=\"round\" stroke-linejoin=\"round\"/>",
                n(x), n(y), n(scale), path, color, n(width));
    }

    /** A filled drawing within 10 units of its center each way. */
    void shape(String path, double x, double y, double scale, String color) {
        add("<path transform=\"translate(%s %s) scale(%s)\" d=\"%s\" fill=\"%s\"/>", n(x), n(y), n(scale), path, color);
    }

    void tick(double x, double y, double scale, String color) {
        line("M-6 0L-2 5L7-5", x, y, scale, 3, color);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private static String n(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
