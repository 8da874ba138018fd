package dev.fieldcert.conversation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.state.SurfaceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** One message or view as a person reads it: its text, and what in it can be clicked or filled in. */
public final class Screen {

    /** An element with the words that belong to it: the label of its input block, the text of its section. */
    record Field(String blockId, String label, JsonObject element) {

        String type() {
            return text(element, "type");
        }

        String actionId() {
            return text(element, "action_id");
        }

        List<JsonObject> options() {
            var options = objects(element, "options");
            objects(element, "option_groups").forEach(group -> options.addAll(objects(group, "options")));
            return options;
        }

        Optional<String> valueOf(String option) {
            return options().stream()
                    .filter(one -> plain(one.get("text")).equals(option))
                    .map(one -> text(one, "value"))
                    .findFirst();
        }

        boolean isButton() {
            return type().equals("button");
        }

        boolean isCalled(String name) {
            return plain(element.get("text")).equals(name)
                    || text(element, "accessibility_label").equals(name);
        }
    }

    private static final Pattern MARKUP = Pattern.compile("<([^<>|]+)(?:\\|([^<>]*))?>");

    private final SurfaceRef place;
    private final JsonObject json;
    private final UnaryOperator<String> nameOf;

    /** @param nameOf the handle of a user id */
    Screen(SurfaceRef place, JsonObject json, UnaryOperator<String> nameOf) {
        this.place = place;
        this.json = json;
        this.nameOf = nameOf;
    }

    /** A screen that nobody was shown yet, with its people by their ids. */
    public static String read(JsonObject json) {
        String submit = plain(json.get("submit"));
        return new Screen(null, json, id -> id).read()
                + (submit.isEmpty() ? "" : "\n[" + submit + "] [" + plain(json.get("close")) + "]");
    }

    SurfaceRef place() {
        return place;
    }

    JsonObject json() {
        return json;
    }

    List<Field> fields() {
        var fields = new ArrayList<Field>();
        for (JsonObject block : objects(json, "blocks")) {
            String blockId = text(block, "block_id");
            switch (text(block, "type")) {
                case "actions" ->
                    objects(block, "elements").forEach(element -> fields.add(new Field(blockId, "", element)));
                case "section" -> {
                    if (block.has("accessory")) {
                        fields.add(new Field(blockId, plain(block.get("text")), block.getAsJsonObject("accessory")));
                    }
                }
                case "input" ->
                    fields.add(new Field(blockId, plain(block.get("label")), block.getAsJsonObject("element")));
                default -> {}
            }
        }
        return fields;
    }

    /** Everything there is to read, a block a paragraph; buttons in square brackets. */
    String read() {
        var lines = new ArrayList<String>();
        if (json.has("title")) {
            lines.add(plain(json.get("title")));
        }
        var blocks = objects(json, "blocks");
        if (blocks.isEmpty()) {
            lines.add(shown(text(json, "text")));
        }
        blocks.forEach(block -> read(block, lines));
        objects(json, "files").forEach(file -> lines.add("[file " + text(file, "name") + "]"));
        return String.join("\n", lines).strip();
    }

    private void read(JsonObject block, List<String> lines) {
        switch (text(block, "type")) {
            case "divider" -> lines.add("———");
            case "image" -> {
                addIfAny(lines, plain(block.get("title")));
                lines.add("[picture: " + text(block, "alt_text") + "]");
            }
            case "rich_text" -> lines.add(richText(block));
            case "actions" -> lines.add(elements(objects(block, "elements")));
            case "context" -> {
                var parts = new ArrayList<String>();
                objects(block, "elements")
                        .forEach(part -> parts.add(
                                text(part, "type").equals("image")
                                        ? "[picture: " + text(part, "alt_text") + "]"
                                        : shown(plain(part))));
                lines.add(String.join(" ", parts));
            }
            case "input" -> {
                lines.add(plain(block.get("label")));
                addIfAny(lines, plain(block.get("hint")));
                lines.add(element(block.getAsJsonObject("element")));
            }
            default -> {
                addIfAny(lines, shown(plain(block.get("text"))));
                objects(block, "fields").forEach(field -> lines.add(shown(plain(field))));
                if (block.has("accessory")) {
                    lines.add(element(block.getAsJsonObject("accessory")));
                }
            }
        }
    }

    private static void addIfAny(List<String> lines, String text) {
        if (!text.isEmpty()) {
            lines.add(text);
        }
    }

    private String elements(List<JsonObject> elements) {
        return String.join(" ", elements.stream().map(this::element).toList());
    }

    private String element(JsonObject element) {
        return switch (text(element, "type")) {
            case "button" -> "[" + plain(element.get("text")) + "]";
            case "image" -> "[picture: " + text(element, "alt_text") + "]";
            case "checkboxes", "radio_buttons", "static_select", "multi_static_select", "overflow" -> {
                var lines = new ArrayList<String>();
                new Field("", "", element).options().forEach(option -> {
                    String description = plain(option.get("description"));
                    lines.add("○ " + shown(plain(option.get("text")))
                            + (description.isEmpty() ? "" : " – " + description));
                });
                yield String.join("\n", lines);
            }
            default ->
                "[" + (element.has("placeholder") ? plain(element.get("placeholder")) : text(element, "type")) + "]";
        };
    }

    private static String richText(JsonElement part) {
        var words = new StringBuilder();
        if (part.isJsonArray()) {
            part.getAsJsonArray().forEach(one -> words.append(richText(one)));
        } else if (part.isJsonObject()) {
            words.append(text(part.getAsJsonObject(), "text"));
            if (part.getAsJsonObject().has("elements")) {
                words.append(richText(part.getAsJsonObject().get("elements")));
            }
        }
        return words.toString();
    }

    /** Markup as a person sees it; what would notify many people says so. */
    private String shown(String mrkdwn) {
        String links = MARKUP.matcher(mrkdwn).replaceAll(found -> {
            String target = found.group(1);
            String name = found.group(2);
            String seen = target;
            if (target.startsWith("@")) {
                seen = "@" + nameOf.apply(target.substring(1));
            } else if (target.startsWith("#")) {
                seen = name == null ? target : "#" + name;
            } else if (target.matches("!(channel|here|everyone)")) {
                seen = "@" + target.substring(1) + " (notifies everybody)";
            } else if (name != null) {
                seen = name;
            }
            return java.util.regex.Matcher.quoteReplacement(seen);
        });
        return links.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    static String plain(JsonElement textObject) {
        return textObject == null || !textObject.isJsonObject() ? "" : text(textObject.getAsJsonObject(), "text");
    }

    static String text(JsonObject object, String key) {
        JsonElement value = object.get(key);
        return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
    }

    static List<JsonObject> objects(JsonObject object, String key) {
        var list = new ArrayList<JsonObject>();
        JsonElement array = object.get(key);
        if (array instanceof JsonArray items) {
            items.forEach(item -> list.add(item.getAsJsonObject()));
        }
        return list;
    }
}
