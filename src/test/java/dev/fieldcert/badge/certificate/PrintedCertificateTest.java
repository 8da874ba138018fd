package dev.fieldcert.badge.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.fieldcert.badge.Award;
import dev.fieldcert.badge.Badges;
import dev.fieldcert.badge.Evidence;
import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.MasteryRule;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PrintedCertificateTest {

    @Test
    void itSaysWhoEarnedWhatWhenAndHowToVerifyIt() throws IOException {
        String text = text(pdf(Optional.of("Søren Łukasz")));

        assertThat(text)
                .contains("Søren Łukasz")
                .contains("Territory Planning")
                .contains("March 2, 2026")
                .contains("March 2, 2027")
                .contains("aw-7Qk2mP0x")
                .contains("https://badges.example.com/badges/aw-7Qk2mP0x");
    }

    @Test
    void itSaysHowMuchOfARenewalWasKeptUp() throws IOException {
        Award first = Badges.award();
        Award renewed = new Award(
                first.id(),
                first.badgeId(),
                first.recipient(),
                first.startedAt(),
                first.earnedAt(),
                first.score(),
                first.contentVersion(),
                List.of(new Evidence.ObjectivesShown(
                        "Territory Planning",
                        LocalDate.of(2026, 3, 2),
                        1,
                        MasteryRule.DEFAULT,
                        List.of(
                                new Evidence.ShownObjective("Plans", false, false, 1, 1, true),
                                new Evidence.ShownObjective("Accounts", false, false, 4, 4, null)))),
                first.validUntil(),
                first.statusIndex(),
                Optional.of("aw-before"));

        String text = text(PrintedCertificate.pdf(
                renewed, Badges.TERRITORY, "Field Certification", Badges.ISSUER, Optional.empty(), ZoneOffset.UTC));

        assertThat(text.replaceAll("\\s+", " "))
                .contains("Renewed on", "1 of 2 objectives kept up with questions over 90 days or more")
                .doesNotContain("Earned on");
        assertThat(text(pdf(Optional.empty()))).contains("Earned on").doesNotContain("kept up");
    }

    @Test
    void aNameInAScriptItHasNoLettersForIsSaidPolitely() throws IOException {
        assertThat(text(pdf(Optional.of("田中 花子"))))
                .contains("the holder of this badge")
                .contains("doesn’t have the letters");
    }

    @Test
    void withoutANameNobodyIsNamed() throws IOException {
        assertThat(text(pdf(Optional.empty())))
                .contains("the holder of this badge")
                .doesNotContain("Søren");
    }

    @Test
    void aVeryLongNameStaysOnThePage() throws IOException {
        String name = "Maria Aurelia Konstantinopoulou-Papadopoulou van den Hoogenband-Oosterhuis";

        try (PDDocument document = Loader.loadPDF(pdf(Optional.of(name)))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 72);
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            for (int y = 40; y < 540; y++) {
                assertThat(page.getRGB(800, y) & 0xffffff)
                        .as("right margin at %d", y)
                        .isEqualTo(0xffffff);
            }
        }
    }

    @Test
    void theQrSymbolLeadsToTheBadgesPage() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf(Optional.empty()))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var bitmap = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
            assertThat(new QRCodeReader().decode(bitmap).getText())
                    .isEqualTo("https://badges.example.com/badges/aw-7Qk2mP0x");
        }
    }

    @Test
    void theSameAwardGivesTheSameBytes() {
        assertThat(pdf(Optional.of("Søren Łukasz"))).isEqualTo(pdf(Optional.of("Søren Łukasz")));
    }

    @Test
    void itIsTitledInEnglishTaggedAndItsPicturesAreDescribed() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(Optional.empty()))) {
            var catalog = document.getDocumentCatalog();
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Certificate: Territory Planning, Field Certification");
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getCOSObject().toString()).isNotEmpty();
        }
    }

    @Test
    void theAddressOfItsPageIsALink() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(Optional.empty()))) {
            assertThat(document.getPage(0).getAnnotations())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            PDAnnotationLink.class,
                            link -> assertThat(((PDActionURI) link.getAction()).getURI())
                                    .isEqualTo("https://badges.example.com/badges/aw-7Qk2mP0x"));
        }
    }

    @Test
    void withoutAPublicAddressItStillPrints() throws IOException {
        Issuer offline = new Issuer("Example", UUID.randomUUID(), Optional.empty(), Optional.empty());

        byte[] pdf = PrintedCertificate.pdf(
                Badges.award(), Badges.TERRITORY, "Field Certification", offline, Optional.empty(), ZoneOffset.UTC);

        assertThat(text(pdf)).contains("Any Open Badges verifier").doesNotContain("http");
    }

    @Test
    @org.junit.jupiter.api.condition.EnabledIfSystemProperty(named = "badge.sheet", matches = ".+")
    void sheet() throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("badge.sheet")));
        Files.write(folder.resolve("certificate.pdf"), pdf(Optional.of("Søren Łukasz")));
        BadgeDefinition path = Badges.badge(
                BadgeDefinition.Kind.PATH, 301, "Sales Accreditation for Strategic Account Leaders and their Teams");
        Files.write(
                folder.resolve("path.pdf"),
                PrintedCertificate.pdf(
                        Badges.award(),
                        path,
                        "Field Certification",
                        Badges.ISSUER,
                        Optional.of("田中 花子"),
                        ZoneOffset.UTC));
    }

    private static byte[] pdf(Optional<String> name) {
        return PrintedCertificate.pdf(
                Badges.award(), Badges.TERRITORY, "Field Certification", Badges.ISSUER, name, ZoneOffset.UTC);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
