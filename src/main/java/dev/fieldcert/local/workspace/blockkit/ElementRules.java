package dev.fieldcert.local.workspace.blockkit;

import static dev.fieldcert.local.workspace.blockkit.Rule.any;
import static dev.fieldcert.local.workspace.blockkit.Rule.anyText;
import static dev.fieldcert.local.workspace.blockkit.Rule.array;
import static dev.fieldcert.local.workspace.blockkit.Rule.bool;
import static dev.fieldcert.local.workspace.blockkit.Rule.integer;
import static dev.fieldcert.local.workspace.blockkit.Rule.matching;
import static dev.fieldcert.local.workspace.blockkit.Rule.oneOf;
import static dev.fieldcert.local.workspace.blockkit.Rule.plainText;
import static dev.fieldcert.local.workspace.blockkit.Rule.shape;
import static dev.fieldcert.local.workspace.blockkit.Rule.string;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each type of interactive element may contain, from https://docs.slack.dev/reference/block-kit/block-elements.
 */
final class ElementRules {

    private static final Rule CONFIRM = shape().required("title", plainText(BlockLimits.CONFIRM_TITLE))
            .required("text", anyText(BlockLimits.CONFIRM_TEXT))
            .required("confirm", plainText(BlockLimits.CONFIRM_BUTTON))
            .required("deny", plainText(BlockLimits.CONFIRM_BUTTON))
            .optional("style", oneOf("primary", "danger"));
    private static final Rule MENU_OPTION = option(plainText(BlockLimits.OPTION), plainText(BlockLimits.OPTION));
    private static final Rule CHOICE = option(anyText(BlockLimits.OPTION), anyText(BlockLimits.OPTION));
    private static final Rule DISPATCH =
            shape().optional("trigger_actions_on", array(1, 2, oneOf("on_enter_pressed", "on_character_entered")));
    private static final Rule FILTER = shape().optional("include", array(1, 4, any()))
            .optional("exclude_external_shared_channels", bool())
            .optional("exclude_bot_users", bool());
    private static final Rule DATE = matching("\\d{4}-\\d{2}-\\d{2}", "must be a valid date of format YYYY-MM-DD");

    private static final Rule IMAGE_URL = (value, at, problems) -> {
        string(1, BlockLimits.URL).check(value, at, problems);
        matching("(?is)https?://.+", "must be a valid URL").check(value, at, problems);
    };

    /** The rule for each {@code type} of element. */
    static final Map<String, Rule> ALL = all();

    private ElementRules() {}

    private static Map<String, Rule> all() {
        var rules = new HashMap<String, Rule>();
        rules.put("image", image(shape()));
        rules.put(
                "button",
                element()
                        .required("text", plainText(BlockLimits.BUTTON))
                        .optional("value", string(1, BlockLimits.BUTTON_VALUE))
                        .optional("url", string(1, BlockLimits.URL))
                        .optional("style", oneOf("primary", "danger"))
                        .optional("accessibility_label", string(1, BlockLimits.BUTTON))
                        .optional("confirm", CONFIRM));
        rules.put(
                "overflow",
                element()
                        .required(
                                "options",
                                array(
                                        1,
                                        BlockLimits.OVERFLOW_OPTIONS,
                                        option(plainText(BlockLimits.OPTION), plainText(BlockLimits.OPTION))
                                                .optional("url", string(1, BlockLimits.URL))))
                        .optional("confirm", CONFIRM));
        rules.put("checkboxes", among("initial_options", focusable().required("options", choices())));
        rules.put("radio_buttons", among("initial_option", focusable().required("options", choices())));
        rules.put("static_select", among("initial_option", staticMenu(menu())));
        rules.put("multi_static_select", among("initial_options", staticMenu(multiMenu())));
        rules.put("users_select", menu().optional("initial_user", string(1, BlockLimits.ID)));
        rules.put("multi_users_select", multiMenu().optional("initial_users", array(0, 1000, any())));
        rules.put(
                "channels_select",
                menu().optional("initial_channel", string(1, BlockLimits.ID)).optional("response_url_enabled", bool()));
        rules.put("multi_channels_select", multiMenu().optional("initial_channels", array(0, 1000, any())));
        rules.put(
                "conversations_select",
                menu().optional("initial_conversation", string(1, BlockLimits.ID))
                        .optional("default_to_current_conversation", bool())
                        .optional("response_url_enabled", bool())
                        .optional("filter", FILTER));
        rules.put(
                "multi_conversations_select",
                multiMenu()
                        .optional("initial_conversations", array(0, 1000, any()))
                        .optional("default_to_current_conversation", bool())
                        .optional("filter", FILTER));
        rules.put("datepicker", menu().optional("initial_date", DATE));
        rules.put(
                "timepicker",
                menu().optional(
                                "initial_time",
                                matching("([01]\\d|2[0-3]):[0-5]\\d", "must be a valid time of format HH:mm"))
                        .optional("timezone", any()));
        rules.put(
                "datetimepicker", focusable().optional("initial_date_time", integer(1_000_000_000, Integer.MAX_VALUE)));
        rules.put(
                "plain_text_input",
                input().optional("initial_value", string(0, BlockLimits.INPUT_TEXT))
                        .optional("multiline", bool())
                        .optional("min_length", integer(0, BlockLimits.INPUT_TEXT))
                        .optional("max_length", integer(1, BlockLimits.INPUT_TEXT)));
        rules.put("email_text_input", input().optional("initial_value", string(0, BlockLimits.INPUT_TEXT)));
        rules.put("url_text_input", input().optional("initial_value", string(0, BlockLimits.INPUT_TEXT)));
        rules.put(
                "number_input",
                input().required("is_decimal_allowed", bool())
                        .optional("initial_value", string(1, BlockLimits.INPUT_TEXT))
                        .optional("min_value", string(1, BlockLimits.INPUT_TEXT))
                        .optional("max_value", string(1, BlockLimits.INPUT_TEXT)));
        rules.put(
                "file_input",
                element()
                        .optional("filetypes", array(1, 100, string(1, 20)))
                        .optional("max_files", integer(1, BlockLimits.FILES)));
        return Map.copyOf(rules);
    }

