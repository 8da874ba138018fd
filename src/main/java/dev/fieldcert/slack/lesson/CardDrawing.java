package dev.fieldcert.slack.lesson;

import dev.fieldcert.badge.picture.Lettering;
import dev.fieldcert.badge.picture.Pen;
import dev.fieldcert.badge.picture.Raster;
import dev.fieldcert.curriculum.CardPicture;
import dev.fieldcert.curriculum.question.Measure;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Draws a card's picture, 720 units wide: twice a phone's width. Like the journey, it has a dark background, so that
 * it is as clear on a light page as on a dark one. The same picture always gives the same drawing.
 *
 * @param height in pixels
 */
record CardDrawing(String svg, int height) {

    private static final double LEFT = 40;
    private static final double RIGHT = 680;
    private static final double ROAD = 96;
    private static final double WORDS = 152;
    private static final double NAME = 31;
    private static final double NOTE = 26;
    private static final double STEP_GAP = 38;
    private static final double BAR = 40;
    private static final double MARGIN = 30;

    static CardDrawing of(CardPicture picture) {
        if (picture.content() instanceof CardPicture.Steps steps) {
            return new Sheet().steps(steps);
        }
        if (picture.content() instanceof CardPicture.Bars bars) {
            return new Sheet().bars(bars);
        }
        CardPicture.Drawn drawn = (CardPicture.Drawn) picture.content();
        return sheet(outlined(drawn.svg()), drawn.height());
    }

    private static CardDrawing sheet(String drawing, double height) {
        int pixels = (int) Math.ceil(height);
        return new CardDrawing(Pen.sheet(drawing, CardPicture.WIDTH, pixels), pixels);
    }

    byte[] png() {
        return Raster.png(svg, CardPicture.WIDTH, height);
    }

    /** Draws from top to bottom. */
    private static final class Sheet {

        private final Pen pen = new Pen();
        private double y = MARGIN;

        CardDrawing steps(CardPicture.Steps picture) {
            List<CardPicture.Step> steps = picture.steps();
            double first = y + NAME / 2 + 4;
            double last = first;
            for (int i = 0; i < steps.size(); i++) {
                List<String> notes = steps.get(i).note().isBlank()
                        ? List.of()
                        : wrapped(steps.get(i).note());
                double middle = y + NAME / 2 + 4;
                double end = y + NAME + notes.size() * NOTE * 1.3 + STEP_GAP;
                if (i < steps.size() - 1) {
                    pen.arrow("M" + Pen.n(ROAD) + " " + Pen.n(middle + 30) + "V" + Pen.n(end - 16), 5, Pen.AHEAD);
                    pen.line("M-8-9L0 0L8-9", ROAD, end - 14, 1, 5, Pen.AHEAD);
                }
                pen.disc(ROAD, middle, 27, Pen.NOW);
                pen.centred(Lettering.BOLD, Integer.toString(i + 1), 28, ROAD, middle + 10, Pen.GROUND);
                pen.text(Lettering.BOLD, steps.get(i).name(), NAME, WORDS, y + NAME, RIGHT - WORDS, Pen.TEXT);
                double line = y + NAME;
                for (String note : notes) {
                    line += NOTE * 1.3;
                    pen.text(Lettering.REGULAR, note, NOTE, WORDS, line, RIGHT - WORDS, Pen.QUIET);
                }
                last = middle;
                y = end;
            }
            if (picture.loop()) {
                back(first, last);
            }
            return sheet(pen.drawing(), y - STEP_GAP + MARGIN + 12);
        }

        private static List<String> wrapped(String note) {
            return Lettering.REGULAR.wrap(Lettering.REGULAR.drawable(note), NOTE, RIGHT - WORDS);
        }

        /** Draws the arrow from the last step back to the first. */
        private void back(double first, double last) {
            double x = 36;
            String way = "M" + Pen.n(ROAD - 32) + " " + Pen.n(last) + "H" + Pen.n(x + 16) + "Q" + Pen.n(x) + " "
                    + Pen.n(last) + " " + Pen.n(x) + " " + Pen.n(last - 16) + "V" + Pen.n(first + 16) + "Q" + Pen.n(x)
                    + " " + Pen.n(first) + " " + Pen.n(x + 16) + " " + Pen.n(first) + "H" + Pen.n(ROAD - 36);
            pen.arrow(way, 5, Pen.DONE);
            pen.line("M-9-8L0 0L-9 8", ROAD - 33, first, 1, 5, Pen.DONE);
        }

