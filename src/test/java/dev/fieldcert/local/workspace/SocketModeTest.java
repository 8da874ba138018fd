package dev.fieldcert.local.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.response.AckResponse;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SocketModeTest {

    @Test
    void everythingGoesOverTheSocketWhileItIsOpen() throws Exception {
        try (var fixture = new WorkspaceFixture()) {
            var ada = fixture.workspace.person("ada");
            var event = new CompletableFuture<String>();
            var hello = new CompletableFuture<String>();
            String token = fixture.workspace.settings().appToken();
            try (var client = fixture.client.socketMode(token, SocketModeClient.Backend.JavaWebSocket)) {
                client.addWebSocketMessageListener(message -> {
                    if (message.contains("\"hello\"")) {
                        hello.complete(message);
                    }
                });
                client.addEventsApiEnvelopeListener(envelope -> {
                    client.sendSocketModeResponse(new AckResponse(envelope.getEnvelopeId()));
                    event.complete(envelope.getPayload().toString());
                });
                client.addSlashCommandsEnvelopeListener(envelope -> {
                    client.sendSocketModeResponse("{\"envelope_id\":\"%s\",\"payload\":{\"text\":\"hi\"}}"
                            .formatted(envelope.getEnvelopeId()));
                });
                client.connect();
                hello.get(10, TimeUnit.SECONDS);

                ada.types(ada.directMessage(), "next");
                assertThat(event.get(10, TimeUnit.SECONDS)).contains("next");
                assertThat(ada.types(ada.directMessage(), "/cert").warning()).isEmpty();
                assertThat(ada.directMessages())
                        .extracting(m -> Json.text(m, "text"))
                        .contains("hi");
                assertThat(fixture.bot.deliveries()).isEmpty();
            }
        }
    }

    @Test
    void aConnectionNeedsATicketFromTheApi() throws Exception {
        try (var fixture = new WorkspaceFixture()) {
            var refused = fixture.slack.appsConnectionsOpen(
                    r -> r.token(fixture.workspace.settings().botToken()));
            assertThat(refused.getError()).isEqualTo("not_allowed_token_type");
            var opened = fixture.slack.appsConnectionsOpen(
                    r -> r.token(fixture.workspace.settings().appToken()));
            assertThat(opened.getUrl()).startsWith("ws://127.0.0.1:");
        }
    }
}
