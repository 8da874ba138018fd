package dev.fieldcert.local.workspace.blockkit;

import static dev.fieldcert.local.workspace.blockkit.Rule.any;
import static dev.fieldcert.local.workspace.blockkit.Rule.anyText;
import static dev.fieldcert.local.workspace.blockkit.Rule.array;
import static dev.fieldcert.local.workspace.blockkit.Rule.bool;
import static dev.fieldcert.local.workspace.blockkit.Rule.plainText;
import static dev.fieldcert.local.workspace.blockkit.Rule.shape;
import static dev.fieldcert.local.workspace.blockkit.Rule.string;
import static dev.fieldcert.local.workspace.blockkit.Rule.typed;

import dev.fieldcert.local.workspace.wire.Json;
import java.util.HashMap;
import java.util.Map;

/** What each type of block may contain, from https://docs.slack.dev/reference/block-kit/blocks. */
final class BlockRules {

    private static final String[] MULTI = {
        "multi_static_select", "multi_users_select", "multi_channels_select", "multi_conversations_select"
    };
    private static final String[] IN_ACTIONS = {
        "button",
        "overflow",
        "checkboxes",
        "radio_buttons",
        "static_select",
        "users_select",
        "channels_select",
        "conversations_select",
        "datepicker",
        "timepicker",
        "datetimepicker"
    };
    private static final String[] TEXT_INPUTS = {
        "plain_text_input", "email_text_input", "url_text_input", "number_input"
    };

    /** The rule for each {@code type} of block. */
    static final Map<String, Rule> ALL = all();

    private BlockRules() {}

    private static Map<String, Rule> all() {
        var rules = new HashMap<String, Rule>();
        rules.put("divider", block());
        rules.put("header", block().required("text", plainText(BlockLimits.HEADER)));
        rules.put(
                "section",
                block().optional("text", anyText(BlockLimits.TEXT))
                        .optional("fields", array(1, BlockLimits.FIELDS, anyText(BlockLimits.FIELD)))
                        .optional("accessory", elements(IN_ACTIONS, MULTI, new String[] {"image"}))
                        .optional("expand", bool())
                        .also((value, at, problems) -> {
                            if (!Json.has(value, "text") && !Json.has(value, "fields")) {
                                problems.add(at, "must define either `text` or `fields`");
                            }
                        }));
        rules.put("actions", block().required("elements", array(1, BlockLimits.ACTIONS, elements(IN_ACTIONS))));
        rules.put("context", block().required("elements", array(1, BlockLimits.CONTEXT, contextElement())));
        rules.put("image", ElementRules.image(block()).optional("title", plainText(BlockLimits.IMAGE_TITLE)));
        rules.put(
                "input",
                block().required("label", plainText(BlockLimits.LABEL))
                        .required("element", elements(TEXT_INPUTS, MULTI, new String[] {
                            "checkboxes", "radio_buttons", "static_select", "users_select",
                            "channels_select", "conversations_select", "datepicker", "timepicker",
                            "datetimepicker", "file_input"
                        }))
                        .optional("hint", plainText(BlockLimits.LABEL))
                        .optional("optional", bool())
                        .optional("dispatch_action", bool()));
        rules.put("rich_text", block().required("elements", array(1, 1000, richText())));
        return Map.copyOf(rules);
    }

    private static Rule.Shape block() {
        return shape().optional("block_id", string(1, BlockLimits.ID));
    }

    private static Rule elements(String[]... types) {
        var rules = new HashMap<String, Rule>();
        for (String[] some : types) {
            for (String type : some) {
                rules.put(type, ElementRules.ALL.get(type));
            }
        }
        return typed(rules);
    }

    private static Rule contextElement() {
        return typed(Map.of(
                "image", ElementRules.ALL.get("image"),
                "plain_text", plainText(BlockLimits.TEXT),
                "mrkdwn", anyText(BlockLimits.TEXT)));
    }

    private static Rule richText() {
        Rule part = shape().required("elements", array(0, 1000, any()))
                .optional("style", any())
                .optional("indent", any())
                .optional("offset", any())
                .optional("border", any());
        return typed(Map.of(
                "rich_text_section", part,
                "rich_text_list", part,
                "rich_text_preformatted", part,
                "rich_text_quote", part));
    }
}
