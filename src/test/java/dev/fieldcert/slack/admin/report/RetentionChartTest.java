package dev.fieldcert.slack.admin.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.memory.Observed;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class RetentionChartTest {

    private static final List<Observed> FIGURES =
            List.of(new Observed(43, 50), new Observed(30, 38), new Observed(11, 16), new Observed(0, 0));

    /** To be looked at in {@code target/browser}, too. */
    @Test
    void itIsAPhoneWideAndTheSameFiguresGiveTheSameBytes() throws Exception {
        byte[] png = RetentionChart.png(FIGURES);

        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(720);
        assertThat(RetentionChart.png(FIGURES)).isEqualTo(png);
        assertThat(RetentionChart.svg(
                        List.of(new Observed(1, 50), new Observed(0, 0), new Observed(0, 0), new Observed(0, 0))))
                .isNotEqualTo(RetentionChart.svg(FIGURES));
        Files.createDirectories(Path.of("target", "browser"));
        Files.write(Path.of("target", "browser", "retention-chart.png"), png);
    }

    @Test
    void itsWordsSayWhatItShows() {
        assertThat(RetentionChart.altText(FIGURES))
                .isEqualTo(
                        "Retention: after 30 days 43 of 50 answers were right (74–93%), after 60 days 30 of 38 answers"
                                + " were right (64–89%), after 90 days 11 of 16 answers were right (44–86%), after 180 days nobody"
                                + " was asked yet.");
    }
}
