package dev.fieldcert.drip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ada is in Berlin, one hour ahead of UTC; she chose 09:30 and works until 17:30. */
class SnoozeTest {

    private final ContactWindows windows =
            SomePreferences.in("Europe/Berlin", "DE").windows("ada", Optional.empty());

    @ParameterizedTest
    @CsvSource({
        // Monday morning
        "ONE_HOUR, 2026-11-02T08:40:00Z, 2026-11-02T09:40:00Z, 2026-11-02T09:40:00Z",
        "THIS_AFTERNOON, 2026-11-02T08:40:00Z, 2026-11-02T13:00:00Z, 2026-11-02T13:00:00Z",
        "TOMORROW, 2026-11-02T08:40:00Z, 2026-11-03T08:30:00Z, 2026-11-03T08:37:00Z",
        "NEXT_WEEK, 2026-11-02T08:40:00Z, 2026-11-09T08:30:00Z, 2026-11-09T08:37:00Z",
        // Monday afternoon: an hour later
        "THIS_AFTERNOON, 2026-11-02T14:00:00Z, 2026-11-02T15:00:00Z, 2026-11-02T15:00:00Z",
        // too late in the day: the next working day, settled in
        "ONE_HOUR, 2026-11-02T16:00:00Z, 2026-11-03T08:10:00Z, 2026-11-03T08:10:00Z",
        "THIS_AFTERNOON, 2026-11-02T20:00:00Z, 2026-11-03T08:10:00Z, 2026-11-03T08:10:00Z",
        // Friday, and Christmas Eve before two holidays at a weekend
        "TOMORROW, 2026-11-06T10:00:00Z, 2026-11-09T08:10:00Z, 2026-11-09T08:10:00Z",
        "TOMORROW, 2026-12-24T10:00:00Z, 2026-12-28T08:10:00Z, 2026-12-28T08:10:00Z",
        // clicked a week later, on a Sunday: counted from the click
        "ONE_HOUR, 2026-11-08T12:00:00Z, 2026-11-09T08:10:00Z, 2026-11-09T08:10:00Z"
    })
    void theContactComesBackWhenAskedForInWorkingHours(Snooze snooze, Instant clicked, Instant from, Instant to) {
        assertThat(snooze.until(clicked, windows)).isBetween(from, to);
    }
}
