package dev.fieldcert.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingRequestTest {

    private static final String ENVELOPE = """
            {"type": "event_callback", "event_id": "Ev1",
             "authorizations": [{"user_id": "U0BOT", "is_bot": true}, {"user_id": "U0LINUS", "is_bot": false}],
             "event": %s}""";

    @Test
    void aMessageIsOneMessageUnderHoweverManyEventIds() throws IncomingRequest.Malformed {
        String message =
                "{\"type\": \"message\", \"user\": \"U1\", \"channel\": \"D1\", \"ts\": \"1.2\", \"text\": \"L1\"}";
        IncomingRequest first = heard(message);
        IncomingRequest again = IncomingRequest.http(
                "application/json", ENVELOPE.formatted(message).replace("Ev1", "Ev2"));
        IncomingRequest other = heard(message.replace("1.2", "1.3"));

        assertThat(again.key()).isEqualTo(first.key());
        assertThat(other.key()).isNotEqualTo(first.key());
        assertThat(heard("{\"type\": \"app_home_opened\", \"user\": \"U1\"}").key())
                .isEqualTo("Ev1");
    }

    @Test
    void slackSaysThatItHoldsEventsBack() throws IncomingRequest.Malformed {
        IncomingRequest limited = IncomingRequest.http(
                "application/json",
                "{\"token\": \"x\", \"type\": \"app_rate_limited\", \"team_id\": \"T1\", \"minute_rate_limited\": 1518467820}");

        assertThat(limited.kind()).isEqualTo(IncomingRequest.Kind.RATE_LIMITED);
        assertThat(limited.body()).isEqualTo("1518467820");
    }

    private static IncomingRequest heard(String event) throws IncomingRequest.Malformed {
        return IncomingRequest.http("application/json", ENVELOPE.formatted(event));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'message', 'channel_type': 'im', 'user': 'U0BOT', 'bot_id': 'B0BOT', 'text': 'next'}",
                "{'type': 'message', 'channel_type': 'im', 'user': 'U0BOT', 'text': 'next'}",
                "{'type': 'message', 'channel_type': 'im', 'user': 'U0BOT', 'subtype': 'file_share'}",
                "{'type': 'message', 'channel_type': 'im', 'subtype': 'bot_message', 'text': 'next'}",
                "{'type': 'message', 'channel_type': 'im', 'subtype': 'message_changed', 'message': {'text': 'next'}}",
                "{'type': 'message', 'channel_type': 'im', 'subtype': 'message_deleted'}"
            })
    void theBotsOwnMessagesAndNewsOfMessagesAreEchoes(String event) throws IncomingRequest.Malformed {
        assertThat(heard(event.replace('\'', '"')).kind()).isEqualTo(IncomingRequest.Kind.ECHO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'message', 'channel_type': 'im', 'user': 'U0LINUS', 'text': 'next'}",
                "{'type': 'message', 'channel_type': 'im', 'user': 'U0LINUS', 'subtype': 'file_share', 'files': []}",
                "{'type': 'app_home_opened', 'user': 'U0LINUS', 'tab': 'home'}",
                "{'type': 'user_change', 'user': {'id': 'U0BOT'}}",
                "'message'"
            })
    void whatAPersonDoesIsWork(String event) throws IncomingRequest.Malformed {
        assertThat(heard(event.replace('\'', '"')).kind()).isEqualTo(IncomingRequest.Kind.WORK);
    }
}
