package dev.fieldcert;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.fieldcert.badge.Badges;
import dev.fieldcert.badge.credential.IssuedBadge;
import dev.fieldcert.badge.credential.KeyFolder;
import dev.fieldcert.badge.credential.SigningAlgorithm;
import dev.fieldcert.badge.verification.BadgeVerifier;
import dev.fieldcert.badge.verification.OwnBadges;
import dev.fieldcert.badge.verification.VerifyCommand;
import dev.fieldcert.local.store.EmbeddedMongo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** {@code verify} beside an installation. */
class InstalledBadgesTest {

    private static final String ADDRESS = Badges.ISSUER.address().orElseThrow().toString();

    @TempDir
    private Path data;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Path file;

    @BeforeEach
    void aBadgeThatWasIssuedHere() throws IOException {
        var keys = new KeyFolder(data.resolve("keys")).load(SigningAlgorithm.ES256);
        IssuedBadge issued = IssuedBadge.issue(Badges.award(), Badges.TERRITORY, Badges.PROGRAM, Badges.ISSUER, keys);
        file = Files.writeString(data.resolve("badge.jwt"), issued.token());
    }

    @Test
    void aBadgeOfThisInstallationIsKnownByItsKey() {
        try (EmbeddedMongo store = EmbeddedMongo.open(data.resolve("mongo"))) {
            revoke(store, Badges.award().statusIndex() + 1);
        }

        assertThat(verify()).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("made with one of our keys", "hasn’t been revoked");
    }

    @Test
    void aRevokedBadgeHasItsOwnExitCode() {
        try (EmbeddedMongo store = EmbeddedMongo.open(data.resolve("mongo"))) {
            revoke(store, Badges.award().statusIndex());
        }

        assertThat(verify()).isEqualTo(3);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("It was revoked on", "Given in error");
    }

    @Test
    void revocationsAreKnownWhileTheBotRuns() {
        try (EmbeddedMongo store = EmbeddedMongo.open(data.resolve("mongo"))) {
            revoke(store, Badges.award().statusIndex());

            assertThat(verify()).isEqualTo(3);
        }
    }

    @Test
    void withoutAStoreARevocationIsNotChecked() {
        assertThat(verify()).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("not checked  Revocation", "We couldn’t look up whether it was revoked. There is no store");
    }

    @Test
    void whereNoBadgeWasEverSignedNobodyIsKnown(@TempDir Path elsewhere) {
        assertThat(InstalledBadges.of(environment(elsewhere))).isSameAs(OwnBadges.NONE);
        assertThat(elsewhere).isEmptyDirectory();
    }

    private static void revoke(EmbeddedMongo store, int statusIndex) {
        try (MongoClient client = MongoClients.create(store.uri("fieldcert"))) {
            client.getDatabase("fieldcert")
                    .getCollection("awards")
                    .insertOne(new Document("_id", "a1")
                            .append("statusIndex", statusIndex)
                            .append("revokedAt", Date.from(Instant.parse("2026-04-01T00:00:00Z")))
                            .append("revokedReason", "Given in error"));
        }
    }

    private int verify() {
        var verifier = new BadgeVerifier(InstalledBadges.of(environment(data)));
        return new VerifyCommand(verifier, Badges.NOW)
                .run(new String[] {file.toString()}, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private static StandardEnvironment environment(Path data) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", Map.of("FIELDCERT_DATA", data.toString(), "FIELDCERT_PUBLIC_URL", ADDRESS)));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }
}
