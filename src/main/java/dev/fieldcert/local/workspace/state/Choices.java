package dev.fieldcert.local.workspace.state;

import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.blockkit.Blocks;
import dev.fieldcert.local.workspace.blockkit.ElementState;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What people have ticked, selected, and typed, whether it was sent or not. It is remembered per person and per
 * message or view, as in Slack.
 */
public final class Choices {

    private static final int REMEMBERED_PLACES = 5_000;

    private final Map<String, Map<String, JsonObject>> made = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, JsonObject>> eldest) {
            return size() > REMEMBERED_PLACES;
        }
    };

    public synchronized void make(String user, SurfaceRef place, String blockId, String actionId, JsonObject state) {
        made.computeIfAbsent(user + "/" + place, key -> new HashMap<>()).put(blockId + "/" + actionId, state);
    }

    public synchronized void forget(String user, SurfaceRef place) {
        made.remove(user + "/" + place);
    }

    synchronized Optional<JsonObject> made(String user, SurfaceRef place, String blockId, String actionId) {
        return Optional.ofNullable(
                made.getOrDefault(user + "/" + place, Map.of()).get(blockId + "/" + actionId));
    }

    /**
     * The {@code state.values} of a message or view: for every element that keeps a value, the person's choice or else
     * the initial value.
     */
    public JsonObject values(String user, SurfaceRef place, JsonObject messageOrView) {
        var values = new JsonObject();
        for (JsonObject block : Blocks.of(messageOrView)) {
            String blockId = Json.text(block, "block_id");
            var ofBlock = new LinkedHashMap<String, JsonObject>();
            for (Blocks.Placed placed : Blocks.elements(block)) {
                JsonObject element = placed.element();
                if (ElementState.isKept(element)) {
                    String actionId = Json.text(element, "action_id");
                    ofBlock.put(
                            actionId,
                            made(user, place, blockId, actionId)
                                    .filter(state -> fits(state, element))
                                    .orElseGet(() -> ElementState.initial(element)));
                }
            }
            if (!ofBlock.isEmpty()) {
                var json = new JsonObject();
                ofBlock.forEach(json::add);
                values.add(blockId, json);
            }
        }
        return values;
    }

    private static boolean fits(JsonObject state, JsonObject element) {
        return Json.text(state, "type").equals(Json.text(element, "type"));
    }
}
