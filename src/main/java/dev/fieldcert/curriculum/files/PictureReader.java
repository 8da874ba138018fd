package dev.fieldcert.curriculum.files;

import dev.fieldcert.curriculum.CardPicture;
import dev.fieldcert.curriculum.question.Measure;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads a card's picture: steps or bars from YAML, or an author's SVG of plain shapes and text. */
final class PictureReader {

    /** Matches a line of a card that shows a picture. */
    static final Pattern LINE =
            Pattern.compile("!\\[(?<alternative>[^\\n]*)]\\((?<file>[a-z0-9-]+\\.(?:svg|yaml))\\)\\s*");

    /**
     * The smallest font size, in picture units. Smaller letters are unreadable on a phone, where the picture is half
     * as wide.
     */
    private static final double SMALLEST_TEXT = 22;

    private static final int LARGEST = 50_000;
    /**
     * The largest height, in picture units. A taller picture is scaled down to fit the screen, which makes it
     * unreadable.
     */
    private static final int HIGHEST = 860;

    private static final Pattern VIEW_BOX = Pattern.compile("0 0 720 (?<height>\\d{2,4})");
    private static final Set<String> SHAPES =
            Set.of("svg", "g", "rect", "circle", "ellipse", "line", "polyline", "polygon", "path", "text", "title");
    private static final Set<String> ATTRIBUTES = Set.of(
            "xmlns",
            "viewBox",
            "width",
            "height",
            "x",
            "y",
            "x1",
            "y1",
            "x2",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "d",
            "points",
            "transform",
            "fill",
            "fill-opacity",
            "stroke",
            "stroke-width",
            "stroke-dasharray",
            "stroke-linecap",
            "stroke-linejoin",
            "opacity",
            "font-size",
            "font-weight",
            "text-anchor");

    private final CurriculumReader reader;
    private final String path;

    private PictureReader(CurriculumReader reader, String path) {
        this.reader = reader;
        this.path = path;
    }

    /**
     * @param place position of the line in the lesson
     * @return empty if the picture has an error
     */
    static Optional<CardPicture> read(CurriculumReader reader, String folder, Matcher line, SourceLocation place) {
        String path = folder + "/pictures/" + line.group("file");
        String alternative = line.group("alternative").strip();
        Problems problems = reader.problems();
        if (alternative.isEmpty()) {
            problems.error(
                    place,
                    "The picture has no text alternative.",
                    "Say what it shows between the square brackets, for people who can’t see it.");
        } else if (alternative.length() > Limits.ALTERNATIVE) {
            problems.error(
                    place,
                    "The text alternative has " + alternative.length() + " characters; there is room for "
                            + Limits.ALTERNATIVE + ".",
                    "Shorten it.");
        }
        Optional<String> text = reader.text(path);
        if (text.isEmpty()) {
            problems.error(
                    place,
                    "There is no picture " + path + ".",
                    DidYouMean.file(reader.paths(), path).orElse("Draw it, or remove this line."));
            return Optional.empty();
        }
        long errors = problems.errors();
        PictureReader picture = new PictureReader(reader, path);
        Optional<CardPicture.Content> content = path.endsWith(".svg") ? picture.svg(text.get()) : picture.yaml();
        String name = line.group("file").replaceAll("\\..*", "");
        return problems.errors() == errors
                ? content.map(drawn -> new CardPicture(name, alternative, drawn))
                : Optional.empty();
    }

    private Optional<CardPicture.Content> yaml() {
        return reader.open(path).flatMap(fields -> {
            switch (fields.word("kind", "", List.of("steps", "bars"))) {
                case "steps":
                    return Optional.of(steps(fields.as(Shape.STEPS)));
                case "bars":
                    return Optional.of(bars(fields.as(Shape.BARS)));
                default:
                    if (!fields.has("kind")) {
                        fields.error("kind", "The picture has no kind.", "Add “kind: steps” or “kind: bars”.");
                    }
                    return Optional.empty();
            }
        });
    }

