package dev.fieldcert.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldcert.FieldCertApplication;
import dev.fieldcert.local.store.EmbeddedMongo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The start in local mode, as somebody with an open page sees it. */
class LocalModeTest {

    @TempDir
    Path data;

    @Test
    void aStartThatFailsGivesBackTheStore() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var application = new SpringApplicationBuilder(FieldCertApplication.class).application();
            assertThatThrownBy(() -> application.run(
                            "--fieldcert.local.data=" + data,
                            "--server.port=0",
                            "--management.server.port=0",
                            "--fieldcert.local.port=" + taken.getLocalPort()))
                    .rootCause()
                    .hasMessageContaining("in use");
        }

        try (EmbeddedMongo again = EmbeddedMongo.open(data.resolve("mongo"))) {
            assertThat(again.uri("fieldcert")).startsWith("mongodb://");
        }
    }

    @Test
    void aPageThatIsOpenDuringTheStartWaitsAndHarmsNothing() throws Exception {
        int port = freePort();
        List<Integer> answers = new CopyOnWriteArrayList<>();
        var application = new SpringApplicationBuilder(FieldCertApplication.class).application();
        var page =
                new Thread(() -> looksUntilItIsReady(URI.create("http://127.0.0.1:" + port + "/local/time"), answers));
        page.start();

        try (var running = application.run(
                "--fieldcert.local.data=" + data,
                "--server.port=0",
                "--management.server.port=0",
                "--fieldcert.local.port=" + port)) {
            page.join(Duration.ofSeconds(30).toMillis());
            assertThat(answers).first().isEqualTo(503);
            assertThat(answers).last().isEqualTo(200);
            assertThat(running.getEnvironment().getProperty("spring.mongodb.uri"))
                    .contains("127.0.0.1");
        } finally {
            page.interrupt();
        }
    }

    /** Again and again, as an open tab does; writes down each status that is another one than before. */
    private static void looksUntilItIsReady(URI time, List<Integer> answers) {
        HttpClient http = HttpClient.newHttpClient();
        int last = 0;
        while (last != 200 && !Thread.currentThread().isInterrupted()) {
            try {
                int status = http.send(HttpRequest.newBuilder(time).build(), BodyHandlers.discarding())
                        .statusCode();
                if (status != last) {
                    answers.add(status);
                }
                last = status;
            } catch (IOException notListeningYet) {
                Thread.onSpinWait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
