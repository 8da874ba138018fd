package dev.fieldcert.badge.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.badge.Badges;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void aSoundBadgeIsToldCheckByCheckAndEndsWithSuccess() throws IOException {
        Path file = Files.write(folder.resolve("badge.png"), Fixture.ISSUED.png());

        int code = run(Fixture.verifier(), file.toString(), "--email", "soren@example.com");

        assertThat(code).isZero();
        assertThat(printed())
                .startsWith("“Territory Planning” of Example Field Certification")
                .contains("passed       Signature")
                .contains("passed       Recipient")
                .contains("This badge is valid.");
    }

    @Test
    void aTamperedBadgeEndsWithFailureAndItsReason() throws IOException {
        Path file = Files.writeString(
                folder.resolve("badge.json"), Fixture.ISSUED.json().replace("2027-03-02", "2037-03-02"));

        assertThat(run(Fixture.verifier(), file.toString())).isEqualTo(1);
        assertThat(printed()).contains("FAILED       Signature").contains("This badge is not valid.");
    }

    @Test
    void somebodyWhoIssuesNothingCanVerifyToo() throws IOException {
        Path file = Files.writeString(folder.resolve("badge.jwt"), Fixture.ISSUED.token());

        assertThat(run(new BadgeVerifier(OwnBadges.NONE), file.toString())).isEqualTo(4);
        assertThat(printed()).contains("not checked  Issuer").contains("as far as it can be checked");
    }

    @Test
    void aBadgesTextCannotSteerTheTerminal() throws IOException {
        Path file = Files.writeString(
                folder.resolve("badge.json"),
                Fixture.ISSUED.json().replace("Territory Planning", "\\u001b[2J\\u0007\\rvalid"));

        run(Fixture.verifier(), file.toString());

        assertThat(printed()).doesNotContain("\u001b").doesNotContain("\u0007").doesNotContain("\r");
    }

    @Test
    void whatIsNoBadgeIsSaidInOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "Buy milk.");

        assertThat(run(Fixture.verifier(), file.toString())).isEqualTo(1);
        assertThat(printed().lines()).singleElement().asString().startsWith("This isn’t a badge");
    }

    @Test
    void aMissingFileAndWrongWordsAreNotTakenForABadBadge() {
        assertThat(run(Fixture.verifier(), folder.resolve("none.png").toString()))
                .isEqualTo(2);
        assertThat(printed()).contains("Cannot read");
        assertThat(run(Fixture.verifier())).isEqualTo(2);
        assertThat(run(Fixture.verifier(), "a", "b")).isEqualTo(2);
        assertThat(printed()).contains("usage: verify <file>");
    }

    private int run(BadgeVerifier verifier, String... args) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new VerifyCommand(verifier, Badges.NOW).run(args, out);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
