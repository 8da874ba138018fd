package dev.fieldcert.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.util.SlackRequestParser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FastBlockActionRequestTest {

    private static final RequestHeaders FORM =
            new RequestHeaders(Map.of("content-type", List.of("application/x-www-form-urlencoded")));

    private static final String IN_A_MESSAGE = """
            {"type": "block_actions", "user": {"id": "U0ADA", "team_id": "T0TEAM"}, "team": {"id": "T0TEAM"},
             "container": {"type": "message", "message_ts": "1.000100", "channel_id": "D0ADA", "is_ephemeral": true},
             "trigger_id": "1.2.x", "channel": {"id": "D0ADA"}, "response_url": "https://hooks.example.com/1",
             "state": {"values": {"sure": {"pick": {"type": "static_select", "selected_option": {"value": "CERTAIN"}}}}},
             "actions": [{"action_id": "answer:1", "block_id": "b", "type": "button", "value": "a1|0|b"}]}""";
    private static final String IN_A_VIEW = """
            {"type": "block_actions", "user": {"id": "U0ADA"}, "trigger_id": "1.2.y",
             "container": {"type": "view", "view_id": "V1"},
             "view": {"id": "V1", "private_metadata": "m", "state": {"values": {}}},
             "actions": [{"action_id": "who", "block_id": "b", "type": "users_select", "selected_user": "U0MEI"}]}""";

    private static IncomingRequest form(String payload) throws IncomingRequest.Malformed {
        return IncomingRequest.http(
                "application/x-www-form-urlencoded", "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {IN_A_MESSAGE, IN_A_VIEW})
    void aClickIsReadAsBoltReadsIt(String payload) throws Exception {
        IncomingRequest incoming = form(payload);
        BlockActionRequest bolts =
                (BlockActionRequest) new SlackRequestParser(AppConfig.builder().build())
                        .parse(SlackRequestParser.HttpRequest.builder()
                                .requestUri("/slack/events")
                                .requestBody(incoming.body())
                                .headers(FORM)
                                .build());

        FastBlockActionRequest ours =
                FastBlockActionRequest.read(incoming, FORM).orElseThrow();

        assertThat(PayloadReader.read(ours.getPayload())).isEqualTo(PayloadReader.read(bolts.getPayload()));
        assertThat(ours.getResponseUrl()).isEqualTo(bolts.getResponseUrl());
        assertThat(ours.getRequestBodyAsString()).isEqualTo(bolts.getRequestBodyAsString());
        assertThat(ours.getContext().getRequestUserId())
                .isEqualTo(bolts.getContext().getRequestUserId());
        assertThat(ours.getContext().getTeamId()).isEqualTo(bolts.getContext().getTeamId());
        assertThat(ours.getContext().getTriggerId())
                .isEqualTo(bolts.getContext().getTriggerId());
    }

    @Test
    void aClickOverSocketModeIsOneToo() throws Exception {
        FastBlockActionRequest ours = FastBlockActionRequest.read(IncomingRequest.socket(IN_A_MESSAGE), FORM)
                .orElseThrow();
        assertThat(PayloadReader.read(ours.getPayload()).value()).isEqualTo("a1|0|b");
        assertThat(ours.isSocketMode()).isTrue();
    }

    @Test
    void whatIsNoClickIsLeftToBolt() throws Exception {
        assertThat(FastBlockActionRequest.read(
                        form("{\"type\": \"view_closed\", \"user\": {\"id\": \"U0ADA\"}}"), FORM))
                .isEmpty();
        assertThat(FastBlockActionRequest.read(
                        IncomingRequest.http(
                                "application/x-www-form-urlencoded", "command=%2Fcert&user_id=U0ADA&text=next"),
                        FORM))
                .isEmpty();
    }
}
