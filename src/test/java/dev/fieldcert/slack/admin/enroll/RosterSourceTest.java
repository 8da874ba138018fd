package dev.fieldcert.slack.admin.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the roster comes from, and what may be wrong there. */
class RosterSourceTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC);
    private static final Duration HOURLY = Duration.ofHours(1);

    private HttpServer server;
    private int status = 200;
    private String body = "email\nada@example.com\n";

    @BeforeEach
    void aPersonnelSystem() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean knows = "Bearer 1".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.getResponseHeaders().set("Location", "https://example.com/elsewhere");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(knows ? status : 401, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Roster read(String authorization) throws Roster.Refused {
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/roster.csv";
        return new RosterSource(new RosterSettings(address, authorization, HOURLY), CLOCK).read();
    }

    @Test
    void anAddressIsReadWithItsHeader() throws Roster.Refused {
        assertThat(read("Bearer 1").rows()).extracting(Roster.Row::email).containsExactly("ada@example.com");
        assertThatThrownBy(() -> read("")).hasMessage("“127.0.0.1” answers with status 401.");
    }

    @Test
    void aRedirectIsNotFollowedBecauseTheSecretWouldGoAlong() {
        status = 302;

        assertThatThrownBy(() -> read("Bearer 1")).hasMessage("“127.0.0.1” answers with status 302.");
    }

    @Test
    void nobodyThereIsSaidWithoutTheAddress() {
        server.stop(0);

        assertThatThrownBy(() -> read("Bearer 1")).hasMessage("“127.0.0.1” can’t be reached (ConnectException).");
    }

    @Test
    void aListOfNobodyOrOfMistakesIsRefusedAsAWhole() {
        body = "email\n";
        assertThatThrownBy(() -> read("Bearer 1")).hasMessage("The list has a header and nobody in it.");
        body = "email\nada@example.com\nbob\ncy\n";
        assertThatThrownBy(() -> read("Bearer 1"))
                .hasMessage("2 of 3 lines can’t be used; line 3: “bob” isn’t an email address.");
    }

    @Test
    void tooLargeAListIsNotRead() {
        body = "email\n" + "x".repeat((int) Roster.MOST_BYTES);

        assertThatThrownBy(() -> read("Bearer 1")).hasMessageContaining("larger than 5 MB");
    }

    @Test
    void aFileThatIsNotThereIsSaid(@TempDir Path folder) {
        RosterSettings settings = new RosterSettings(folder.resolve("none.csv").toString(), "", HOURLY);

        assertThatThrownBy(() -> new RosterSource(settings, CLOCK).read())
                .hasMessage("There’s no file at the path in `FIELDCERT_ROSTER`.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hr.example.com/roster.csv",
                "ftp://hr.example.com/roster.csv",
                "https://user:secret@hr.example.com/",
                "https://",
                "file:///etc/passwd"
            })
    void anAddressThatGivesPeopleAwayIsRefusedAtTheStart(String address) {
        assertThatThrownBy(() -> new RosterSettings(address, "", HOURLY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("fieldcert.roster.location")
                .hasMessageNotContaining("secret");
    }

    @Test
    void settingsKeepTheirSecrets() {
        assertThat(new RosterSettings("https://hr.example.com/k3y", "Bearer s3cret", HOURLY).toString())
                .doesNotContain("k3y", "s3cret");
    }
}
