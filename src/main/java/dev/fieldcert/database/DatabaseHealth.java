package dev.fieldcert.database;

import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/** Reports whether the database answers and accepts writes, because a database with a full disk still answers. */
@Component("mongoHealthIndicator")
class DatabaseHealth implements HealthIndicator {

    /** The time limit for one check. It must be shorter than the timeout of the readiness probe. */
    private static final Duration MOST = Duration.ofMillis(1_500);

    /**
     * The minimum time between two test writes, however often the health is requested; after a failure, every request
     * writes.
     */
    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(10);

    private final MongoDatabaseFactory database;
    private final Clock clock;
    private volatile Long wroteNanos;

    DatabaseHealth(MongoDatabaseFactory database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Health health() {
        try {
            return Deadline.within(MOST, () -> {
                Long wrote = wroteNanos;
                if (wrote == null || System.nanoTime() - wrote > BETWEEN_WRITES.toNanos()) {
                    wroteNanos = null;
                    database.getMongoDatabase()
                            .getCollection("health")
                            .updateOne(
                                    new Document("_id", "written"),
                                    new Document("$set", new Document("at", Date.from(clock.instant()))),
                                    new UpdateOptions().upsert(true));
                    wroteNanos = System.nanoTime();
                } else {
                    database.getMongoDatabase().runCommand(new Document("ping", 1));
                }
                return Health.up().build();
            });
        } catch (RuntimeException failure) {
            wroteNanos = null;
            return Health.down()
                    .withDetail("reason", String.valueOf(failure.getMessage()))
                    .build();
        }
    }
}