    /** Adds what image blocks and image elements have in common: a description, and exactly one of the two sources. */
    static Rule.Shape image(Rule.Shape shape) {
        return shape.required("alt_text", string(1, BlockLimits.ALT_TEXT))
                .optional("image_url", IMAGE_URL)
                .optional(
                        "slack_file",
                        shape().optional("id", string(1, BlockLimits.ID)).optional("url", string(1, BlockLimits.URL)))
                .also((value, at, problems) -> {
                    if (Json.has(value, "image_url") == Json.has(value, "slack_file")) {
                        problems.add(at, "must define either `image_url` or `slack_file`, but not both");
                    }
                });
    }

    private static Rule.Shape element() {
        return shape().optional("action_id", string(1, BlockLimits.ID));
    }

    private static Rule.Shape focusable() {
        return element().optional("focus_on_load", bool()).optional("confirm", CONFIRM);
    }

    private static Rule.Shape menu() {
        return focusable().optional("placeholder", plainText(BlockLimits.PLACEHOLDER));
    }

    private static Rule.Shape multiMenu() {
        return menu().optional("max_selected_items", integer(1, 1000));
    }

    private static Rule.Shape input() {
        return element()
                .optional("focus_on_load", bool())
                .optional("placeholder", plainText(BlockLimits.PLACEHOLDER))
                .optional("dispatch_action_config", DISPATCH);
    }

    private static Rule choices() {
        return array(1, BlockLimits.CHOICES, CHOICE);
    }

    private static Rule.Shape option(Rule text, Rule description) {
        return shape().required("text", text)
                .required("value", string(1, BlockLimits.OPTION_VALUE))
                .optional("description", description);
    }

    private static Rule.Shape staticMenu(Rule.Shape menu) {
        Rule group = shape().required("label", plainText(BlockLimits.GROUP_LABEL))
                .required("options", array(1, BlockLimits.SELECT_OPTIONS, MENU_OPTION));
        return menu.optional("options", array(1, BlockLimits.SELECT_OPTIONS, MENU_OPTION))
                .optional("option_groups", array(1, BlockLimits.SELECT_OPTIONS, group))
                .also((value, at, problems) -> {
                    if (Json.has(value, "options") == Json.has(value, "option_groups")) {
                        problems.add(at, "must define either `options` or `option_groups`, but not both");
                    }
                });
    }

    private static Rule among(String initial, Rule.Shape shape) {
        shape.optional(initial, any());
        return shape.also((element, at, problems) -> Json.get(element, initial).ifPresent(chosen -> {
            var offered = optionsOf(element.getAsJsonObject());
            List<JsonElement> wanted = new ArrayList<>();
            if (chosen.isJsonArray()) {
                chosen.getAsJsonArray().forEach(wanted::add);
            } else {
                wanted.add(chosen);
            }
            if (chosen.isJsonArray() && wanted.isEmpty()) {
                problems.add(at + "/" + initial, "must provide at least 1 items");
            }
            if (!wanted.stream().allMatch(one -> offered.contains(essence(one)))) {
                problems.add(at + "/" + initial, "must match one of the provided options");
            }
        }));
    }

    /** Every option of an element, grouped or not. */
    static List<JsonObject> options(JsonObject element) {
        var options = new ArrayList<>(Json.objects(element, "options"));
        Json.objects(element, "option_groups").forEach(group -> options.addAll(Json.objects(group, "options")));
        return options;
    }

    private static List<String> optionsOf(JsonObject element) {
        return options(element).stream().map(ElementRules::essence).toList();
    }

    private static String essence(JsonElement option) {
        return Json.text(option, "value") + "\n" + Json.text(Json.child(option, "text"), "text");
    }
}
