package dev.fieldcert.security;

import static dev.fieldcert.security.Intruder.FIELD_CERT;
import static dev.fieldcert.security.Intruder.HTTP;
import static dev.fieldcert.security.Intruder.assertTellsNothing;
import static dev.fieldcert.security.Intruder.port;
import static dev.fieldcert.security.Intruder.state;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Strangers at the public pages: addresses that are none, and uploads that are no badge. */
class HostileVisitTest {

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request.timeout(Duration.ofSeconds(60)).build(), true);
    }

    /** The server may close an idle connection at the moment in which the client uses it again, so once more. */
    private static HttpResponse<String> send(HttpRequest request, boolean onceMore) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            if (onceMore) {
                return send(request, false);
            }
            throw new AssertionError("The connection broke", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertHarmless(HttpResponse<String> response, Map<String, Long> before) {
        assertThat(response.statusCode()).as("%s", response.uri()).isLessThan(500);
        assertTellsNothing(response);
        assertThat(state()).isEqualTo(before);
        if (response.statusCode() == 429) {
            FIELD_CERT.clock().advance(Duration.ofMinutes(1));
        }
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void noAddressBreaksAnything(@ForAll("addresses") String path, @ForAll("methods") String method) {
        Map<String, Long> before = state();

        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody()));

        assertHarmless(response, before);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void noUploadBreaksAnything(@ForAll("uploads") byte[] body, @ForAll("types") String type) {
        Map<String, Long> before = state();

        HttpResponse<String> response =
                send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/badges/verify"))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)));

        assertHarmless(response, before);
    }

    @Provide
    Arbitrary<String> methods() {
        return Arbitraries.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH");
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> part = Arbitraries.of(
                "badges",
                "definitions",
                "status",
                "verify",
                "style.css",
                "picture.png",
                "certificate.pdf",
                "credential.jwt",
                "keys",
                "slack",
                "events",
                "actuator",
                "error",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "0",
                "99999",
                "%2e%2e",
                "%00",
                "%0d%0a",
                "%ff",
                "%7B%7B7*7%7D%7D",
                "..;",
                ";x=1",
                "a".repeat(300),
                "");
        Arbitrary<String> query =
                Arbitraries.of("", "?", "?trace=true", "?message=%3Cscript%3E", "?x=%zz".replace("%zz", "%25zz"));
        return Combinators.combine(part.list().ofMinSize(1).ofMaxSize(4), query)
                .as((parts, asked) -> "/" + String.join("/", parts) + asked);
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of(
                "multipart/form-data; boundary=xyz",
                "multipart/form-data; boundary=xyz",
                "multipart/form-data",
                "application/x-www-form-urlencoded",
                "application/json",
                "text/plain; charset=none");
    }

    @Provide
    Arbitrary<byte[]> uploads() {
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(2_000);
        Arbitrary<byte[]> start = Arbitraries.of(
                        "\u0089PNG\r\n\u001a\n",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\">",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><svg>&e;</svg>",
                        "eyJhbGciOiJub25lIn0.e30.",
                        "{\"@context\":[\"http://127.0.0.1:1/\"],",
                        "[".repeat(5_000),
                        "%PDF-1.7",
                        "")
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
        Arbitrary<byte[]> file = Combinators.combine(start, noise).as(HostileVisitTest::joined);
        Arbitrary<String> name = Arbitraries.of("badge.png", "../../x", "", "\u0000", "x\"; name=\"text");
        Arbitrary<byte[]> multipart = Combinators.combine(name, file, Arbitraries.of("--xyz--\r\n", "--xyz", ""))
                .as((called, content, end) -> joined(
                        joined(
                                ("--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + called
                                                + "\"\r\n\r\n")
                                        .getBytes(StandardCharsets.ISO_8859_1),
                                content),
                        ("\r\n" + end).getBytes(StandardCharsets.ISO_8859_1)));
        return Arbitraries.oneOf(
                multipart,
                multipart,
                noise,
                file.map(content -> joined("text=".getBytes(StandardCharsets.US_ASCII), content)));
    }

    private static byte[] joined(byte[] one, byte[] two) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(two);
        return both.toByteArray();
    }
}
