package dev.fieldcert.local.workspace.blockkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Navigates lists of blocks. */
public final class Blocks {

    /** An element and its path in its block, for instance {@code /elements/2} or {@code /accessory}. */
    public record Placed(JsonObject element, String path) {}

    private Blocks() {}

    /** The interactive elements of a block, in reading order. */
    public static List<Placed> elements(JsonObject block) {
        var placed = new ArrayList<Placed>();
        switch (Json.text(block, "type")) {
            case "actions" -> {
                var elements = Json.objects(block, "elements");
                for (int i = 0; i < elements.size(); i++) {
                    placed.add(new Placed(elements.get(i), "/elements/" + i));
                }
            }
            case "section" -> {
                var accessory = Json.child(block, "accessory");
                if (accessory.size() > 0 && !Json.text(accessory, "type").equals("image")) {
                    placed.add(new Placed(accessory, "/accessory"));
                }
            }
            case "input" -> placed.add(new Placed(Json.child(block, "element"), "/element"));
            default -> {}
        }
        return placed;
    }

    public static List<JsonObject> of(JsonObject messageOrView) {
        return Json.objects(messageOrView, "blocks");
    }

    public static Optional<JsonObject> block(JsonObject messageOrView, String blockId) {
        return of(messageOrView).stream()
                .filter(block -> Json.text(block, "block_id").equals(blockId))
                .findFirst();
    }

    public static Optional<JsonObject> element(JsonObject messageOrView, String blockId, String actionId) {
        return block(messageOrView, blockId).stream()
                .flatMap(block -> elements(block).stream())
                .map(Placed::element)
                .filter(element -> Json.text(element, "action_id").equals(actionId))
                .findFirst();
    }

    /** A copy in which every block and every element has an id, as Slack stores them. */
    public static JsonArray withIds(JsonArray blocks, Supplier<String> ids) {
        JsonArray copy = blocks.deepCopy();
        for (JsonElement item : copy) {
            JsonObject block = item.getAsJsonObject();
            if (!Json.has(block, "block_id")) {
                block.addProperty("block_id", ids.get());
            }
            for (Placed placed : elements(block)) {
                if (!Json.has(placed.element(), "action_id")) {
                    placed.element().addProperty("action_id", ids.get());
                }
            }
        }
        return copy;
    }

    /** The text of all blocks, with one line per block, for use in a notification. */
    public static String readable(JsonArray blocks) {
        var lines = new ArrayList<String>();
        for (JsonElement block : blocks) {
            var line = new StringBuilder();
            collect(block, line);
            if (line.length() > 0) {
                lines.add(line.toString().strip());
            }
        }
        return String.join("\n", lines);
    }

    private static void collect(JsonElement json, StringBuilder line) {
        if (json.isJsonArray()) {
            json.getAsJsonArray().forEach(item -> collect(item, line));
        } else if (json.isJsonObject()) {
            for (var property : json.getAsJsonObject().entrySet()) {
                if (property.getKey().equals("text") && property.getValue().isJsonPrimitive()) {
                    line.append(property.getValue().getAsString()).append(' ');
                } else {
                    collect(property.getValue(), line);
                }
            }
        }
    }
}
