package dev.fieldcert.badge.certificate;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import dev.fieldcert.badge.Award;
import dev.fieldcert.badge.Evidence;
import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.badge.credential.OpenBadge;
import dev.fieldcert.badge.picture.BadgePicture;
import dev.fieldcert.badge.picture.Lettering;
import dev.fieldcert.badge.picture.Level;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Dates;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A badge as a printable certificate: one landscape A4 page, tagged for screen readers, with the verification code and
 * a QR symbol that leads to the badge's page. The same award gives the same bytes.
 */
public final class PrintedCertificate {

    private static final Color INK = new Color(0x1f2430);
    private static final Color QUIET = new Color(0x5a6272);

    /** The picture's width and height in pixels: about 270 dots per inch at its size on A4. */
    private static final int PICTURE_PIXELS = 1024;

    private static final float TEXT_LEFT = 352;
    private static final float TEXT_WIDTH = 430;

    private final Award award;
    private final BadgeDefinition badge;
    private final String program;
    private final Issuer issuer;
    private final Optional<String> holder;
    private final ZoneId zone;

    private PrintedCertificate(
            Award award, BadgeDefinition badge, String program, Issuer issuer, Optional<String> holder, ZoneId zone) {
        this.award = award;
        this.badge = badge;
        this.program = program;
        this.issuer = issuer;
        this.holder = holder;
        this.zone = zone;
    }

    /**
     * @param program the program's title
     * @param holder name to print; it may differ from the badge's public page, because the holder decides who sees the
     *     paper
     * @param zone the holder's time zone, in which dates are printed
     * @return a PDF file
     */
    public static byte[] pdf(
            Award award, BadgeDefinition badge, String program, Issuer issuer, Optional<String> holder, ZoneId zone) {
        try {
            return new PrintedCertificate(award, badge, program, issuer, holder, zone).print();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot print the certificate of award " + award.id(), e);
        }
    }

    private byte[] print() throws IOException {
        try (PDDocument document = new PDDocument()) {
            describe(document);
            try (TaggedPage page = new TaggedPage(document)) {
                Level level = Level.of(badge.level());
                frame(page, Color.decode(level.edge()));
                page.picture(
                        LosslessFactory.createFromImage(
                                document,
                                ImageIO.read(
                                        new ByteArrayInputStream(BadgePicture.png(badge, program, PICTURE_PIXELS)))),
                        54,
                        212,
                        276,
                        BadgePicture.altText(badge, program));
                words(page, Color.decode(level.dark()));
                verification(page);
            }
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            return pdf.toByteArray();
        }
    }

