package dev.fieldcert.badge.picture;

import dev.fieldcert.curriculum.BadgeDefinition;
import java.util.List;
import java.util.stream.Stream;

/**
 * Draws a badge. The kind determines the shape and emblem, the level the color and number. A white edge and a dark
 * outline make the badge stand out on light and dark backgrounds. The same definition gives the same bytes.
 */
public final class BadgePicture {

    /** Up to this width in pixels, the name would be too small to read, so a large level number replaces it. */
    private static final int SMALL = 128;

    private static final double LARGEST_NAME = 46;
    private static final double SMALLEST_NAME = 24;
    private static final int MOST_LINES = 3;
    private static final double SMALLEST_PROGRAM = 15;

    private static final DrawnPictures DRAWN = new DrawnPictures();

    private BadgePicture() {}

    /** The picture's alternative text. */
    public static String altText(BadgeDefinition badge, String program) {
        return "%s badge of %s: %s, level %d, %s"
                .formatted(
                        kind(badge),
                        program,
                        badge.name(),
                        badge.level(),
                        Outline.of(badge.kind()).spoken());
    }

    /** The whole picture, 512 by 512 units, without text elements or external references. */
    public static String svg(BadgeDefinition badge, String program) {
        return document(badge, program, words(badge, program));
    }

    /** The picture for small sizes: shape, emblem and level. */
    public static String smallSvg(BadgeDefinition badge, String program) {
        Outline outline = Outline.of(badge.kind());
        Level level = Level.of(badge.level());
        String sign = emblem(outline, level, outline.center() - 86, 2.2);
        String number = path(
                Lettering.BOLD.centred(Integer.toString(badge.level()), 168, 256, outline.center() + 112), "#ffffff");
        return document(badge, program, sign + number);
    }

    /**
     * The picture as PNG with a transparent background.
     *
     * @param pixels width and height
     */
    public static byte[] png(BadgeDefinition badge, String program, int pixels) {
        return DRAWN.png(pixels <= SMALL ? smallSvg(badge, program) : svg(badge, program), pixels);
    }

    private static String words(BadgeDefinition badge, String program) {
        Outline outline = Outline.of(badge.kind());
        Level level = Level.of(badge.level());
        double center = outline.center();
        StringBuilder drawing = new StringBuilder();
        drawing.append(emblem(outline, level, center - 135, 1.05));
        drawing.append(path(Lettering.BOLD.centred(Integer.toString(badge.level()), 76, 256, center - 34), level.ink));
        drawing.append("<path d=\"M196 ")
                .append(Lettering.number(center - 14))
                .append("H316\" stroke=\"")
                .append(level.ink)
                .append("\" stroke-width=\"3\" stroke-linecap=\"round\" opacity=\".55\"/>");

        List<String> small = programLines(program, outline);
        double room = small.size() == 1 ? 132 : 112;
        String name = Lettering.BOLD.drawable(badge.name());
        double size = nameSize(name, outline.textWidth(), room);
        List<String> lines = lines(name, size, outline.textWidth());
        double leading = size * 1.16;
        double baseline = center - 15 + room / 2 - (lines.size() - 1) * leading / 2 + size * 0.36;
        for (String line : lines) {
            drawing.append(path(Lettering.BOLD.centred(line, size, 256, baseline), "#ffffff"));
            baseline += leading;
        }
        if (small.size() == 1) {
            double smallSize = Math.min(22, programSize(small.get(0), outline));
            return drawing + path(Lettering.REGULAR.centred(small.get(0), smallSize, 256, center + 141), level.ink);
        }
        return drawing
                + path(Lettering.REGULAR.centred(small.get(0), SMALLEST_PROGRAM, 256, center + 121), level.ink)
                + path(Lettering.REGULAR.centred(small.get(1), SMALLEST_PROGRAM, 256, center + 140), level.ink);
    }

