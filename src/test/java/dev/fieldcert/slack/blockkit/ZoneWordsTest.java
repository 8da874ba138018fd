package dev.fieldcert.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ZoneWordsTest {

    @Test
    void aZoneIsNamedInWords() {
        assertThat(ZoneWords.of(ZoneId.of("Europe/Berlin"))).isEqualTo("Central European Time (Europe/Berlin)");
        assertThat(ZoneWords.of("America/New_York")).isEqualTo("Eastern Time (America/New_York)");
        assertThat(ZoneWords.of(ZoneOffset.ofHours(-3))).isEqualTo("UTC-03:00");
        assertThat(ZoneWords.of(ZoneOffset.UTC)).isEqualTo("UTC");
        assertThat(ZoneWords.of("Mars/Olympus")).isEqualTo("UTC");
        assertThat(ZoneWords.of((String) null)).isEqualTo("UTC");
    }

    @Test
    void whoseZoneIsKnownIsToldNothing() {
        assertThat(ZoneWords.doubt("Asia/Tokyo")).isEmpty();
    }

    @Test
    void everybodyElseIsToldWhatIsGoneByAndWhereToChangeIt() {
        assertThat(ZoneWords.doubt("-03:00").orElseThrow())
                .contains("I’m using *UTC-03:00*, its current offset", "Language & region");
        assertThat(ZoneWords.doubt(null).orElseThrow()).contains("I’m using *UTC*. To set it");
        assertThat(ZoneWords.doubt("Mars/Olympus").orElseThrow()).contains("I’m using *UTC*. To set it");
    }
}
