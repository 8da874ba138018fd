package dev.fieldcert.slack.home.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.badge.picture.Pen;
import dev.fieldcert.slack.journey.picture.Journey;
import dev.fieldcert.slack.journey.picture.JourneyPicture;
import dev.fieldcert.slack.journey.picture.Mark;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class JourneyPictureTest {

    private static final Journey HALFWAY = new Journey(List.of(
            new Journey.Leg(
                    "Pipeline Generation & Qualification",
                    List.of(
                            new Journey.Stop("Applying DevOps", Collections.nCopies(3, Mark.MASTERED), true, false),
                            new Journey.Stop(
                                    "Describe the Customer Journey",
                                    List.of(Mark.TESTED_OUT, Mark.LEARNT, Mark.LEARNING, Mark.NEW),
                                    false,
                                    true),
                            new Journey.Stop(
                                    "Analyze Your Territory",
                                    List.of(Mark.LEARNT, Mark.LEARNT, Mark.WAITING),
                                    false,
                                    false),
                            new Journey.Stop(
                                    "Execute Pipeline Generation Activities",
                                    List.of(Mark.EXCUSED, Mark.LEARNT, Mark.RETURNED, Mark.NEW),
                                    false,
                                    false),
                            new Journey.Stop(
                                    "Manage Forecasting Activities", Collections.nCopies(5, Mark.NEW), false, false)),
                    Optional.of("Pipeline Generation & Qualification"),
                    false),
            new Journey.Leg(
                    "Customer Use Case Training",
                    List.of(
                            new Journey.Stop("Continuous Integration", Collections.nCopies(3, Mark.NEW), false, false),
                            new Journey.Stop("DevSecOps", Collections.nCopies(3, Mark.NEW), false, false)),
                    Optional.empty(),
                    false)));

    private static BufferedImage picture(Journey journey) throws IOException {
        byte[] png = JourneyPicture.png(journey);
        if (System.getProperty("pictures") != null) {
            Path folder = Files.createDirectories(Path.of(System.getProperty("pictures")));
            Files.write(folder.resolve(journey.legs().size() + "-legs.png"), png);
        }
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @Test
    void sevenCoursesFitAPhoneTwiceAsHighAsWideAtMost() throws IOException {
        BufferedImage picture = picture(HALFWAY);

        assertThat(picture.getWidth()).isEqualTo(720);
        assertThat(picture.getHeight()).isLessThan(2 * 720);
    }

    @Test
    void itsGroundIsItsOwnSoThatItReadsOnLightAndDarkPages() throws IOException {
        BufferedImage picture = picture(HALFWAY);

        assertThat(new Color(picture.getRGB(360, 20), true)).isEqualTo(Color.decode(Pen.GROUND));
        assertThat(new Color(picture.getRGB(0, 0), true).getAlpha()).isZero();
    }

    @Test
    void everyColorOfWordsAndSignsIsSevenTimesOrThreeTimesAsLightAsItsGround() {
        for (String words : List.of(Pen.TEXT, Pen.QUIET, Pen.DONE, Pen.NOW)) {
            assertThat(contrast(words, Pen.GROUND)).as(words).isGreaterThan(7);
        }
        for (String signs : List.of(Pen.AHEAD, Pen.ATTENTION)) {
            assertThat(contrast(signs, Pen.GROUND)).as(signs).isGreaterThan(3);
        }
    }

    /** WCAG 2.2, relative luminance and contrast ratio. */
    private static double contrast(String one, String other) {
        double light = luminance(Color.decode(one));
        double dark = luminance(Color.decode(other));
        return (Math.max(light, dark) + 0.05) / (Math.min(light, dark) + 0.05);
    }

    private static double luminance(Color color) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        float[] parts = color.getRGBColorComponents(null);
        return IntStream.range(0, 3)
                .mapToDouble(i -> weights[i]
                        * (parts[i] <= 0.04045 ? parts[i] / 12.92 : Math.pow((parts[i] + 0.055) / 1.055, 2.4)))
                .sum();
    }

    @Test
    void theSameJourneyGivesTheSameDrawingAndAStepFurtherAnother() {
        Journey begun = new Journey(List.of(new Journey.Leg(
                "Path",
                List.of(new Journey.Stop("Course", List.of(Mark.LEARNING), false, true)),
                Optional.empty(),
                false)));
        Journey further = new Journey(List.of(new Journey.Leg(
                "Path",
                List.of(new Journey.Stop("Course", List.of(Mark.LEARNT), false, true)),
                Optional.empty(),
                false)));

        assertThat(JourneyPicture.svg(begun))
                .isEqualTo(JourneyPicture.svg(begun))
                .isNotEqualTo(JourneyPicture.svg(further));
    }

    @Test
    void theWordsSayWhatThePictureShows() {
        assertThat(HALFWAY.altText())
                .contains(
                        "Applying DevOps – badge earned.",
                        "Describe the Customer Journey – 2 of 4 (1 new, 1 learning, 1 learned, 1 tested out).",
                        "Analyze Your Territory – 3 of 3, waiting for review",
                        "Execute Pipeline Generation Activities – 3 of 4, assignment returned",
                        "Certificate Pipeline Generation & Qualification – not earned yet.")
                .hasSizeLessThan(2000);
    }

    @Test
    void ofAHundredCoursesThoseAroundTheCurrentOneAreDrawn() throws IOException {
        List<Journey.Stop> stops = IntStream.range(0, 100)
                .mapToObj(i -> new Journey.Stop("Course " + i, List.of(Mark.NEW), i < 60, i == 60))
                .toList();
        Journey journey = new Journey(List.of(
                new Journey.Leg("A", stops, Optional.of("Everything"), false),
                new Journey.Leg("B", stops, Optional.empty(), false),
                new Journey.Leg("C", List.of(), Optional.empty(), false)));

        assertThat(journey.drawable().legs())
                .hasSize(1)
                .allSatisfy(leg -> assertThat(leg.stops())
                        .hasSize(10)
                        .extracting(Journey.Stop::title)
                        .contains("Course 60"));
        assertThat(journey.altText()).hasSizeLessThanOrEqualTo(2000);
        assertThat(picture(journey).getHeight()).isLessThan(1600);
    }
}
