package dev.fieldcert.web;

import dev.fieldcert.badge.records.BadgeSettings;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Limits how often one visitor may request costly work. Remembers a bounded number of visitors; the least recently
 * active one is forgotten first.
 */
@Component
class VisitLimit {

    private static final int VISITORS = 10_000;

    private final int perMinute;
    private final TimeMeter time;
    private final Map<String, Bucket> visitors = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > VISITORS;
        }
    };

    VisitLimit(BadgeSettings settings, Clock clock) {
        this.perMinute = settings.verificationsPerMinute();
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return Duration.between(java.time.Instant.EPOCH, clock.instant())
                        .toNanos();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** @return how long to wait; empty if the visit is allowed, which is then counted */
    Optional<Duration> visit(String visitor) {
        Bucket bucket;
        synchronized (visitors) {
            bucket = visitors.computeIfAbsent(
                    visitor,
                    unknown -> Bucket.builder()
                            .withCustomTimePrecision(time)
                            .addLimit(Bandwidth.builder()
                                    .capacity(perMinute)
                                    .refillGreedy(perMinute, Duration.ofMinutes(1))
                                    .build())
                            .build());
        }
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
}
