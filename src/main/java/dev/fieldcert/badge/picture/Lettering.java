package dev.fieldcert.badge.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Converts text to outlines of the bundled Inter font (SIL Open Font License), so that pictures look the same on every
 * machine, with or without fonts. Thread-safe.
 */
public final class Lettering {

    public static final Lettering REGULAR = new Lettering("Inter-Regular");
    public static final Lettering BOLD = new Lettering("Inter-Bold");

    private static final String ELLIPSIS = "…";

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double unitsPerEm;

    private Lettering(String name) {
        try (InputStream stream = open(name)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
            characters = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the font " + name, e);
        }
    }

    /** Opens the file of the bundled font with this name. */
    public static InputStream open(String name) {
        return Lettering.class.getResourceAsStream("/badge/font/" + name + ".ttf");
    }

    /** Whether the font has a glyph for every character. */
    public boolean covers(String text) {
        return composed(text).codePoints().allMatch(character -> characters.getGlyphId(character) != 0);
    }

    /**
     * The text without characters that the font lacks, and with whitespace collapsed. Accented letters are kept if the
     * font has them.
     */
    public String drawable(String text) {
        StringBuilder kept = new StringBuilder();
        composed(text).codePoints().filter(c -> characters.getGlyphId(c) != 0).forEach(kept::appendCodePoint);
        return kept.toString().strip().replaceAll("\\s+", " ");
    }

    public double width(String text, double size) {
        return composed(text)
                        .codePoints()
                        .mapToDouble(character -> advance(characters.getGlyphId(character)))
                        .sum()
                * size
                / unitsPerEm;
    }

    /**
     * Breaks text into lines of at most the given width. A single word that is wider stays whole.
     *
     * @return at least one line
     */
    public List<String> wrap(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    /** The text, shortened to the width and ended by an ellipsis if it is too long. */
    public String cut(String text, double size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end).strip() + ELLIPSIS, size) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + ELLIPSIS;
    }

    /** SVG path data of one line of text, centered on x, with its baseline at y. */
    public synchronized String centred(String text, double size, double x, double y) {
        double scale = size / unitsPerEm;
        double pen = x - width(text, size) / 2;
        StringBuilder path = new StringBuilder();
        for (int character : composed(text).codePoints().toArray()) {
            int glyph = characters.getGlyphId(character);
            append(path, outline(glyph), new AffineTransform(scale, 0, 0, -scale, pen, y));
            pen += advance(glyph) * scale;
        }
        return path.toString();
    }

    private double advance(int glyph) {
        try {
            return font.getAdvanceWidth(glyph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GeneralPath outline(int glyph) {
        try {
            GlyphData data = font.getGlyph().getGlyph(glyph);
            return data == null ? new GeneralPath() : data.getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(StringBuilder path, GeneralPath outline, AffineTransform transform) {
        double[] c = new double[6];
        for (PathIterator i = outline.getPathIterator(transform); !i.isDone(); i.next()) {
            switch (i.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> path.append('M').append(pair(c, 0));
                case PathIterator.SEG_LINETO -> path.append('L').append(pair(c, 0));
                case PathIterator.SEG_QUADTO ->
                    path.append('Q').append(pair(c, 0)).append(' ').append(pair(c, 2));
                case PathIterator.SEG_CUBICTO ->
                    path.append('C')
                            .append(pair(c, 0))
                            .append(' ')
                            .append(pair(c, 2))
                            .append(' ')
                            .append(pair(c, 4));
                default -> path.append('Z');
            }
        }
    }

    private static String pair(double[] coordinates, int at) {
        return number(coordinates[at]) + " " + number(coordinates[at + 1]);
    }

    /** Formats a number with at most two decimals, independent of the locale. */
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        String sign = hundredths < 0 ? "-" : "";
        long absolute = Math.abs(hundredths);
        long rest = absolute % 100;
        String decimals = rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : "." + (rest < 10 ? "0" : "") + rest;
        return sign + absolute / 100 + decimals;
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
