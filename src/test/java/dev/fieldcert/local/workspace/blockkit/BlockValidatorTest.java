package dev.fieldcert.local.workspace.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BlockValidatorTest {

    private final BlockValidator validator =
            new BlockValidator(file -> Json.text(file, "id").equals("F1"));

    /** Each block at its limit, and the same one step over it with Slack's complaint. */
    static Stream<Arguments> limits() {
        return Stream.of(
                limit(
                        n -> header("x".repeat(n)),
                        150,
                        "must be less than 151 characters [json-pointer:/blocks/0/text/text]"),
                limit(
                        n -> section("x".repeat(n)),
                        3000,
                        "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
                limit(n -> fields(n, 5), 10, "no more than 10 items allowed [json-pointer:/blocks/0/fields]"),
                limit(
                        n -> fields(1, n),
                        2000,
                        "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]"),
                limit(n -> actions(n), 25, "no more than 25 items allowed [json-pointer:/blocks/0/elements]"),
                limit(
                        n -> actions(button("a", "x".repeat(n), "v")),
                        75,
                        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]"),
                limit(
                        n -> actions(button("a", "x", "v".repeat(n))),
                        2000,
                        "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]"),
                limit(
                        n -> actions(button("a".repeat(n), "x", "v")),
                        255,
                        "must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]"),
                limit(
                        n -> actions(with(button("a", "x", "v"), "url", "\"" + "u".repeat(n) + "\"")),
                        3000,
                        "must be less than 3001 characters [json-pointer:/blocks/0/elements/0/url]"),
                limit(n -> context(n), 10, "no more than 10 items allowed [json-pointer:/blocks/0/elements]"),
                limit(
                        n -> actions(choice("checkboxes", n, 5, 5)),
                        10,
                        "no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]"),
                limit(
                        n -> actions(choice("radio_buttons", 1, n, 5)),
                        75,
                        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]"),
                limit(
                        n -> actions(choice("radio_buttons", 1, 5, n)),
                        150,
                        "must be less than 151 characters [json-pointer:/blocks/0/elements/0/options/0/value]"),
                limit(
                        n -> actions(choice("static_select", n, 5, 6)),
                        100,
                        "no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]"),
                limit(
                        n -> actions(choice("overflow", n, 5, 5)),
                        5,
                        "no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]"),
                limit(
                        n -> "{'type':'image','image_url':'https://e.org/a.png','alt_text':'%s'}"
                                .formatted("x".repeat(n)),
                        2000,
                        "must be less than 2001 characters [json-pointer:/blocks/0/alt_text]"),
                limit(
                        n -> input("x".repeat(n), "{'type':'plain_text_input','action_id':'a'}"),
                        2000,
                        "must be less than 2001 characters [json-pointer:/blocks/0/label/text]"),
                limit(
                        n -> input("x", "{'type':'plain_text_input','action_id':'a','max_length':%d}".formatted(n)),
                        3000,
                        "must be at most 3000 [json-pointer:/blocks/0/element/max_length]"),
                limit(
                        n -> input(
                                "x",
                                "{'type':'plain_text_input','placeholder':{'type':'plain_text','text':'%s'}}"
                                        .formatted("x".repeat(n))),
                        150,
                        "must be less than 151 characters [json-pointer:/blocks/0/element/placeholder/text]"),
                limit(
                        n -> actions(with(button("a", "x", "v"), "confirm", confirm(n, 1, 1))),
                        100,
                        "must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]"),
                limit(
                        n -> actions(with(button("a", "x", "v"), "confirm", confirm(1, n, 1))),
                        300,
                        "must be less than 301 characters [json-pointer:/blocks/0/elements/0/confirm/text/text]"),
                limit(
                        n -> actions(with(button("a", "x", "v"), "confirm", confirm(1, 1, n))),
                        30,
                        "must be less than 31 characters [json-pointer:/blocks/0/elements/0/confirm/confirm/text]"));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void takesWhatIsAtTheLimitAndRefusesOneMore(String atLimit, String over, String complaint) {
        assertThat(message(atLimit)).isEmpty();
        assertThat(message(over)).containsExactly(complaint);
    }

    @Test
    void takesFiftyBlocksInAMessageAndAHundredInAView() {
        assertThat(message(Collections.nCopies(50, "{'type':'divider'}"))).isEmpty();
        assertThat(message(Collections.nCopies(51, "{'type':'divider'}")))
                .containsExactly("no more than 50 items allowed [json-pointer:/blocks]");
        assertThat(validator.view(home(100), "home")).isEmpty();
        assertThat(validator.view(home(101), "home"))
                .containsExactly("no more than 100 items allowed [json-pointer:/view/blocks]");
    }

    @Test
    void countsAnEmojiAsOneCharacter() {
        assertThat(message(header("🏅".repeat(150)))).isEmpty();
    }

    @Test
    void refusesAnImageThatSaysNothingToAScreenReader() {
        assertThat(message("{'type':'image','image_url':'https://e.org/a.png'}"))
                .containsExactly("missing required field: alt_text [json-pointer:/blocks/0]");
    }

    @Test
    void wantsOnePictureSourceAndKnowsItsFiles() {
        assertThat(message("{'type':'image','alt_text':'a badge','slack_file':{'id':'F1'}}"))
                .isEmpty();
        assertThat(message("{'type':'image','alt_text':'a badge','slack_file':{'id':'F2'}}"))
                .containsExactly("invalid slack file [json-pointer:/blocks/0]");
        assertThat(message("{'type':'image','alt_text':'a badge'}"))
                .containsExactly(
                        "must define either `image_url` or `slack_file`, but not both [json-pointer:/blocks/0]");
    }

    @Test
    void wantsAWebAddressForAPicture() {
        assertThat(message("{'type':'image','alt_text':'a badge','image_url':'file:///etc/passwd'}"))
                .containsExactly("must be a valid URL [json-pointer:/blocks/0/image_url]");
    }

    @Test
    void refusesEmptyTextsUnknownTypesAndUnknownProperties() {
        assertThat(message(section("")))
                .containsExactly("must be more than 0 characters [json-pointer:/blocks/0/text/text]");
        assertThat(message("{'type':'sektion'}"))
                .containsExactly("unsupported type: sektion [json-pointer:/blocks/0/type]");
        assertThat(message("{'type':'divider','color':'red'}"))
                .containsExactly("invalid additional property: color [json-pointer:/blocks/0]");
        assertThat(message("{'type':'section'}"))
                .containsExactly("must define either `text` or `fields` [json-pointer:/blocks/0]");
        assertThat(message("{'type':'header','text':{'type':'mrkdwn','text':'x'}}"))
                .containsExactly("unsupported type: mrkdwn [json-pointer:/blocks/0/text]");
    }

    @Test
    void refusesTheSameIdTwice() {
        assertThat(message(actions(button("go", "One", "1") + "," + button("go", "Two", "2"))))
                .containsExactly("`action_id` \"go\" already exists [json-pointer:/blocks/0/elements/1/action_id]");
        String named = "{'type':'divider','block_id':'b'}";
        assertThat(message(List.of(named, named)))
                .containsExactly("`block_id` \"b\" already exists [json-pointer:/blocks/1/block_id]");
    }

    @Test
    void refusesAnInitialChoiceThatIsNotOffered() {
        String initial = with(
                choice("radio_buttons", 2, 3, 3),
                "initial_option",
                "{'text':{'type':'plain_text','text':'xxx'},'value':'no'}");
        assertThat(message(actions(initial)))
                .containsExactly(
                        "must match one of the provided options [json-pointer:/blocks/0/elements/0/initial_option]");
        String offered = with(
                choice("radio_buttons", 2, 3, 3),
                "initial_option",
                "{'text':{'type':'plain_text','text':'xxx'},'value':'vv1'}");
        assertThat(message(actions(offered))).isEmpty();
    }

    @Test
    void refusesAMultiSelectAmongActionsAndAFileInputInAMessage() {
        assertThat(message(actions(choice("multi_static_select", 2, 3, 3))))
                .containsExactly("unsupported type: multi_static_select [json-pointer:/blocks/0/elements/0/type]");
        assertThat(message(input("Plan", "{'type':'file_input','action_id':'f'}")))
                .containsExactly("unsupported type: file_input [json-pointer:/blocks/0/element/type]");
    }

    @Test
    void holdsModalsToTheirTitleSubmitAndMetadata() {
        assertThat(validator.view(modal("x".repeat(24), "", "{'type':'divider'}"), "modal"))
                .isEmpty();
        assertThat(validator.view(modal("x".repeat(25), "", "{'type':'divider'}"), "modal"))
                .containsExactly("must be less than 25 characters [json-pointer:/view/title/text]");
        assertThat(validator.view(modal("x", "", input("Name", "{'type':'plain_text_input'}")), "modal"))
                .containsExactly(
                        "must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/0/input]");
        String metadata = ",'private_metadata':'" + "m".repeat(3001) + "'";
        assertThat(validator.view(modal("x", metadata, "{'type':'divider'}"), "modal"))
                .containsExactly("must be less than 3001 characters [json-pointer:/view/private_metadata]");
        assertThat(validator.view(home(1), "modal")).containsExactly("must be `modal` [json-pointer:/view/type]");
    }

    private interface Sized {
        String of(int size);
    }

    private static Arguments limit(Sized block, int most, String complaint) {
        return Arguments.of(block.of(most), block.of(most + 1), complaint);
    }

    private List<String> message(String block) {
        return message(List.of(block));
    }

    private List<String> message(List<String> blocks) {
        return validator.message((JsonArray) json("[" + String.join(",", blocks) + "]"));
    }

    private static com.google.gson.JsonElement json(String text) {
        return JsonParser.parseString(text.replace('\'', '"'));
    }

    private static String header(String text) {
        return "{'type':'header','text':{'type':'plain_text','text':'%s'}}".formatted(text);
    }

    private static String section(String text) {
        return "{'type':'section','text':{'type':'mrkdwn','text':'%s'}}".formatted(text);
    }

    private static String fields(int count, int length) {
        String field = "{'type':'mrkdwn','text':'%s'}".formatted("x".repeat(length));
        return "{'type':'section','fields':[%s]}".formatted(String.join(",", Collections.nCopies(count, field)));
    }

    private static String context(int count) {
        return "{'type':'context','elements':[%s]}"
                .formatted(String.join(",", Collections.nCopies(count, "{'type':'mrkdwn','text':'x'}")));
    }

    private static String actions(int count) {
        var buttons = Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> button("a" + i, "x", "v"))
                .toList();
        return actions(String.join(",", buttons));
    }

    private static String actions(String elements) {
        return "{'type':'actions','elements':[%s]}".formatted(elements);
    }

    private static String button(String actionId, String text, String value) {
        return "{'type':'button','action_id':'%s','text':{'type':'plain_text','text':'%s'},'value':'%s'}"
                .formatted(actionId, text, value);
    }

    private static String choice(String type, int count, int text, int value) {
        var options = Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> "{'text':{'type':'plain_text','text':'%s'},'value':'%s'}"
                        .formatted("x".repeat(text), padded(i, value)))
                .toList();
        return "{'type':'%s','action_id':'a','options':[%s]}".formatted(type, String.join(",", options));
    }

    private static String padded(int number, int length) {
        String digits = Integer.toString(number);
        return "v".repeat(length - digits.length()) + digits;
    }

    private static String input(String label, String element) {
        return "{'type':'input','label':{'type':'plain_text','text':'%s'},'element':%s}".formatted(label, element);
    }

    private static String confirm(int title, int text, int button) {
        return ("{'title':{'type':'plain_text','text':'%s'},'text':{'type':'plain_text','text':'%s'},"
                        + "'confirm':{'type':'plain_text','text':'%s'},'deny':{'type':'plain_text','text':'No'}}")
                .formatted("x".repeat(title), "x".repeat(text), "x".repeat(button));
    }

    private static String with(String element, String property, String value) {
        return element.substring(0, element.length() - 1) + ",'" + property + "':" + value + "}";
    }

    private static JsonObject home(int blocks) {
        return (JsonObject) json("{'type':'home','blocks':[%s]}"
                .formatted(String.join(",", Collections.nCopies(blocks, "{'type':'divider'}"))));
    }

    private static JsonObject modal(String title, String more, String block) {
        return (JsonObject) json("{'type':'modal','title':{'type':'plain_text','text':'%s'}%s,'blocks':[%s]}"
                .formatted(title, more, block));
    }
}
