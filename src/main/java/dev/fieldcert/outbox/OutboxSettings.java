package dev.fieldcert.outbox;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationUnit;

/**
 * How the instances share the outboxes.
 *
 * @param lease how long an instance may work on an outbox exclusively; after a crash, another instance takes over once
 *     this time has passed
 */
@ConfigurationProperties("fieldcert.outbox")
public record OutboxSettings(
        @DurationUnit(ChronoUnit.SECONDS) Duration lease) {

    public OutboxSettings {
        if (lease == null || lease.isNegative() || lease.isZero()) {
            throw new IllegalArgumentException("fieldcert.outbox.lease must be a time like 45s, but is "
                    + (lease == null ? "empty" : lease) + ".");
        }
    }
}
