package dev.fieldcert.local.workspace.blockkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.ArrayList;
import java.util.List;

/** Why Slack would refuse a screen; nothing when it can be posted. */
public final class SlackRules {

    private static final BlockValidator VALIDATOR = new BlockValidator(file -> true);

    private SlackRules() {}

    public static List<String> problemsOfMessage(JsonArray blocks) {
        List<String> problems = new ArrayList<>(VALIDATOR.message(blocks));
        int length = BlockValidator.totalText(blocks);
        if (length > BlockLimits.TEXT_IN_ALL_BLOCKS) {
            problems.add("msg_blocks_too_long: " + length);
        }
        return problems;
    }

    public static List<String> problemsOfView(JsonObject view) {
        return VALIDATOR.view(view, Json.text(view, "type"));
    }
}
