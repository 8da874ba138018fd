package dev.fieldcert.schedule;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationUnit;

/**
 * How often the bot looks for due work.
 *
 * @param tick the interval between two ticks
 */
@ConfigurationProperties("fieldcert.schedule")
public record ScheduleSettings(
        @DurationUnit(ChronoUnit.SECONDS) Duration tick) {

    public ScheduleSettings {
        if (tick == null || tick.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "fieldcert.schedule.tick must be a time like 5s, but is " + (tick == null ? "empty" : tick) + ".");
        }
    }
}
