package dev.fieldcert.curriculum.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping in a YAML file. Duplicate keys are reported when it is created, unknown and missing keys by {@link #as},
 * and values of the wrong kind when they are read. Missing and wrong values are read as empty, so that reading
 * continues and finds the next problem.
 */
final class Fields {

    private final String file;
    private final int linesBefore;
    private final Problems problems;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();

    Fields(String file, int linesBefore, Node node, Problems problems) {
        this.file = file;
        this.linesBefore = linesBefore;
        this.problems = problems;
        this.node = node;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                if (values.containsKey(key)) {
                    problems.error(place(tuple.getKeyNode()), "“" + key + "” appears here twice.", "Remove one.");
                }
                keys.put(key, tuple.getKeyNode());
                values.put(key, tuple.getValueNode());
            }
        } else {
            problems.error(place(), "Keys with values are missing here.", "Write “key: value” lines.");
        }
    }

    /** Reports unknown and missing keys. */
    Fields as(Shape shape) {
        if (!(node instanceof MappingNode)) {
            return this;
        }
        List<String> known = new ArrayList<>(shape.required());
        known.addAll(shape.optional());
        keys.forEach((key, at) -> {
            if (!known.contains(key)) {
                problems.error(place(at), "“" + key + "” is not a key of " + shape.title() + ".", mend(key, known));
            }
        });
        for (String key : shape.required()) {
            if (!values.containsKey(key)) {
                problems.error(place(), "“" + key + "” is missing in " + shape.title() + ".", "Add “" + key + ": …”.");
            }
        }
        return this;
    }

    private String mend(String key, List<String> known) {
        boolean inBraces = ((MappingNode) node).getFlowStyle() == FlowStyle.FLOW;
        if (inBraces
                && values.get(key) instanceof ScalarNode value
                && value.getValue().isEmpty()) {
            return "Put the text before it in quotation marks: inside { } a comma begins a new key.";
        }
        return DidYouMean.among(known, key).orElse("Its keys are " + String.join(", ", known) + ".");
    }

    Problems problems() {
        return problems;
    }

    SourceLocation place() {
        return place(node);
    }

    /** The position of a key's value, or of the mapping if the key is missing. */
    SourceLocation place(String key) {
        return place(values.getOrDefault(key, node));
    }

    private SourceLocation place(Node at) {
        return at.getStartMark()
                .map(mark -> Yaml.place(file, mark, linesBefore))
                .orElse(SourceLocation.top(file));
    }

    /** Passes every text in this mapping and in its nested lists and mappings to {@code reader}, with its position. */
    void eachText(BiConsumer<SourceLocation, String> reader) {
        eachText(node, reader);
    }

    private void eachText(Node inside, BiConsumer<SourceLocation, String> reader) {
        if (inside instanceof ScalarNode scalar) {
            reader.accept(place(scalar), scalar.getValue());
        } else if (inside instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> eachText(item, reader));
        } else if (inside instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> eachText(tuple.getValueNode(), reader));
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Collection<String> keys() {
        return values.keySet();
    }

    void error(String key, String message, String mend) {
        problems.error(place(key), message, mend);
    }

    /** The text of a key; empty if the key is missing. */
    String text(String key) {
        return has(key) ? scalar(key, values.get(key)).value() : "";
    }

    String text(String key, int longest) {
        return limited(key, scalarOrEmpty(key), longest).value();
    }

    private Text scalarOrEmpty(String key) {
        return has(key) ? scalar(key, values.get(key)) : new Text("", place());
    }

    private Text limited(String key, Text text, int longest) {
        int length = text.value().length();
        if (length > longest) {
            problems.error(
                    text.place(),
                    "“" + key + "” has " + length + " characters; there is room for " + longest + ".",
                    "Shorten it by " + (length - longest) + ".");
        }
        return text;
    }

    private Text scalar(String key, Node value) {
        SourceLocation place = place(value);
        if (!(value instanceof ScalarNode scalar)) {
            problems.error(place, "“" + key + "” should be a text.", "Put it in quotation marks if it has [ ] or { }.");
            return new Text("", place);
        }
        String text = scalar.getValue().strip();
        if (text.isEmpty() || scalar.getTag().equals(Tag.NULL)) {
            problems.error(place, "“" + key + "” is empty.", "Write it, or remove the key.");
            return new Text("", place);
        }
        return new Text(text, place);
    }

    /** Reads an id. Reports one that is not lowercase words joined by hyphens. */
    String id(String key) {
        String id = text(key);
        if (!id.isEmpty() && !id.matches("[a-z0-9]+(-[a-z0-9]+)*") || id.length() > Limits.ID) {
            error(
                    key,
                    "“" + id + "” is not an id.",
                    "Use lower-case words joined by hyphens, at most " + Limits.ID + " characters.");
        }
        return id;
    }

    /** Reports an id that differs from {@code name}, the name of its folder or file. Always returns {@code name}. */
    String id(String key, String name) {
        String id = id(key);
        if (!id.isEmpty() && !id.equals(name)) {
            error(key, "The " + key + " is “" + id + "”, but the name here is “" + name + "”.", "Make them the same.");
        }
        return name;
    }

    boolean flag(String key, boolean otherwise) {
        String text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.equals("true") && !text.equals("false")) {
            error(key, "“" + key + "” is true or false, not “" + text + "”.", "Write true or false.");
        }
        return text.equals("true");
    }

    int whole(String key, int otherwise, int from, int to) {
        String text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.matches("-?\\d{1,9}") && Integer.parseInt(text) >= from && Integer.parseInt(text) <= to) {
            return Integer.parseInt(text);
        }
        error(
                key,
                "“" + key + "” is a whole number from " + from + " to " + to + ", not “" + text + "”.",
                "Change it.");
        return otherwise;
    }

    /** Reads a number; a percentage is returned as a fraction, so 12% is 0.12. */
    BigDecimal number(String key, BigDecimal otherwise) {
        String text = text(key).replace(" ", "").replace("_", "");
        if (text.isEmpty()) {
            return otherwise;
        }
        boolean percent = text.endsWith("%");
        String digits = percent ? text.substring(0, text.length() - 1) : text;
        if (!digits.matches("[-+]?\\d{1,15}(\\.\\d{1,15})?")) {
            error(
                    key,
                    "“" + key + "” is a number, not “" + text + "”.",
                    "Write digits with a decimal point: 0.5 or 12%.");
            return otherwise;
        }
        BigDecimal number = new BigDecimal(digits);
        return percent ? number.movePointLeft(2) : number;
    }

    /** Reads a value that must be one of {@code words}. */
    String word(String key, String otherwise, List<String> words) {
        String text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!words.contains(text)) {
            error(
                    key,
                    "“" + text + "” is not a " + key + ".",
                    DidYouMean.among(words, text).orElse("Use one of " + String.join(", ", words) + "."));
            return otherwise;
        }
        return text;
    }

    /** The texts of a list. */
    List<Text> texts(String key, int longest) {
        return items(key).stream()
                .map(item -> limited(key, scalar(key, item), longest))
                .toList();
    }

    List<String> ids(String key) {
        return texts(key, Limits.ID).stream().map(Text::value).toList();
    }

    /** The mappings of a list. */
    List<Fields> maps(String key) {
        return items(key).stream()
                .map(item -> new Fields(file, linesBefore, item, problems))
                .toList();
    }

    Optional<Fields> map(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> new Fields(file, linesBefore, value, problems));
    }

    /** The lists of a list. */
    List<List<Text>> rows(String key, int longest) {
        List<List<Text>> rows = new ArrayList<>();
        for (Node row : items(key)) {
            if (row instanceof SequenceNode sequence) {
                rows.add(sequence.getValue().stream()
                        .map(cell -> limited(key, scalar(key, cell), longest))
                        .toList());
            } else {
                problems.error(place(row), "A row should be a list.", "Write it as [first, second].");
            }
        }
        return rows;
    }

    private List<Node> items(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problems.error(place(value), "“" + key + "” should be a list.", "Write [a, b], or lines that begin with “- ”.");
        return List.of();
    }
}
