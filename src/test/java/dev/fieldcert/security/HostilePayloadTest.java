package dev.fieldcert.security;

import static dev.fieldcert.security.Intruder.FIELD_CERT;
import static dev.fieldcert.security.Intruder.TYPE_FORM;
import static dev.fieldcert.security.Intruder.TYPE_JSON;
import static dev.fieldcert.security.Intruder.assertTellsNothing;
import static dev.fieldcert.security.Intruder.signed;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.fieldcert.slack.inbound.SlackEvents;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** Every kind of payload Slack sends, signed and complete, and then with parts that are missing, swapped or made up. */
class HostilePayloadTest {

    private static final String STRANGER = "U0STRANGER";

    /** What the bot answers to, with values that name nothing there is. */
    private static final Map<String, String> PAYLOADS = new TreeMap<>(Map.ofEntries(
            Map.entry("click in a message", click("{'type':'message','message_ts':'1.2','channel_id':'C1'}", "")),
            Map.entry("click in a view", click("{'type':'view','view_id':'V1'}", ",'view':" + view("journey"))),
            Map.entry("form", "{'type':'view_submission',%s,'view':%s}".formatted(who(), view("settings"))),
            Map.entry(
                    "form that was closed",
                    "{'type':'view_closed',%s,'view':%s,'is_cleared':false}".formatted(who(), view("pause"))),
            Map.entry(
                    "options",
                    "{'type':'block_suggestion',%s,'action_id':'pick','block_id':'b','value':'x','container':{'type':'view','view_id':'V1'},'view':%s}"
                            .formatted(who(), view("pick"))),
            Map.entry("shortcut", "{'type':'shortcut',%s,'callback_id':'none','trigger_id':'1.2'}".formatted(who())),
            Map.entry(
                    "message shortcut",
                    "{'type':'message_action',%s,'callback_id':'none','trigger_id':'1.2','response_url':'http://127.0.0.1:1/','message':{'type':'message','user':'U1','ts':'1.2','text':'x'},'channel':{'id':'C1','name':'c'}}"
                            .formatted(who())),
            Map.entry(
                    "message",
                    event(
                            "{'type':'message','channel':'D1','channel_type':'im','user':'U0STRANGER','text':'x','ts':'1.2'}")),
            Map.entry(
                    "message that was changed",
                    event(
                            "{'type':'message','subtype':'message_changed','channel':'D1','channel_type':'im','message':{'type':'message','user':'U0STRANGER','text':'x','ts':'1.2'},'ts':'1.3'}")),
            Map.entry(
                    "home",
                    event(
                            "{'type':'app_home_opened','user':'U0STRANGER','channel':'D1','tab':'messages','event_ts':'1.2'}")),
            Map.entry(
                    "person",
                    event(
                            "{'type':'user_change','user':{'id':'U0STRANGER','deleted':false,'tz':'Nowhere/None','profile':{'real_name':'x','email':'x'}}}")),
            Map.entry("event nobody listens to", event("{'type':'team_join','user':{'id':'U0STRANGER'}}"))));

    private static final List<String> BUTTONS =
            List.of("answer:1", "ready", "card", "enroll", "check", "review-work", "hand-in", "erase-do", "no-such");
    private static final List<String> FORMS =
            List.of("review-work", "hand-in", "admin-enroll-csv", "admin-enroll", "admin-erase", "no-such", "journey");

    private static String who() {
        return "'user':{'id':'U0STRANGER','name':'x','team_id':'T1'},'team':{'id':'T1','domain':'x'},'api_app_id':'A1','token':'x'";
    }

    private static String click(String container, String more) {
        return ("{'type':'block_actions',%s,'trigger_id':'1.2','response_url':'http://127.0.0.1:1/','container':%s,"
                        + "'channel':{'id':'C1','name':'c'},'state':{'values':{'b':{'a':{'type':'plain_text_input','value':'x'}}}},"
                        + "'actions':[{'type':'button','action_id':'answer:1','block_id':'b','value':'a9|0|x','action_ts':'1.2'}]%s}")
                .formatted(who(), container, more);
    }

    private static String view(String callback) {
        return ("{'id':'V1','team_id':'T1','type':'modal','callback_id':'%s','private_metadata':'none|none','hash':'h','blocks':[],"
                        + "'state':{'values':{'text':{'text':{'type':'plain_text_input','value':'x'}},'day':{'day':{'type':'datepicker','selected_date':'2026-13-40'}},"
                        + "'who':{'who':{'type':'multi_users_select','selected_users':['U1',null]}},"
                        + "'what':{'what':{'type':'static_select','selected_option':{'text':{'type':'plain_text','text':'x'},'value':'none'}}}}}}")
                .formatted(callback);
    }

    private static String event(String inner) {
        return "{'type':'event_callback','event_id':'Ev0','event_time':1,'team_id':'T1','api_app_id':'A1','token':'x','authorizations':[],'event':"
                + inner + "}";
    }

    private static JsonObject payload(String json) {
        return JsonParser.parseString(json.replace('\'', '"')).getAsJsonObject();
    }

    /** What a refused attempt at an admin's button leaves is wanted: the note of it. */
    private static Map<String, Long> state() {
        Map<String, Long> state = Intruder.state();
        state.remove("audit");
        // Words that are no command are a question, and anybody may ask one.
        state.remove("asked_questions");
        return state;
    }

