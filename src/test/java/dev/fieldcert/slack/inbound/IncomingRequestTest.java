package dev.fieldcert.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingRequestTest {

    private static final String ENVELOPE = """
            {"type": "event_callback", "event_id": "Ev1",
             "authorizations": [{"user_id": "U0BOT", "is_bot": true}, {"user_id": "U0LINUS", "is_bot": false}],
             "event": %s}""";

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
