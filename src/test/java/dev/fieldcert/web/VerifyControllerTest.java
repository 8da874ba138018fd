package dev.fieldcert.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import dev.fieldcert.badge.Award;
import dev.fieldcert.badge.Badges;
import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.credential.IssuedBadge;
import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.badge.credential.SigningKeys;
import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.badge.records.BadgeConfiguration;
import dev.fieldcert.badge.records.BadgeSettings;
import dev.fieldcert.badge.records.GivenBadge;
import dev.fieldcert.badge.verification.Revocations;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learners;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The public pages over real HTTP. */
class VerifyControllerTest {

    private static ConfigurableApplicationContext application;
    private static URI base;
    private static IssuedBadge issued;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Not annotated as a configuration, so that no scan of the test classes takes it for part of the application. */
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
                "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
                "org.springframework.boot.data.mongodb.autoconfigure.DataMongoRepositoriesAutoConfiguration",
                "org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration"
            })
    @EnableConfigurationProperties({BadgeSettings.class, WebSettings.class})
    @Import({
        BadgeConfiguration.class,
        VerifyController.class,
        BadgeController.class,
        IssuerController.class,
        UploadProblems.class,
        VisitLimit.class,
        Visitors.class
    })
    static class Pages {
        @Bean
        Clock clock() {
            return Clock.fixed(Badges.NOW, ZoneOffset.UTC);
        }

        @Bean
        Revocations revocations() {
            return index -> Optional.empty();
        }

        @Bean
        Awards awards() {
            return mock(Awards.class);
        }

        @Bean
        Learners learners() {
            return mock(Learners.class);
        }

        @Bean
        Programs programs() {
            return mock(Programs.class);
        }
    }

    @BeforeAll
    static void start(@TempDir Path folder) {
        SpringApplication pages = new SpringApplication(Pages.class);
        application = pages.run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off",
                "--management.server.port=0",
                "--management.endpoint.health.validate-group-membership=false",
                "--fieldcert.badges.key-folder=" + folder.resolve("keys"),
                "--fieldcert.badges.address=https://badges.example.com",
                "--fieldcert.badges.issuer-name=Example Field Certification",
                "--fieldcert.badges.verifications-per-minute=20");
        int port = ((WebServerApplicationContext) application).getWebServer().getPort();
        base = URI.create("http://127.0.0.1:" + port);
        issued = IssuedBadge.issue(
                Badges.award(),
                Badges.TERRITORY,
                Badges.PROGRAM,
                application.getBean(Issuer.class),
                application.getBean(SigningKeys.class));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void anUploadedPictureIsVerified() throws Exception {
        HttpResponse<String> page = upload("badge.png", issued.png(), "soren@example.com", "10.0.0.1");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("This badge is valid")
                .contains("It was earned by the person with the email address you entered.");
    }

    @Test
    void aPastedTokenThatWasChangedIsTurnedDown() throws Exception {
        String[] parts = issued.token().split("\\.");
        HttpResponse<String> page = upload(
                "text", (parts[0] + "." + parts[1] + "A." + parts[2]).getBytes(StandardCharsets.UTF_8), "", "10.0.0.2");

        assertThat(page.body()).contains("This badge isn’t valid");
    }

    @Test
    void nothingHandedInIsSaidAndNotAnError() throws Exception {
        HttpResponse<String> page = upload("text", new byte[0], "", "10.0.0.3");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Choose a file or paste a credential first.");
    }

    @Test
    void aFileOverOneMegabyteIsRefusedWithAClearAnswer() throws Exception {
        HttpResponse<String> page = upload("big.png", new byte[(1 << 20) + 1000], "", "10.0.0.4");

        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains("larger than 1 MB");
    }

    @Test
    void pagesForbidScriptsFramesAndSearchEngines() throws Exception {
        HttpResponse<String> page = get("/badges/verify");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(get("/badges/style.css").headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/css");
    }

    @Test
    void theKeyInATokensHeaderIsServedAtItsAddress() throws Exception {
        String keyId = application.getBean(SigningKeys.class).token().getKeyID();

        HttpResponse<String> key = get("/badges/keys/" + keyId);

        assertThat(key.body()).contains(keyId).doesNotContain("\"d\"");
        assertThat(get("/badges/jwks.json").body())
                .contains(keyId)
                .contains("Ed25519")
                .doesNotContain("\"d\"");
        assertThat(get("/badges/issuer").body()).contains("https://badges.example.com/badges/issuer#z6Mk");
        assertThat(get("/badges/keys/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void aVerifierFindsTheKeyInTheKeySetByTheTokensHeader() throws Exception {
        JWSObject token = JWSObject.parse(issued.token());
        JWKSet served = JWKSet.parse(get("/badges/jwks.json").body());

        List<JWK> found = new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader())).select(served);

        assertThat(found).hasSize(1);
        assertThat(token.verify(new ECDSAVerifier(found.get(0).toECKey()))).isTrue();
    }

    @Test
    void verifiersInBrowsersMayReadWhatIsSigned() throws Exception {
        Award award = Badges.award();
        Awards awards = application.getBean(Awards.class);
        String id = award.id() + "-0123456789";
        when(awards.find(id))
                .thenReturn(Optional.of(new GivenBadge(
                        "U0ADA",
                        "territory",
                        award,
                        Badges.TERRITORY,
                        "Field Certification",
                        issued,
                        new Standing.Valid(Optional.empty()))));

        for (String path : List.of(
                "/badges/" + id + "/credential.json",
                "/badges/" + id + "/credential.jwt",
                "/badges/status/1",
                "/badges/issuer",
                "/badges/jwks.json")) {
            HttpResponse<String> read = get(path);
            assertThat(read.statusCode()).as(path).isEqualTo(200);
            assertThat(read.headers().firstValue("Access-Control-Allow-Origin"))
                    .as(path)
                    .hasValue("*");
        }
        assertThat(get("/badges/verify").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void theStatusListIsATokenOrJsonWithAProofAsIsAskedFor() throws Exception {
        when(application.getBean(Awards.class).revokedIndexes()).thenReturn(Set.of(94_567));

        HttpResponse<String> token = get("/badges/status/1");
        HttpResponse<String> json = CLIENT.send(
                HttpRequest.newBuilder(base.resolve("/badges/status/1"))
                        .header("Accept", "application/vc+ld+json")
                        .build(),
                BodyHandlers.ofString());

        assertThat(JWSObject.parse(token.body()).getPayload().toString()).contains("BitstringStatusListCredential");
        assertThat(json.headers().firstValue("Content-Type")).hasValue("application/ld+json");
        assertThat(json.headers().firstValue("Vary")).hasValue("Accept");
        assertThat(json.body()).contains("BitstringStatusListCredential", "eddsa-rdfc-2022");
        assertThat(get("/badges/status/0").statusCode()).isEqualTo(404);
    }

    @Test
    void aHastyVisitorIsAskedToWaitAndToldHowLong() {
        VisitLimit limit =
                new VisitLimit(application.getBean(BadgeSettings.class), Clock.fixed(Badges.NOW, ZoneOffset.UTC));
        for (int i = 0; i < 20; i++) {
            assertThat(limit.visit("hasty")).isEmpty();
        }

        assertThat(limit.visit("hasty"))
                .hasValueSatisfying(wait -> assertThat(wait.toSeconds()).isBetween(1L, 3L));
        assertThat(limit.visit("another")).isEmpty();
        var page = VerifyController.tooMany(java.time.Duration.ofMillis(2_500));
        assertThat(page.getStatusCode().value()).isEqualTo(429);
        assertThat(page.getHeaders().getFirst("Retry-After")).isEqualTo("3");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> upload(String name, byte[] content, String email, String boundary)
            throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String part = name.equals("text") ? "name=\"text\"" : "name=\"file\"; filename=\"" + name + "\"";
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; " + part + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\n" + email
                        + "\r\n--" + boundary + "--\r\n")
                .getBytes(StandardCharsets.UTF_8));
        return CLIENT.send(
                HttpRequest.newBuilder(base.resolve("/badges/verify"))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }
}
