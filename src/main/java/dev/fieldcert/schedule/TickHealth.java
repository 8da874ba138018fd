package dev.fieldcert.schedule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Reports whether the tick still runs. Without the tick nobody gets a message, and nobody would notice. */
@Component("schedulerHealthIndicator")
class TickHealth implements HealthIndicator {

    /** The longest time that a tick may take: sending a full load of contacts while Slack is slow takes minutes. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Duration tick;
    private volatile long lastNanos = System.nanoTime();
    private volatile boolean ticked;

    TickHealth(MeterRegistry registry, ScheduleSettings settings) {
        this.tick = settings.tick();
        Gauge.builder("fieldcert.tick.age", this, health -> health.age().toMillis() / 1000.0)
                .description("since the tick last came round, or since the start")
                .baseUnit("seconds")
                .register(registry);
    }

    void ticked() {
        lastNanos = System.nanoTime();
        ticked = true;
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - lastNanos);
    }

    @Override
    public Health health() {
        boolean late = age().compareTo(LONGEST.plus(tick)) > 0;
        return (late ? Health.down() : Health.up())
                .withDetail(ticked ? "secondsSinceTick" : "secondsSinceStart", age().toSeconds())
                .build();
    }
}