    private static CardPicture.Content steps(Fields fields) {
        List<CardPicture.Step> steps = fields.maps("steps").stream()
                .map(step -> step.as(Shape.STEP))
                .map(step -> new CardPicture.Step(step.text("name", Limits.TARGET), step.text("note", Limits.LINE)))
                .toList();
        between(fields, "steps", steps.size());
        return new CardPicture.Steps(steps, fields.flag("loop", false));
    }

    private static CardPicture.Content bars(Fields fields) {
        String as = fields.word("as", "number", List.of("number", "money", "percent", "ratio"));
        List<CardPicture.Bar> bars =
                fields.maps("bars").stream().map(PictureReader::bar).toList();
        between(fields, "bars", bars.size());
        return new CardPicture.Bars(
                Measure.valueOf(as.toUpperCase(Locale.ROOT)), fields.map("line").map(PictureReader::bar), bars);
    }

    private static CardPicture.Bar bar(Fields fields) {
        fields.as(Shape.BAR);
        BigDecimal value = fields.number("value", BigDecimal.ZERO);
        if (value.signum() < 0) {
            fields.error(
                    "value", "A bar cannot be shorter than nothing.", "Draw its size, and say in its name what it is.");
        }
        return new CardPicture.Bar(fields.text("name", Limits.TARGET), value);
    }

    private static void between(Fields fields, String key, int count) {
        if (fields.has(key) && (count < 2 || count > 8)) {
            fields.error(key, "“" + key + "” has " + count + "; a phone shows 2 to 8.", "Add some, or remove some.");
        }
    }

    private Optional<CardPicture.Content> svg(String text) {
        if (text.length() > LARGEST) {
            problem("The picture has " + text.length() + " characters.", "Draw it with fewer than " + LARGEST + ".");
            return Optional.empty();
        }
        Element root;
        try {
            root = parse(text).getDocumentElement();
        } catch (SAXParseException e) {
            reader.problems()
                    .error(
                            new SourceLocation(path, Math.max(1, e.getLineNumber()), Math.max(1, e.getColumnNumber())),
                            "This is not SVG: " + e.getMessage(),
                            "Open it in a browser and fix what it complains about.");
            return Optional.empty();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            problem("This is not SVG: " + e.getMessage(), "Open it in a browser and fix what it complains about.");
            return Optional.empty();
        }
        Matcher box = VIEW_BOX.matcher(root.getAttribute("viewBox"));
        if (!box.matches() || Integer.parseInt(box.group("height")) > HIGHEST) {
            problem(
                    "The picture's viewBox is not “0 0 720 <height>” with a height up to " + HIGHEST + ".",
                    "Draw it 720 units wide: twice a phone's width.");
            return Optional.empty();
        }
        check(root);
        return Optional.of(new CardPicture.Drawn(text, Integer.parseInt(box.group("height"))));
    }

    /** Parses the text. A DOCTYPE is an error, so that the text cannot define entities or refer to other files. */
    private static Document parse(String text) throws SAXException, IOException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new Strict());
        return builder.parse(new InputSource(new StringReader(text)));
    }

    /** Throws errors instead of printing them to the console. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // A warning does not change the picture.
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }

    private void check(Element element) {
        String tag = element.getTagName();
        if (!SHAPES.contains(tag)) {
            problem("<" + tag + "> is not drawn.", "Use plain shapes, paths and text without parts.");
            return;
        }
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            String name = element.getAttributes().item(i).getNodeName();
            if (!ATTRIBUTES.contains(name)) {
                problem(
                        "“" + name + "” of <" + tag + "> is not drawn.",
                        "Write colors and sizes as attributes of their own.");
            }
        }
        if (tag.equals("text")) {
            checkText(element);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                check(inner);
            }
        }
    }

    private void checkText(Element text) {
        String size = text.getAttribute("font-size");
        if (!size.matches("\\d{1,3}(\\.\\d+)?") || Double.parseDouble(size) < SMALLEST_TEXT) {
            problem(
                    "The text “" + text.getTextContent().strip() + "” is too small for a phone.",
                    "Give it a font-size of " + (int) SMALLEST_TEXT + " or more.");
        }
    }

    private void problem(String message, String mend) {
        reader.problems().error(SourceLocation.top(path), message, mend);
    }
}
