package dev.fieldcert.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.drip.Holidays;
import dev.fieldcert.drip.WorkingDays;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReviewEscalationTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final WorkingDays GERMANY = new WorkingDays(Set.of(), Holidays.of("DE"), List.of());

    private static boolean isOver(String submitted, String now) {
        return ReviewEscalation.isOver(Instant.parse(submitted), Instant.parse(now), GERMANY, BERLIN);
    }

    @Test
    void fiveWorkingDaysAreOverAtTheSameTimeOfTheFifth() {
        assertThat(isOver("2026-11-02T10:00:00Z", "2026-11-09T09:59:00Z")).isFalse();
        assertThat(isOver("2026-11-02T10:00:00Z", "2026-11-09T10:00:00Z")).isTrue();
    }

    @Test
    void aWeekendAndAHolidayDoNotCount() {
        assertThat(isOver("2026-12-21T10:00:00Z", "2026-12-28T10:00:00Z")).isFalse();
        assertThat(isOver("2026-12-21T10:00:00Z", "2026-12-29T10:00:00Z")).isTrue();
    }

    @Test
    void nobodyIsAskedAtNightOrOnAFreeDay() {
        assertThat(isOver("2026-11-02T02:00:00Z", "2026-11-09T02:30:00Z")).isFalse();
        assertThat(isOver("2026-11-02T02:00:00Z", "2026-11-09T08:00:00Z")).isTrue();
        assertThat(isOver("2026-11-02T20:00:00Z", "2026-11-09T21:00:00Z")).isFalse();
        assertThat(isOver("2026-11-02T20:00:00Z", "2026-11-10T08:00:00Z")).isTrue();
        assertThat(isOver("2026-11-06T20:00:00Z", "2026-11-14T10:00:00Z")).isFalse();
        assertThat(isOver("2026-11-06T20:00:00Z", "2026-11-16T10:00:00Z")).isTrue();
    }
}
