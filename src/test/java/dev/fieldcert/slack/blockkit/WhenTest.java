package dev.fieldcert.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {

    @ParameterizedTest
    @CsvSource({"en-US, 2:05 PM", "en-GB, 14:05", "de-DE, 14:05", "ja-JP, 14:05", "en-AU, 2:05 PM", "nonsense-, 14:05"})
    void timesFollowTheLocale(String locale, String expected) {
        When when = When.in("America/New_York", locale, Instant.parse("2026-11-02T19:05:00Z"));

        assertThat(when.time(LocalTime.of(14, 5))).isEqualTo(expected);
        assertThat(when.moment(Instant.parse("2026-11-02T19:05:00Z"))).isEqualTo("today at " + expected);
    }
}