        CardDrawing bars(CardPicture.Bars picture) {
            BigDecimal most = Stream.concat(picture.bars().stream(), picture.line().stream())
                    .map(CardPicture.Bar::value)
                    .max(BigDecimal::compareTo)
                    .filter(value -> value.signum() > 0)
                    .orElse(BigDecimal.ONE);
            double widest = RIGHT - LEFT - 110;
            Optional<Double> at = picture.line().map(line -> LEFT + widest * share(line.value(), most));
            if (picture.line().isPresent()) {
                String label = picture.line().get().name() + " "
                        + amount(picture.line().get().value(), picture.as());
                double width = Lettering.BOLD.width(label, NOTE);
                double x = Math.max(LEFT, Math.min(RIGHT - width, at.get() - width / 2));
                y += NOTE;
                pen.text(Lettering.BOLD, label, NOTE, x, y, width + 1, Pen.NOW);
                y += 12;
            }
            double top = y;
            double bottom = y + picture.bars().size() * (NOTE * 1.5 + BAR + 22);
            at.ifPresent(x -> pen.dashes(x, top, bottom, Pen.NOW));
            for (CardPicture.Bar bar : picture.bars()) {
                y += NOTE * 1.35;
                pen.plate(bar.name(), NOTE, LEFT, y, RIGHT - LEFT, Pen.QUIET);
                y += 12;
                double width = Math.max(6, widest * share(bar.value(), most));
                pen.block(LEFT, y, width, BAR, Pen.DONE);
                pen.plate(amount(bar.value(), picture.as()), NAME, LEFT + width + 12, y + 31, 130, Pen.TEXT);
                y += BAR + 22;
            }
            return sheet(pen.drawing(), y + MARGIN - 8);
        }

        private static double share(BigDecimal value, BigDecimal most) {
            return value.divide(most, 6, RoundingMode.HALF_UP).doubleValue();
        }
    }

    /** Formats an amount the way lessons write it, such as {@code $390k} and {@code $1.2M}. */
    static String amount(BigDecimal value, Measure as) {
        if (as != Measure.MONEY || value.abs().compareTo(BigDecimal.valueOf(1000)) < 0) {
            return as.shown(value);
        }
        boolean millions = value.abs().compareTo(BigDecimal.valueOf(1_000_000)) >= 0;
        BigDecimal shown = value.movePointLeft(millions ? 6 : 3).setScale(2, RoundingMode.HALF_UP);
        return "$" + shown.stripTrailingZeros().toPlainString() + (millions ? "M" : "k");
    }

    /** An author's drawing with its text converted to outlines, so that no font is needed to display it. */
    private static String outlined(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement();
            StringBuilder drawing = new StringBuilder();
            children(root, drawing);
            return drawing.toString();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("The program's reader let a broken picture pass", e);
        }
    }

    private static void children(Element element, StringBuilder drawing) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                write(inner, drawing);
            }
        }
    }

    private static void write(Element element, StringBuilder drawing) {
        if (element.getTagName().equals("text")) {
            drawing.append(text(element));
            return;
        }
        if (element.getTagName().equals("title")) {
            return;
        }
        drawing.append('<').append(element.getTagName());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            String value = attribute
                    .getNodeValue()
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace("\"", "&quot;");
            drawing.append(' ')
                    .append(attribute.getNodeName())
                    .append("=\"")
                    .append(value)
                    .append('"');
        }
        drawing.append('>');
        children(element, drawing);
        drawing.append("</").append(element.getTagName()).append('>');
    }

    private static String text(Element text) {
        Lettering face = text.getAttribute("font-weight").equals("bold") ? Lettering.BOLD : Lettering.REGULAR;
        String words = face.drawable(text.getTextContent());
        double size = number(text, "font-size", NOTE);
        double width = face.width(words, size);
        double x = number(text, "x", 0);
        switch (text.getAttribute("text-anchor")) {
            case "middle":
                break;
            case "end":
                x -= width / 2;
                break;
            default:
                x += width / 2;
                break;
        }
        String fill = text.getAttribute("fill").isEmpty() ? Pen.TEXT : text.getAttribute("fill");
        return "<path d=\"" + face.centred(words, size, x, number(text, "y", 0)) + "\" fill=\""
                + fill.replaceAll("[^#\\w]", "") + "\"/>";
    }

    private static double number(Element element, String attribute, double otherwise) {
        String value = element.getAttribute(attribute);
        return value.matches("-?\\d{1,4}(\\.\\d+)?") ? Double.parseDouble(value) : otherwise;
    }
}
