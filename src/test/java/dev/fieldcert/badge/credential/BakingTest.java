package dev.fieldcert.badge.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldcert.badge.Badges;
import dev.fieldcert.badge.picture.BadgePicture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BakingTest {

    private static final String PROGRAM = "Field Certification";
    private static final byte[] PNG = BadgePicture.png(Badges.TERRITORY, PROGRAM, 72);
    private static final String SVG = BadgePicture.smallSvg(Badges.TERRITORY, PROGRAM);

    @Test
    void aBakedPictureLooksTheSame() throws IOException {
        BufferedImage plain = ImageIO.read(new ByteArrayInputStream(PNG));
        BufferedImage baked = ImageIO.read(new ByteArrayInputStream(PngBaking.bake(PNG, "a.b.c")));

        assertThat(baked.getRGB(0, 0, 72, 72, null, 0, 72)).isEqualTo(plain.getRGB(0, 0, 72, 72, null, 0, 72));
    }

    @Test
    void bakingAgainReplacesTheCredential() {
        byte[] twice = PngBaking.bake(PngBaking.bake(PNG, "first.jws.x"), "second.jws.x");

        assertThat(PngBaking.read(twice)).contains("second.jws.x");
        assertThat(PngBaking.strip(twice)).isEqualTo(PNG);
    }

    @Test
    void theChunkIsWrittenAsOpenBadgesWantsIt() {
        String raw = new String(PngBaking.bake(PNG, "a.b.c"), StandardCharsets.ISO_8859_1);

        assertThat(raw).contains("iTXtopenbadgecredential\0\0\0\0\0a.b.c");
    }

    @Property(tries = 100)
    void anyTextGoesInAndComesOutOfAPng(@ForAll String text) {
        String valid = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(PngBaking.read(PngBaking.bake(PNG, valid))).contains(valid);
    }

    @Test
    void aTokenGoesIntoAnAttributeOfAnSvgAndJsonIntoItsText() {
        String token = SvgBaking.bake(SVG, "a.b.c");
        String json = SvgBaking.bake(SVG, "{\"a\":\"]]> & <b>\"}");

        assertThat(token)
                .startsWith("<svg ")
                .contains(
                        "xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\"><openbadges:credential verify=\"a.b.c\"/>");
        assertThat(read(token)).contains("a.b.c");
        assertThat(read(json)).contains("{\"a\":\"]]> & <b>\"}");
        assertThat(SvgBaking.strip(token)).isEqualTo(SVG);
        assertThat(SvgBaking.strip(json)).isEqualTo(SVG);
    }

    @Test
    void aDocumentTypeThatDeclaresNothingIsNoHindrance() {
        String drawn = "<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\""
                + " \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n" + SvgBaking.bake(SVG, "a.b.c");

        assertThat(read(drawn)).contains("a.b.c");
    }

    @Test
    void anSvgIsNeverBakedTwice() {
        String baked = SvgBaking.bake(SVG, "a.b.c");

        assertThatThrownBy(() -> SvgBaking.bake(baked, "d.e.f")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPictureWithoutACredentialHasNone() {
        assertThat(PngBaking.read(PNG)).isEmpty();
        assertThat(read(SVG)).isEmpty();
    }

    private static java.util.Optional<String> read(String svg) {
        return SvgBaking.read(svg);
    }
}
