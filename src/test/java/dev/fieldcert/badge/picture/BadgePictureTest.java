package dev.fieldcert.badge.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.badge.Badges;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.BadgeDefinition.Kind;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadgePictureTest {

    private static final String PROGRAM = "Field Certification";

    @ParameterizedTest
    @ValueSource(ints = {72, 512, 1024})
    void aPictureHasTheAskedSizeTransparentCornersAndTheLevelsColor(int pixels) throws IOException {
        BufferedImage image = read(BadgePicture.png(Badges.TERRITORY, PROGRAM, pixels));

        assertThat(image.getWidth()).isEqualTo(pixels);
        assertThat(image.getHeight()).isEqualTo(pixels);
        assertThat(image.getRGB(0, 0) >>> 24).isZero();
        int rim = image.getRGB(pixels / 2, pixels * 38 / 512);
        assertThat(rim >>> 24).isEqualTo(255);
        assertThat((rim >> 16) & 255).as("red of yellow").isGreaterThan(220);
        assertThat(rim & 255).as("blue of yellow").isLessThan(100);
    }

    @Test
    void theSameDefinitionGivesTheSameBytes() {
        assertThat(BadgePicture.png(Badges.TERRITORY, PROGRAM, 512))
                .isEqualTo(BadgePicture.png(Badges.TERRITORY, PROGRAM, 512));
        assertThat(BadgePicture.svg(Badges.TERRITORY, PROGRAM)).isEqualTo(BadgePicture.svg(Badges.TERRITORY, PROGRAM));
    }

    @Test
    void kindsOfOneLevelAreToldApartWithoutColor() throws IOException {
        Set<String> silhouettes = new HashSet<>();
        for (Kind kind : Kind.values()) {
            silhouettes.add(silhouette(read(BadgePicture.png(Badges.badge(kind, 301, "Same"), PROGRAM, 72))));
        }

        assertThat(silhouettes).hasSize(Kind.values().length);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindAtEveryLevelIsWellFormedAndNeedsNoFontAndNoOtherFile(Kind kind) throws Exception {
        for (int level : new int[] {101, 201, 301, 401}) {
            String svg = BadgePicture.svg(Badges.badge(kind, level, "Ampersand & <Sons> \"Ltd\""), PROGRAM);

            var root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .getDocumentElement();
            assertThat(root.getElementsByTagName("text").getLength()).isZero();
            assertThat(root.getElementsByTagName("title").item(0).getTextContent())
                    .contains("Ampersand & <Sons>");
            assertThat(svg).doesNotContain("href");
        }
    }

    @Test
    void aNameTooLongForThreeLinesIsCutAndStaysInsideThePanel() {
        String longest = "Comprehensive Territory Planning and Strategic Account Development for Very Large Enterprises"
                + " in Several Regions at Once";

        String cut = Lettering.BOLD.cut(longest, 24, 300);

        assertThat(Lettering.BOLD.width(cut, 24)).isLessThanOrEqualTo(300);
        assertThat(cut).endsWith("…").startsWith("Comprehensive");
        assertThat(BadgePicture.svg(Badges.badge(Kind.COURSE, 101, longest), PROGRAM))
                .contains("</svg>");
    }

    @Test
    void theAltTextSaysKindNameLevelAndShape() {
        assertThat(BadgePicture.altText(Badges.TERRITORY, PROGRAM))
                .isEqualTo("Course badge of Field Certification: Territory Planning, level 101, round");
    }

    @Test
    void theFontDrawsEuropeanNamesAndLeavesOutWhatItCannotDraw() {
        assertThat(Lettering.BOLD.covers("Søren Łukasz Ćevapčići Őry Ελένη Юлия"))
                .isTrue();
        assertThat(Lettering.BOLD.covers("田中")).isFalse();
        assertThat(Lettering.BOLD.drawable("田中  Anna 🙂")).isEqualTo("Anna");
    }

    private static String silhouette(BufferedImage image) {
        boolean[] opaque = new boolean[72 * 72];
        for (int i = 0; i < opaque.length; i++) {
            opaque[i] = (image.getRGB(i % 72, i / 72) >>> 24) > 127;
        }
        return Arrays.toString(opaque);
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** Not a check: draws a sheet to look at when a folder is named. */
    @Test
    @org.junit.jupiter.api.condition.EnabledIfSystemProperty(named = "badge.sheet", matches = ".+")
    void sheet() throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("badge.sheet")));
        String[] names = {
            "Territory Planning",
            "Value Stream Assessment: Source Code Management",
            "Command of the Message",
            "Sales Accreditation"
        };
        int i = 0;
        for (Kind kind : Kind.values()) {
            for (int level : new int[] {101, 201, 301, 401}) {
                BadgeDefinition badge = Badges.badge(kind, level, names[(i++ / 4 + i) % 4]);
                Files.writeString(folder.resolve(kind + "-" + level + ".svg"), BadgePicture.svg(badge, PROGRAM));
                Files.write(folder.resolve(kind + "-" + level + ".png"), BadgePicture.png(badge, PROGRAM, 512));
                Files.write(folder.resolve(kind + "-" + level + "-72.png"), BadgePicture.png(badge, PROGRAM, 72));
            }
        }
    }
}