    private void describe(PDDocument document) {
        document.setDocumentId((long) award.id().hashCode());
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle("Certificate: " + badge.name() + ", " + program);
        information.setAuthor(issuer.name());
        information.setSubject(badge.description());
        document.getDocumentCatalog().setLanguage("en");
        PDViewerPreferences preferences =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    private static void frame(TaggedPage page, Color color) throws IOException {
        page.frame(24, 3, color);
        page.frame(31, 0.75f, color);
    }

    private void words(TaggedPage page, Color strong) throws IOException {
        page.text("P", program.toUpperCase(Locale.ROOT), Type.REGULAR, 12, TEXT_LEFT, 500, QUIET);
        page.text(
                "H1",
                badge.kind() == BadgeDefinition.Kind.PATH ? "Certificate" : "Certificate of achievement",
                Type.BOLD,
                30,
                TEXT_LEFT,
                462,
                INK);
        page.text("P", "This certifies that", Type.REGULAR, 13, TEXT_LEFT, 424, QUIET);

        float y = 390;
        Optional<String> printable = holder.filter(Lettering.BOLD::covers);
        String name = Lettering.BOLD.cut(printable.orElse("the holder of this badge"), 9, TEXT_WIDTH);
        page.text("P", name, Type.BOLD, fitting(name, 30, 9), TEXT_LEFT, y, strong);
        if (holder.isPresent() && printable.isEmpty()) {
            y -= 18;
            page.text(
                    "P",
                    "(This certificate’s font doesn’t have the letters for this name.)",
                    Type.REGULAR,
                    10,
                    TEXT_LEFT,
                    y,
                    QUIET);
        }
        page.text("P", "has earned the badge", Type.REGULAR, 13, TEXT_LEFT, y - 30, QUIET);
        y -= 62;
        double size = fittingTwoLines(badge.name());
        for (String line : lines(Lettering.BOLD, badge.name(), size, 2)) {
            page.text("H2", line, Type.BOLD, (float) size, TEXT_LEFT, y, INK);
            y -= (float) size * 1.2f;
        }
        y -= 2;
        for (String line : lines(Lettering.REGULAR, badge.description(), 12.5, 2)) {
            page.text("P", line, Type.REGULAR, 12.5f, TEXT_LEFT, y, INK);
            y -= 17;
        }
        y -= 4;
        for (String line : lines(Lettering.REGULAR, badge.criteria(), 10.5, 3)) {
            page.text("P", line, Type.REGULAR, 10.5f, TEXT_LEFT, y, QUIET);
            y -= 14.5f;
        }
        for (String line :
                renewed().map(words -> lines(Lettering.REGULAR, words, 10.5, 2)).orElse(List.of())) {
            page.text("P", line, Type.REGULAR, 10.5f, TEXT_LEFT, y, QUIET);
            y -= 14.5f;
        }
    }

    /** A sentence about a renewal in which objectives were kept up; empty if none were. */
    private Optional<String> renewed() {
        return award.evidence().stream()
                .filter(Evidence.ObjectivesShown.class::isInstance)
                .map(Evidence.ObjectivesShown.class::cast)
                .flatMap(shown -> OpenBadge.keptUp(shown).stream())
                .findFirst();
    }

    private void verification(TaggedPage page) throws IOException {
        float left = 66;
        page.line(60, 150, 782, QUIET);
        event(page, award.supersedes().isPresent() ? "Renewed on" : "Earned on", day(award.earnedAt()), left, 126);
        event(page, "Valid until", award.validUntil().map(this::day).orElse("no expiration"), left + 150, 126);
        event(page, "Level", Integer.toString(badge.level()), left + 300, 126);
        event(page, "Issued by", issuer.name(), left, 88);
        event(page, "Verification code", award.id(), left + 300, 88);
        Optional<String> address = issuer.page(award.id());
        if (address.isPresent()) {
            page.link(
                    "Verify at " + Lettering.REGULAR.cut(address.get(), 9.5, 520),
                    address.get(),
                    Type.REGULAR,
                    9.5f,
                    left,
                    48,
                    QUIET);
            page.symbol(qr(address.get()), 692, 46, 92, "QR symbol that leads to " + address.get());
        } else {
            page.text(
                    "P",
                    "Signed as an Open Badge 3.0. Any Open Badges verifier can check the badge’s file.",
                    Type.REGULAR,
                    9.5f,
                    left,
                    48,
                    QUIET);
        }
    }

    private static void event(TaggedPage page, String name, String value, float x, float y) throws IOException {
        page.text("P", name, Type.REGULAR, 9, x, y, QUIET);
        page.text("P", Lettering.BOLD.cut(Lettering.BOLD.drawable(value), 12, 290), Type.BOLD, 12, x, y - 16, INK);
    }

    private static float fitting(String text, float largest, float smallest) {
        double width = Lettering.BOLD.width(text, largest);
        return (float) Math.max(smallest, Math.min(largest, largest * TEXT_WIDTH / width));
    }

    private static double fittingTwoLines(String text) {
        double size = 25;
        while (size > 14 && Lettering.BOLD.wrap(text, size, TEXT_WIDTH).size() > 2) {
            size -= 1;
        }
        return size;
    }

    private static List<String> lines(Lettering lettering, String text, double size, int most) {
        List<String> lines = lettering.wrap(lettering.drawable(text), size, TEXT_WIDTH);
        if (lines.size() <= most) {
            return lines;
        }
        String rest = String.join(" ", lines.subList(most - 1, lines.size()));
        List<String> cut = new java.util.ArrayList<>(lines.subList(0, most - 1));
        cut.add(lettering.cut(rest, size, TEXT_WIDTH));
        return cut;
    }

    private static BitMatrix qr(String address) {
        try {
            return new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 0));
        } catch (WriterException e) {
            throw new IllegalArgumentException("The address is too long for a QR symbol: " + address, e);
        }
    }

    private String day(Instant moment) {
        return Dates.date(LocalDate.ofInstant(moment, zone));
    }
}
