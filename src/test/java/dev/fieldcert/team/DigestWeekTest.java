package dev.fieldcert.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DigestWeekTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static boolean isDue(String moment, ZoneId zone) {
        return DigestWeek.due(Instant.parse(moment), zone).isPresent();
    }

    @Test
    void itIsDueFromMondayNineUntilTuesdayIsOver() {
        assertThat(isDue("2026-11-09T07:59:59Z", BERLIN)).isFalse();
        assertThat(isDue("2026-11-09T08:00:00Z", BERLIN)).isTrue();
        assertThat(isDue("2026-11-10T22:59:59Z", BERLIN)).isTrue();
        assertThat(isDue("2026-11-10T23:00:00Z", BERLIN)).isFalse();
    }

    @Test
    void theWeekHasItsIsoNameAlsoAtTheTurnOfTheYear() {
        assertThat(DigestWeek.due(Instant.parse("2026-12-28T12:00:00Z"), BERLIN))
                .hasValueSatisfying(week -> assertThat(week.isoWeek()).isEqualTo("2026-W53"));
        assertThat(DigestWeek.due(Instant.parse("2024-12-31T12:00:00Z"), BERLIN))
                .hasValueSatisfying(week -> assertThat(week.isoWeek()).isEqualTo("2025-W01"));
    }

    @Test
    void lastWeekEndsWhereThisOneBeginsAlsoWhenTheClocksChange() {
        DigestWeek week = new DigestWeek(LocalDate.of(2026, 10, 26), BERLIN);

        assertThat(week.lastWeekFrom()).isEqualTo("2026-10-18T22:00:00Z");
        assertThat(week.from()).isEqualTo("2026-10-25T23:00:00Z");
    }

    @Test
    void noMomentIsMissedThatIsDueInSomeZone() {
        List<ZoneId> zones = Stream.concat(
                        ZoneId.getAvailableZoneIds().stream().map(ZoneId::of), Stream.of(ZoneOffset.UTC))
                .toList();
        Instant end = Instant.parse("2026-11-15T00:00:00Z");
        for (Instant moment = Instant.parse("2026-11-08T00:00:00Z");
                moment.isBefore(end);
                moment = moment.plus(Duration.ofMinutes(30))) {
            Instant now = moment;
            boolean somewhere =
                    zones.stream().anyMatch(zone -> DigestWeek.due(now, zone).isPresent());
            assertThat(DigestWeek.isDueSomewhere(now)).as(now.toString()).isEqualTo(somewhere);
        }
    }
}
