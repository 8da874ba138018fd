package dev.fieldcert.badge.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldcert.badge.Badges;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key stores made with the tool operations would use. */
class MountedKeyStoreTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    @Test
    void keysFromAStoreSignAndOldOnesStayPublished() throws Exception {
        Path store = folder.resolve("keys.p12");
        keytool(store, "token-2025", "EC", "-groupname", "secp256r1");
        keytool(store, "token", "EC", "-groupname", "secp256r1");
        keytool(store, "linked-data", "Ed25519");

        SigningKeys keys = MountedKeyStore.load(store, PASSWORD);

        assertThat(keys.algorithm()).isEqualTo(SigningAlgorithm.ES256);
        assertThat(keys.published().jwks().getJsonArray("keys")).hasSize(3);
        IssuedBadge issued = IssuedBadge.issue(Badges.award(), Badges.TERRITORY, Badges.PROGRAM, Badges.ISSUER, keys);
        assertThat(DataIntegrity.verifies(
                        StrictJson.read(issued.json()), keys.linkedData().open()))
                .isTrue();
        assertThat(com.nimbusds.jose.JWSObject.parse(issued.token())
                        .verify(new com.nimbusds.jose.crypto.ECDSAVerifier(
                                keys.token().toECKey().toPublicJWK())))
                .isTrue();
    }

    @Test
    void theOldestKeyStaysTheOldestWhenAliasesAreRenamedToRotate() throws Exception {
        Path file = folder.resolve("rotated.p12");
        keytool(file, "token", "EC", "-groupname", "secp256r1", "-startdate", "-2d");
        keytool(file, "linked-data", "Ed25519", "-startdate", "-1d");
        String oldest = MountedKeyStore.load(file, PASSWORD).published().oldest();

        rename(file, "token", "zz-token-2026");
        keytool(file, "token", "EC", "-groupname", "secp256r1");

        assertThat(MountedKeyStore.load(file, PASSWORD).published().oldest()).isEqualTo(oldest);
    }

    private static void rename(Path file, String alias, String to) throws Exception {
        KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD);
        store.setKeyEntry(to, store.getKey(alias, PASSWORD), PASSWORD, store.getCertificateChain(alias));
        store.deleteEntry(alias);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
    }

    @Test
    void anRsaKeyInTheStoreSignsWithRs256() throws Exception {
        Path store = folder.resolve("rsa.p12");
        keytool(store, "token", "RSA", "-keysize", "2048");
        keytool(store, "linked-data", "Ed25519");

        assertThat(MountedKeyStore.load(store, PASSWORD).algorithm()).isEqualTo(SigningAlgorithm.RS256);
    }

    @Test
    void aStoreThatCannotBeUsedIsRefusedWithTheReason() throws Exception {
        Path store = folder.resolve("half.p12");
        keytool(store, "token", "EC", "-groupname", "secp256r1");
        Path noise = Files.writeString(folder.resolve("noise.p12"), "not a key store");

        assertThatThrownBy(() -> MountedKeyStore.load(store, PASSWORD))
                .isInstanceOf(KeyFolder.Refused.class)
                .hasMessageContaining("no private key “linked-data”");
        assertThatThrownBy(() -> MountedKeyStore.load(store, "wrong".toCharArray()))
                .isInstanceOf(KeyFolder.Refused.class)
                .hasMessageContaining("password is wrong");
        assertThatThrownBy(() -> MountedKeyStore.load(noise, PASSWORD)).isInstanceOf(KeyFolder.Refused.class);
        assertThatThrownBy(() -> MountedKeyStore.load(folder.resolve("none.p12"), PASSWORD))
                .isInstanceOf(KeyFolder.Refused.class)
                .hasMessageContaining("missing");
    }

    private static void keytool(Path store, String alias, String algorithm, String... more)
            throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit",
                "-alias",
                alias,
                "-keyalg",
                algorithm,
                "-dname",
                "CN=test"));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