    /** The program's name on one line, or on two lines if it would be too small on one. */
    private static List<String> programLines(String program, Outline outline) {
        String words = Lettering.REGULAR.drawable(program);
        if (programSize(words, outline) >= SMALLEST_PROGRAM) {
            return List.of(words);
        }
        double width = programWidth(outline);
        List<String> lines = Lettering.REGULAR.wrap(words, SMALLEST_PROGRAM, width);
        return Stream.of(lines.get(0), String.join(" ", lines.subList(1, lines.size())))
                .map(line -> Lettering.REGULAR.cut(line, SMALLEST_PROGRAM, width))
                .toList();
    }

    private static double programSize(String words, Outline outline) {
        return 22 * programWidth(outline) / Math.max(1, Lettering.REGULAR.width(words, 22));
    }

    /** The width available at the height of the program's name, where the panel is narrower. */
    private static double programWidth(Outline outline) {
        return outline.textWidth() * 0.73;
    }

    /** The largest font size at which the name fits in the space on at most three lines. */
    private static double nameSize(String name, double width, double room) {
        for (double size = LARGEST_NAME; size > SMALLEST_NAME; size -= 1) {
            List<String> lines = Lettering.BOLD.wrap(name, size, width);
            double each = size;
            if (lines.size() * size * 1.16 <= room
                    && lines.size() <= MOST_LINES
                    && lines.stream().allMatch(line -> Lettering.BOLD.width(line, each) <= width)) {
                return size;
            }
        }
        return SMALLEST_NAME;
    }

    private static List<String> lines(String name, double size, double width) {
        List<String> lines = Lettering.BOLD.wrap(name, size, width);
        if (lines.size() > MOST_LINES) {
            String rest = String.join(" ", lines.subList(MOST_LINES - 1, lines.size()));
            lines = List.of(lines.get(0), lines.get(1), rest);
        }
        return lines.stream().map(line -> Lettering.BOLD.cut(line, size, width)).toList();
    }

    private static String document(BadgeDefinition badge, String program, String content) {
        Outline outline = Outline.of(badge.kind());
        Level level = Level.of(badge.level());
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512" role="img">\
                <title>%s</title><defs>\
                <linearGradient id="rim" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="%s"/>\
                <stop offset="1" stop-color="%s"/></linearGradient>\
                <linearGradient id="panel" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="%s"/>\
                <stop offset="1" stop-color="%s"/></linearGradient></defs>%s\
                <path d="%s" fill="none" stroke="#20242c" stroke-opacity=".45" stroke-width="18" stroke-linejoin="round"/>\
                <path d="%s" fill="url(#rim)" stroke="#ffffff" stroke-width="13" stroke-linejoin="round"/>\
                <path d="%s" fill="url(#panel)" stroke="#ffffff" stroke-opacity=".85" stroke-width="4"/>\
                %s</svg>
                """.formatted(
                        escaped(altText(badge, program)),
                        level.rimTop,
                        level.rimBottom,
                        level.panelTop,
                        level.panelBottom,
                        behind(outline, level),
                        outline.rim(),
                        outline.rim(),
                        outline.panel(),
                        content);
    }

    private static String behind(Outline outline, Level level) {
        if (outline.behind().isEmpty()) {
            return "";
        }
        return ("<path d=\"%s\" fill=\"%s\" stroke=\"#20242c\" stroke-opacity=\".45\" stroke-width=\"18\""
                        + " stroke-linejoin=\"round\"/><path d=\"%s\" fill=\"%s\" stroke=\"#ffffff\" stroke-width=\"12\""
                        + " stroke-linejoin=\"round\"/>")
                .formatted(outline.behind(), level.rimBottom, outline.behind(), level.rimBottom);
    }

    private static String emblem(Outline outline, Level level, double y, double scale) {
        return "<path transform=\"translate(256 %s) scale(%s)\" d=\"%s\" fill=\"%s\" fill-rule=\"evenodd\"/>"
                .formatted(Lettering.number(y), Lettering.number(scale), outline.emblem(), level.ink);
    }

    private static String path(String data, String fill) {
        return data.isEmpty() ? "" : "<path d=\"" + data + "\" fill=\"" + fill + "\"/>";
    }

    private static String kind(BadgeDefinition badge) {
        return switch (badge.kind()) {
            case COURSE -> "Course";
            case USE_CASE -> "Use case";
            case ASSIGNMENT -> "Assignment";
            case PATH -> "Path";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
