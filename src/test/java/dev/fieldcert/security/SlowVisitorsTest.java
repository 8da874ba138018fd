package dev.fieldcert.security;

import static dev.fieldcert.security.Intruder.FIELD_CERT;
import static dev.fieldcert.security.Intruder.HTTP;
import static dev.fieldcert.security.Intruder.port;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.conversation.FieldCert;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four hundred connections that send a byte a second, and everybody else. */
class SlowVisitorsTest {

    private static final int CONNECTIONS = 400;

    /** What is promised are three seconds; this machine has four hundred more things to do. */
    private static final Duration AT_MOST = Duration.ofSeconds(6);

    @RegisterExtension
    static final FieldCert BOT = FIELD_CERT;

    private static Socket slow(String path, String more) throws IOException {
        Socket socket = new Socket("127.0.0.1", port());
        socket.setSoTimeout(30_000);
        socket.getOutputStream()
                .write(("POST " + path + " HTTP/1.1\r\nHost: x\r\n" + more + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void aByteOnEach(List<Socket> sockets) {
        sockets.forEach(socket -> {
            try {
                socket.getOutputStream().write('a');
            } catch (IOException givenUp) {
                // That is what the server is to do.
            }
        });
    }

    private static HttpResponse<String> page() throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/badges/verify"))
                        .timeout(AT_MOST)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/slack/events", "/badges/verify"})
    void nobodyIsShutOutBySlowBodies(String path) throws Exception {
        List<Socket> sockets = new ArrayList<>();
        ScheduledExecutorService dripping = Executors.newSingleThreadScheduledExecutor();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                sockets.add(slow(
                        path,
                        "Content-Type: application/x-www-form-urlencoded\r\nX-Slack-Signature: v0=00\r\n"
                                + "X-Slack-Request-Timestamp: 1\r\nContent-Length: 100000\r\n"));
            }
            dripping.scheduleWithFixedDelay(() -> aByteOnEach(sockets), 0, 1, TimeUnit.SECONDS);
            TimeUnit.SECONDS.sleep(2);

            for (int i = 0; i < 5; i++) {
                long began = System.nanoTime();
                byte[] body = ("command=%2Fcert&text=help&user_id=U0ADA&channel_id=D0ADA&trigger_id=" + path + i)
                        .getBytes(StandardCharsets.UTF_8);
                assertThat(Intruder.signed(body, Intruder.TYPE_FORM).statusCode())
                        .isEqualTo(200);
                assertThat(page().statusCode()).isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_MOST);
            }
            FIELD_CERT.tick();
            assertThat(FIELD_CERT
                            .bean(MeterRegistry.class)
                            .get("fieldcert.public.port.up")
                            .gauge()
                            .value())
                    .isEqualTo(1);
        } finally {
            dripping.shutdownNow();
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/slack/events", "/badges/verify"})
    void aBodyHasADeadlineHoweverOftenAPieceComes(String path) throws Exception {
        for (String length : new String[] {"Content-Length: 100000\r\n", "Transfer-Encoding: chunked\r\n"}) {
            ScheduledExecutorService dripping = Executors.newSingleThreadScheduledExecutor();
            try (Socket socket = slow(path, "Content-Type: application/x-www-form-urlencoded\r\n" + length)) {
                if (length.startsWith("Transfer")) {
                    socket.getOutputStream().write("fffff\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                dripping.scheduleWithFixedDelay(() -> aByteOnEach(List.of(socket)), 0, 500, TimeUnit.MILLISECONDS);

                byte[] answer = new byte[100];
                int read = socket.getInputStream().read(answer);
                assertThat(read < 0 ? "closed" : new String(answer, 0, read, StandardCharsets.US_ASCII))
                        .containsPattern("closed|^HTTP/1.1 4");
            } finally {
                dripping.shutdownNow();
            }
        }
    }

    @Test
    void aLargeBodyInManyPiecesIsReadWhole() throws Exception {
        byte[] body = ("command=%2Fcert&text=" + "a".repeat(300_000) + "&user_id=U0ADA&channel_id=D0ADA")
                .getBytes(StandardCharsets.UTF_8);
        long now = FIELD_CERT.clock().instant().getEpochSecond();
        try (Socket socket = slow(
                "/slack/events",
                "Content-Type: application/x-www-form-urlencoded\r\nX-Slack-Request-Timestamp: " + now
                        + "\r\nX-Slack-Signature: " + Intruder.signature(now, body) + "\r\nContent-Length: "
                        + body.length + "\r\n")) {
            for (int at = 0; at < body.length; at += 50_000) {
                socket.getOutputStream().write(body, at, Math.min(50_000, body.length - at));
                TimeUnit.MILLISECONDS.sleep(20);
            }

            byte[] answer = new byte[100];
            int read = socket.getInputStream().read(answer);
            assertThat(new String(answer, 0, read, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void wrongSignaturesAreCountedByWhatTheyLookLike() {
        byte[] body = "command=%2Fcert".getBytes(StandardCharsets.UTF_8);
        long now = FIELD_CERT.clock().instant().getEpochSecond();
        MeterRegistry meters = FIELD_CERT.bean(MeterRegistry.class);

        Intruder.post(body, Intruder.TYPE_FORM, Long.toString(now), "v0=" + "0".repeat(64));
        Intruder.post(body, Intruder.TYPE_FORM, Long.toString(now - 3600), Intruder.signature(now - 3600, body));
        Intruder.post(body, Intruder.TYPE_FORM, null, null);

        for (String reason : new String[] {"secret", "clock", "unsigned"}) {
            assertThat(meters.get("fieldcert.requests.refused")
                            .tag("reason", reason)
                            .counter()
                            .count())
                    .as(reason)
                    .isGreaterThanOrEqualTo(1);
        }
    }
}
