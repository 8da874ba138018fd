package dev.fieldcert.slack.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.CardPicture;
import dev.fieldcert.curriculum.files.CurriculumReader;
import dev.fieldcert.curriculum.files.ProgramFiles;
import dev.fieldcert.curriculum.question.Measure;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CardDrawingTest {

    /** Also leaves the picture in {@code target/pictures} to be looked at. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("builtIn")
    void eachPictureOfTheProgramIsDrawnTheSameEachTime(String name, CardPicture picture) throws IOException {
        CardDrawing drawing = CardDrawing.of(picture);
        byte[] png = drawing.png();
        Files.createDirectories(Path.of("target/pictures"));
        Files.write(Path.of("target/pictures", name + ".png"), png);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));

        assertThat(image.getWidth()).isEqualTo(CardPicture.WIDTH);
        assertThat(image.getHeight()).isEqualTo(drawing.height()).isLessThanOrEqualTo(860);
        assertThat(colors(image)).hasSizeGreaterThan(20);
        assertThat(drawing.svg())
                .doesNotContain("<text")
                .isEqualTo(CardDrawing.of(picture).svg());
    }

    private static Set<Integer> colors(BufferedImage image) {
        Set<Integer> colors = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x += 3) {
            for (int y = 0; y < image.getHeight(); y += 3) {
                colors.add(image.getRGB(x, y));
            }
        }
        return colors;
    }

    static Stream<Object[]> builtIn() {
        return CurriculumReader.read(ProgramFiles.builtIn()).readable().courses().stream()
                .flatMap(course -> course.objectives().stream())
                .flatMap(objective -> objective.lesson().cards().stream())
                .flatMap(card -> card.picture().stream())
                .map(picture -> new Object[] {picture.name(), picture});
    }

    @Test
    void theLongestBarFillsTheWidthAndNothingIsDividedByZero() {
        var nothing = new CardPicture.Bar("Nothing", BigDecimal.ZERO);
        var bars = new CardPicture.Bars(Measure.NUMBER, java.util.Optional.empty(), List.of(nothing, nothing));

        assertThat(CardDrawing.of(new CardPicture("bars", "Two.", bars)).png()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"390000, $390k", "1200000, $1.2M", "347500, $347.5k", "950, $950"})
    void amountsAreWrittenAsInTheLessons(BigDecimal value, String shown) {
        assertThat(CardDrawing.amount(value, Measure.MONEY)).isEqualTo(shown);
    }
}
