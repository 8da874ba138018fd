package dev.fieldcert.badge.verification;

import static dev.fieldcert.badge.verification.Fixture.ISSUED;
import static dev.fieldcert.badge.verification.Fixture.bytes;
import static dev.fieldcert.badge.verification.Fixture.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.badge.Badges;
import dev.fieldcert.badge.verification.Check.Subject;
import dev.fieldcert.badge.verification.Report.GradingResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileInputTest {

    static Stream<Arguments> hostile() throws IOException {
        String open = "<svg xmlns=\"http://www.w3.org/2000/svg\">";
        String laughs = "<!DOCTYPE svg [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>" + open + "&b;</svg>";
        String outside = "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + open + "<text>&x;</text></svg>";
        return Stream.of(
                Arguments.of("too large", new byte[BadgeVerifier.MAX_BYTES + 1], "larger than 1 MB"),
                Arguments.of("empty", new byte[0], "empty"),
                Arguments.of("a zip", bytes("PK\3\4rest"), "ZIP"),
                Arguments.of("gzip, as in .svgz", new byte[] {0x1f, (byte) 0x8b, 8, 0}, "compressed"),
                Arguments.of("a PDF", bytes("%PDF-1.7"), "PDF"),
                Arguments.of("a JPEG", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, "Only PNG and SVG"),
                Arguments.of("noise", new byte[] {(byte) 0xc3, 0x28, 5, 6}, "isn’t a badge"),
                Arguments.of("prose", bytes("Trust me, I have a badge."), "isn’t a badge"),
                Arguments.of("a zip behind a PNG", joined(ISSUED.png(), bytes("PK\3\4")), "two files in one"),
                Arguments.of("half a PNG", Arrays.copyOf(ISSUED.png(), 400), "breaks off"),
                Arguments.of("a PNG with a flipped bit", flipped(ISSUED.png()), "checksum"),
                Arguments.of("a PNG of 100 gigapixels", PngBakingForTests.ofSize(316_000, 316_000), "larger than"),
                Arguments.of("a PNG without a credential", ISSUED.plainPng(), "no credential in this picture"),
                Arguments.of(
                        "a compressed credential that would fill the memory",
                        PngBakingForTests.with(
                                ISSUED.plainPng(), "iTXt", PngBakingForTests.itxt(true, deflatedZeros(100_000_000))),
                        "compressed"),
                Arguments.of(
                        "a credential in zTXt",
                        PngBakingForTests.with(
                                ISSUED.plainPng(),
                                "zTXt",
                                joined(bytes("openbadgecredential\0\0"), deflatedZeros(1000))),
                        "zTXt"),
                Arguments.of("entities in an SVG", bytes(laughs), "entities of its own"),
                Arguments.of("a file of ours asked for by an SVG", bytes(outside), "entities of its own"),
                Arguments.of("the same in UTF-16", outside.getBytes(StandardCharsets.UTF_16), "isn’t a badge"),
                Arguments.of("an SVG nested for ever", bytes(open.repeat(5000)), "nested"),
                Arguments.of("XML that is no SVG", bytes("<html/>"), "not an SVG"),
                Arguments.of("half an SVG", bytes(open + "<g>"), "not well-formed"),
                Arguments.of("JSON nested for ever", bytes("{\"a\":".repeat(100_000)), "nested"),
                Arguments.of(
                        "a token whose payload is nested for ever",
                        bytes(encoded("{}") + "." + encoded("{\"a\":".repeat(100_000)) + ".x"),
                        "nested"),
                Arguments.of(
                        "a number of a hundred thousand digits",
                        bytes("{\"a\":" + "9".repeat(100_000) + "}"),
                        "too long"),
                Arguments.of("a number that needs a gigabyte", bytes("{\"a\":1e999999999}"), "too long or too large"),
                Arguments.of("half a JSON", bytes("{\"a\":"), "not well-formed"),
                Arguments.of("two JSONs", bytes("{}{}"), ""),
                Arguments.of("a JSON array", bytes("[]"), "isn’t a badge"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefusedWithAClearAnswer(String what, byte[] file, String answer) {
        Report report = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> Fixture.verifier().verify(file, Badges.NOW));

        assertThat(report.grading()).isEqualTo(GradingResult.NOT_VALID);
        assertThat(report.check(Subject.FORMAT).words()).contains(answer).endsWith(".");
        assertThat(report.check(Subject.PROOF).outcome()).isEqualTo(Check.Outcome.NOT_CHECKED);
    }

    /** Linked data whose canonical form takes for ever: blank nodes that all look alike. */
    @org.junit.jupiter.api.Test
    void aTangleOfNamelessNodesIsGivenUpOn() {
        StringBuilder tangle = new StringBuilder("[");
        for (int i = 0; i < 60; i++) {
            tangle.append(i == 0 ? "" : ",")
                    .append(
                            "{\"id\":\"_:n%d\",\"type\":\"Evidence\",\"endorsement\":[{\"id\":\"_:n%d\"},{\"id\":\"_:n%d\"},{\"id\":\"_:n%d\"}]}"
                                    .formatted(i, (i + 1) % 60, (i + 7) % 60, (i + 13) % 60));
        }
        String json = ISSUED.json().replaceFirst("\"evidence\":\\s*\\[", "\"evidence\":" + tangle + ",");

        Report report = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Fixture.verifier().verify(bytes(json), Badges.NOW));

        assertThat(report.grading()).isEqualTo(GradingResult.NOT_VALID);
        assertThat(report.check(Subject.PROOF).outcome()).isEqualTo(Check.Outcome.FAILED);
    }

    /** Without a limit this took the better part of a minute. */
    @org.junit.jupiter.api.Test
    void aCredentialWithAMegabyteOfEvidenceIsGivenUpOnAtOnce() {
        String json = ISSUED.json()
                .replaceFirst("\"evidence\":\\s*\\[", "\"evidence\":[" + "{\"type\":[\"Evidence\"]},".repeat(36_000));

        Report report = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> Fixture.verifier().verify(bytes(json), Badges.NOW));

        assertThat(report.check(Subject.PROOF).words()).contains("more than a badge can have to say");
    }

    @Property(tries = 500)
    void noBytesAtAllMakeItFail(@ForAll @Size(max = 300) byte[] noise) {
        assertThat(Fixture.verifier().verify(noise, Badges.NOW).grading()).isEqualTo(GradingResult.NOT_VALID);
    }

    @Property(tries = 300)
    void aByteChangedAnywhereInATokenIsNeverValid(@ForAll int place, @ForAll byte value) {
        byte[] token = bytes(ISSUED.token());
        int at = Math.floorMod(place, token.length - 1);
        if (token[at] == value) {
            return;
        }
        token[at] = value;

        assertThat(Fixture.verifier().verify(token, Badges.NOW).grading()).isNotEqualTo(GradingResult.VALID);
    }

    private static byte[] flipped(byte[] png) {
        byte[] copy = png.clone();
        copy[copy.length / 2] ^= 1;
        return copy;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] deflatedZeros(int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            byte[] zeros = new byte[8192];
            for (int written = 0; written < length; written += zeros.length) {
                deflater.write(zeros);
            }
        }
        return bytes.toByteArray();
    }
}
