package dev.fieldcert.local.workspace.blockkit;

import static dev.fieldcert.local.workspace.blockkit.Rule.array;
import static dev.fieldcert.local.workspace.blockkit.Rule.bool;
import static dev.fieldcert.local.workspace.blockkit.Rule.plainText;
import static dev.fieldcert.local.workspace.blockkit.Rule.shape;
import static dev.fieldcert.local.workspace.blockkit.Rule.string;
import static dev.fieldcert.local.workspace.blockkit.Rule.typed;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Refuses the blocks and views that Slack refuses, and says why in Slack's words. */
public final class BlockValidator {

    private static final Rule VIEW = typed(Map.of(
            "modal",
                    view().required("title", plainText(BlockLimits.VIEW_TITLE))
                            .optional("submit", plainText(BlockLimits.VIEW_TITLE))
                            .optional("close", plainText(BlockLimits.VIEW_TITLE))
                            .optional("clear_on_close", bool())
                            .optional("notify_on_close", bool())
                            .optional("submit_disabled", bool()),
            "home", view()));

    private final Predicate<JsonObject> fileExists;

    /** @param fileExists whether a {@code slack_file} names an image that the app can see */
    public BlockValidator(Predicate<JsonObject> fileExists) {
        this.fileExists = fileExists;
    }

    private static Rule.Shape view() {
        return shape().required("blocks", array(0, BlockLimits.BLOCKS_IN_VIEW, typed(BlockRules.ALL)))
                .optional("private_metadata", string(0, BlockLimits.PRIVATE_METADATA))
                .optional("callback_id", string(1, BlockLimits.CALLBACK_ID))
                .optional("external_id", string(1, BlockLimits.ID));
    }

    /**
     * The problems in a message's blocks, as {@code response_metadata.messages} has them, but without {@code [ERROR]}.
     */
    public List<String> message(JsonArray blocks) {
        var problems = new Problems();
        array(0, BlockLimits.BLOCKS_IN_MESSAGE, typed(BlockRules.ALL)).check(blocks, "/blocks", problems);
        together(blocks, "/blocks", problems);
        for (int i = 0; i < blocks.size(); i++) {
            if (Json.text(Json.child(blocks.get(i), "element"), "type").equals("file_input")) {
                problems.add("/blocks/" + i + "/element/type", "unsupported type: file_input");
            }
        }
        return problems.messages();
    }

    /** The problems in a view. {@code type} is the type of view that is expected: {@code modal} or {@code home}. */
    public List<String> view(JsonElement view, String type) {
        var problems = new Problems();
        VIEW.check(view, "/view", problems);
        if (problems.isEmpty() && !Json.text(view, "type").equals(type)) {
            problems.add("/view/type", "must be `%s`".formatted(type));
        }
        var blocks = Json.get(view, "blocks").filter(JsonElement::isJsonArray);
        blocks.ifPresent(array -> {
            together(array.getAsJsonArray(), "/view/blocks", problems);
            submitsInputs(view, array.getAsJsonArray(), problems);
        });
        return problems.messages();
    }

    private void submitsInputs(JsonElement view, JsonArray blocks, Problems problems) {
        if (!Json.text(view, "type").equals("modal") || Json.has(view, "submit")) {
            return;
        }
        for (int i = 0; i < blocks.size(); i++) {
            if (Json.text(blocks.get(i), "type").equals("input")) {
                problems.add("/view/blocks/" + i + "/input", "must define `submit` to use an `input` block in modals");
            }
        }
    }

    private void together(JsonArray blocks, String at, Problems problems) {
        var blockIds = new HashSet<String>();
        int focused = 0;
        for (int i = 0; i < blocks.size(); i++) {
            if (!blocks.get(i).isJsonObject()) {
                continue;
            }
            JsonObject block = blocks.get(i).getAsJsonObject();
            String here = at + "/" + i;
            String blockId = Json.text(block, "block_id");
            if (!blockId.isEmpty() && !blockIds.add(blockId)) {
                problems.add(here + "/block_id", "`block_id` \"%s\" already exists".formatted(blockId));
            }
            var actionIds = new HashSet<String>();
            for (Blocks.Placed placed : Blocks.elements(block)) {
                String actionId = Json.text(placed.element(), "action_id");
                if (!actionId.isEmpty() && !actionIds.add(actionId)) {
                    problems.add(
                            here + placed.path() + "/action_id",
                            "`action_id` \"%s\" already exists".formatted(actionId));
                }
                focused += Json.flag(placed.element(), "focus_on_load") ? 1 : 0;
            }
            missingFiles(block, here, problems);
        }
        if (focused > 1) {
            problems.add(at, "only one element can be set to `focus_on_load`");
        }
    }

    private void missingFiles(JsonObject block, String at, Problems problems) {
        var images = new ArrayList<JsonObject>(Json.objects(block, "elements"));
        images.add(block);
        images.add(Json.child(block, "accessory"));
        for (JsonObject image : images) {
            if (Json.has(image, "slack_file") && !fileExists.test(Json.child(image, "slack_file"))) {
                problems.add(at, "invalid slack file");
            }
        }
    }

    /** The total length of the text in the blocks, in characters. */
    public static int totalText(JsonElement json) {
        if (json.isJsonArray()) {
            int sum = 0;
            for (JsonElement item : json.getAsJsonArray()) {
                sum += totalText(item);
            }
            return sum;
        }
        if (!json.isJsonObject()) {
            return 0;
        }
        int sum = 0;
        for (var property : json.getAsJsonObject().entrySet()) {
            boolean isText =
                    property.getKey().equals("text") && property.getValue().isJsonPrimitive();
            sum += isText ? property.getValue().getAsString().length() : totalText(property.getValue());
        }
        return sum;
    }
}
