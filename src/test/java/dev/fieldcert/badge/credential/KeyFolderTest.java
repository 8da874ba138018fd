package dev.fieldcert.badge.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {

    @TempDir
    Path temporary;

    private Path folder() {
        return temporary.resolve("keys");
    }

    @Test
    void theFirstStartMakesKeysThatOnlyTheOwnerCanRead() throws IOException {
        new KeyFolder(folder()).load(SigningAlgorithm.ES256);

        assertThat(mode(folder())).isEqualTo("rwx------");
        assertThat(mode(folder().resolve("signing.json"))).isEqualTo("rw-------");
        assertThat(Files.readString(folder().resolve("public.json")))
                .doesNotContain("\"d\"")
                .contains("\"kid\"");
        try (var files = Files.list(folder())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("signing.json", "public.json", "lock");
        }
    }

    @Test
    void lookingForPublicKeysMakesNone() {
        assertThat(new KeyFolder(folder()).published().jwks().getJsonArray("keys"))
                .isEmpty();
        assertThat(folder()).doesNotExist();

        SigningKeys keys = new KeyFolder(folder()).load(SigningAlgorithm.ES256);

        assertThat(new KeyFolder(folder()).published().contains(keys.token())).isTrue();
    }

    @Test
    void theNextStartFindsTheSameKeys() {
        SigningKeys first = new KeyFolder(folder()).load(SigningAlgorithm.ES256);

        SigningKeys second = new KeyFolder(folder()).load(SigningAlgorithm.RS256);

        assertThat(second.token()).isEqualTo(first.token());
        assertThat(second.linkedData().multibase()).isEqualTo(first.linkedData().multibase());
        assertThat(second.algorithm()).isEqualTo(SigningAlgorithm.ES256);
        assertThat(second.published().jwks()).isEqualTo(first.published().jwks());
    }

    @Test
    void rotationSignsWithNewKeysAndKeepsThePublicPartsOfTheOld() throws IOException {
        KeyFolder folder = new KeyFolder(folder());
        SigningKeys first = folder.load(SigningAlgorithm.ES256);
        Files.delete(folder().resolve("signing.json"));

        SigningKeys second = folder.load(SigningAlgorithm.RS256);
        SigningKeys reloaded = folder.load(SigningAlgorithm.ES256);

        assertThat(second.algorithm()).isEqualTo(SigningAlgorithm.RS256);
        assertThat(reloaded.token()).isEqualTo(second.token());
        assertThat(reloaded.published().contains(first.token())).isTrue();
        assertThat(reloaded.published().containsEd25519(first.linkedData().open()))
                .isTrue();
        assertThat(reloaded.published().oldest()).isEqualTo(first.token().getKeyID());
        assertThat(reloaded.published().jwks().getJsonArray("keys")).hasSize(4);
    }

    @Test
    void losingThePublicKeysPublishesAtLeastTheCurrentOnes() throws IOException {
        SigningKeys keys = new KeyFolder(folder()).load(SigningAlgorithm.ES256);
        Files.delete(folder().resolve("public.json"));

        new KeyFolder(folder()).load(SigningAlgorithm.ES256);

        assertThat(PublishedKeys.read(Files.readString(folder().resolve("public.json")))
                        .contains(keys.token()))
                .isTrue();
    }

    @Test
    void aDamagedKeyFileIsRefusedAndNotReplaced() throws IOException {
        new KeyFolder(folder()).load(SigningAlgorithm.ES256);
        Path file = folder().resolve("signing.json");
        for (String damaged : new String[] {"", "{}", "{\"token\":", "{\"token\":{\"kty\":\"EC\"}}", "\u0000\u0001"}) {
            Files.writeString(file, damaged);

            assertThatThrownBy(() -> new KeyFolder(folder()).load(SigningAlgorithm.ES256))
                    .as("“%s”", damaged)
                    .isInstanceOf(KeyFolder.Refused.class)
                    .hasMessageContaining("signing.json is damaged")
                    .hasMessageContaining("Put its backup back");
            assertThat(Files.readString(file)).isEqualTo(damaged);
        }
    }

    @Test
    void halvesOfDifferentKeysAreRefused() throws IOException {
        SigningKeys keys = new KeyFolder(folder()).load(SigningAlgorithm.ES256);
        Path file = folder().resolve("signing.json");
        String other = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Ed25519.generate().open());
        String mine = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(keys.linkedData().open());
        Files.writeString(file, Files.readString(file).replace(mine, other));

        assertThatThrownBy(() -> new KeyFolder(folder()).load(SigningAlgorithm.ES256))
                .isInstanceOf(KeyFolder.Refused.class);
    }

    @Test
    void aKeyFileOpenToOthersIsRefusedWithTheCommandThatClosesIt() throws IOException {
        new KeyFolder(folder()).load(SigningAlgorithm.ES256);
        Files.setPosixFilePermissions(folder().resolve("signing.json"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> new KeyFolder(folder()).load(SigningAlgorithm.ES256))
                .isInstanceOf(KeyFolder.Refused.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void instancesThatStartAtOnceShareOneKey() throws Exception {
        ExecutorService starters = Executors.newFixedThreadPool(4);
        try {
            Callable<String> start = () ->
                    new KeyFolder(folder()).load(SigningAlgorithm.ES256).token().getKeyID();
            Set<String> keys = new HashSet<>();
            for (Future<String> key : starters.invokeAll(java.util.Collections.nCopies(8, start))) {
                keys.add(key.get());
            }
            assertThat(keys).hasSize(1);
        } finally {
            starters.shutdownNow();
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