    /** As Slack sends it: events as JSON, everything else as a form with one field. */
    private static HttpResponse<String> send(JsonObject payload, boolean event) {
        String json = payload.toString();
        return event
                ? signed(json.getBytes(StandardCharsets.UTF_8), TYPE_JSON)
                : signed(
                        ("payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8),
                        TYPE_FORM);
    }

    @Property(tries = 250, shrinking = ShrinkingMode.OFF)
    void noPayloadThatIsBentBreaksAnythingOrChangesAnything(@ForAll("kinds") String kind, @ForAll long seed) {
        Random random = new Random(seed);
        JsonObject payload = payload(PAYLOADS.get(kind));
        bind(payload, random);
        int bends = random.nextInt(4);
        for (int i = 0; i < bends; i++) {
            bend(payload, random);
        }
        Map<String, Long> before = state();

        HttpResponse<String> response = send(payload, payload.has("event"));

        assertThat(response.statusCode()).as(payload.toString()).isIn(200, 400, 404);
        assertTellsNothing(response);
        assertThat(state()).as(payload.toString()).isEqualTo(before);
        assertThat(FIELD_CERT.bean(SlackEvents.class).isRunning()).isTrue();
    }

    @Property(tries = 75, shrinking = ShrinkingMode.OFF)
    void noCommandThatIsBentBreaksAnythingOrChangesAnything(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, String> fields = new TreeMap<>(Map.of(
                "command", "/cert-admin",
                "text", "erase <@U1>",
                "user_id", STRANGER,
                "user_name", "x",
                "team_id", "T1",
                "channel_id", "C1",
                "response_url", "http://127.0.0.1:1/",
                "trigger_id", "1.2"));
        List<String> names = new ArrayList<>(fields.keySet());
        for (int i = random.nextInt(4); i > 0; i--) {
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(3) == 0) {
                fields.remove(name);
            } else {
                fields.put(name, ODD.get(random.nextInt(ODD.size())));
            }
        }
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
        Map<String, Long> before = state();

        HttpResponse<String> response = signed(form.toString().getBytes(StandardCharsets.UTF_8), TYPE_FORM);

        assertThat(response.statusCode()).as(form.toString()).isIn(200, 400);
        assertTellsNothing(response);
        assertThat(state()).as(form.toString()).isEqualTo(before);
    }

    @Test
    void eachKindUnbentIsTakenWithoutHarm() {
        Map<String, Long> before = state();
        PAYLOADS.forEach((kind, json) -> {
            if (!kind.equals("form")) {
                HttpResponse<String> response = send(payload(json), json.startsWith("{'type':'event_callback'"));
                assertThat(response.statusCode()).as(kind).isIn(200, 404);
            }
        });
        assertThat(state()).isEqualTo(before);
    }

    private static final List<String> ODD = List.of(
            "",
            " ",
            "\u0000",
            "null",
            "|",
            "||||",
            "a1|0",
            "-1|-1|-1",
            "99999999999999999999",
            "../../etc/passwd",
            "{\"$gt\":\"\"}",
            "<!channel> <@U1>",
            "\r\nX-Evil: 1",
            "\ud800",
            "‮",
            "x".repeat(20_000));

    private static void bind(JsonObject payload, Random random) {
        if (payload.has("actions")) {
            payload.getAsJsonArray("actions")
                    .get(0)
                    .getAsJsonObject()
                    .addProperty("action_id", BUTTONS.get(random.nextInt(BUTTONS.size())));
        }
        if (payload.has("view")) {
            payload.getAsJsonObject("view").addProperty("callback_id", FORMS.get(random.nextInt(FORMS.size())));
        }
        if (payload.has("event_id")) {
            payload.addProperty("event_id", "Ev" + random.nextLong());
        }
    }

    /** Takes one part out, or puts something in its place that does not belong there. */
    private static void bend(JsonObject payload, Random random) {
        JsonElement at = payload;
        while (true) {
            if (at.isJsonArray() && !at.getAsJsonArray().isEmpty()) {
                JsonArray array = at.getAsJsonArray();
                int index = random.nextInt(array.size());
                if (array.get(index).isJsonPrimitive() || random.nextInt(4) == 0) {
                    array.set(index, odd(random));
                    return;
                }
                at = array.get(index);
            } else if (at.isJsonObject() && !at.getAsJsonObject().isEmpty()) {
                JsonObject object = at.getAsJsonObject();
                List<String> names = new ArrayList<>(object.keySet());
                names.removeAll(KEPT);
                if (names.isEmpty()) {
                    return;
                }
                String name = names.get(random.nextInt(names.size()));
                JsonElement value = object.get(name);
                if (value.isJsonPrimitive() || value.isJsonNull() || random.nextInt(4) == 0) {
                    if (random.nextInt(3) == 0) {
                        object.remove(name);
                    } else {
                        object.add(name, odd(random));
                    }
                    return;
                }
                at = value;
            } else {
                return;
            }
        }
    }

    /** A form's name is not bent into that of one which a stranger may send. */
    private static final Set<String> KEPT = Set.of("callback_id", "action_id");

    private static JsonElement odd(Random random) {
        switch (random.nextInt(6)) {
            case 0:
                return com.google.gson.JsonNull.INSTANCE;
            case 1:
                return new JsonPrimitive(random.nextLong());
            case 2:
                return new JsonArray();
            case 3:
                return new JsonObject();
            default:
                return new JsonPrimitive(ODD.get(random.nextInt(ODD.size())));
        }
    }

    @Provide
    Arbitrary<String> kinds() {
        return Arbitraries.of(PAYLOADS.keySet());
    }
}
