package dev.fieldcert.slack.blockkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What a screen shows and its top-level text, which is all that a screen reader reads, does not say. */
public final class ReadAloud {

    private ReadAloud() {}

    /** Everything to read in the blocks; what is on buttons and in overflow menus are controls, not content. */
    public static List<String> unsaid(String text, JsonArray blocks) {
        List<String> shown = new ArrayList<>();
        blocks.forEach(block -> collect(block.getAsJsonObject(), shown));
        return shown.stream().filter(words -> !text.contains(words)).toList();
    }

    private static void collect(JsonObject part, List<String> shown) {
        String type = part.has("type") ? part.get("type").getAsString() : "";
        if (type.equals("button") || type.equals("overflow")) {
            return;
        }
        if (part.has("text") && part.get("text").isJsonPrimitive()) {
            String words = part.get("text").getAsString();
            shown.add(type.equals("plain_text") ? Mrkdwn.escape(words) : words);
            return;
        }
        if (part.has("alt_text")) {
            shown.add(Mrkdwn.escape(part.get("alt_text").getAsString()));
        }
        for (String inside : List.of("text", "label", "accessory", "element", "elements", "fields", "options")) {
            JsonElement element = part.get(inside);
            if (element != null && element.isJsonObject()) {
                collect(element.getAsJsonObject(), shown);
            } else if (element != null && element.isJsonArray()) {
                element.getAsJsonArray().forEach(each -> collect(each.getAsJsonObject(), shown));
            }
        }
    }
}
