package dev.fieldcert.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.fieldcert.local.store.EmbeddedMongo;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** What counts as written, and how long anybody waits. */
class DatabaseConnectionTest {

    private static MongoClientSettings settings(String uri) {
        ConnectionString address = new ConnectionString(uri);
        MongoClientSettings.Builder settings = MongoClientSettings.builder().applyConnectionString(address);
        DatabaseConnection.customize(settings, address);
        return settings.build();
    }

    @Test
    void aWriteCountsWithTheMajoritysJournalAndReadsComeFromThePrimaryWhateverTheAddressSays() {
        MongoClientSettings settings = settings("mongodb://host/fieldcert?w=1&journal=false&readPreference=nearest");

        assertThat(settings.getWriteConcern()).isEqualTo(WriteConcern.MAJORITY.withJournal(true));
        assertThat(settings.getReadPreference()).isEqualTo(ReadPreference.primary());
    }

    @Test
    void timesThatTheAddressSaysAreLeftAsTheyAre() {
        MongoClientSettings ours = settings("mongodb://host/fieldcert");
        MongoClientSettings theirs =
                settings("mongodb://host/fieldcert?serverSelectionTimeoutMS=7000&connectTimeoutMS=7001"
                        + "&socketTimeoutMS=7002&waitQueueTimeoutMS=7003");

        assertThat(ours.getClusterSettings().getServerSelectionTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(2_000);
        assertThat(ours.getSocketSettings().getReadTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(10_000);
        assertThat(theirs.getClusterSettings().getServerSelectionTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(7_000);
        assertThat(theirs.getSocketSettings().getConnectTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(7_001);
        assertThat(theirs.getSocketSettings().getReadTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(7_002);
        assertThat(theirs.getConnectionPoolSettings().getMaxWaitTime(TimeUnit.MILLISECONDS))
                .isEqualTo(7_003);
    }

    @Test
    void aDeadlineIsForAllQuestionsTogetherAndAnEarlierOneHolds() {
        assertThat(Deadline.leftMillis()).isEmpty();
        Deadline.within(Duration.ofSeconds(5), () -> {
            Deadline.within(Duration.ofHours(1), () -> {
                assertThat(Deadline.leftMillis().orElseThrow()).isLessThanOrEqualTo(5_000);
                return null;
            });
            assertThatThrownBy(() -> Deadline.within(Duration.ZERO, () -> Deadline.leftMillis()))
                    .isInstanceOf(QueryTimeoutException.class);
            assertThat(Deadline.leftMillis()).isPresent();
            return null;
        });
        assertThat(Deadline.leftMillis()).isEmpty();
    }

    @Test
    void theHealthWritesAndTheClocksAreCompared() {
        EmbeddedMongo mongo = EmbeddedMongo.inMemory();
        try (MongoClient client = MongoClients.create(mongo.uri("fieldcert") + "?serverSelectionTimeoutMS=500")) {
            var database = new SimpleMongoClientDatabaseFactory(client, "fieldcert");
            DatabaseHealth health = new DatabaseHealth(database, Clock.systemUTC());

            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            assertThat(client.getDatabase("fieldcert").getCollection("health").countDocuments())
                    .isEqualTo(1);
            assertThat(new ClockCheck(database, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2)))
                            .ahead()
                            .orElseThrow())
                    .isBetween(Duration.ofSeconds(110), Duration.ofSeconds(130));

            mongo.close();
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        } finally {
            mongo.close();
        }
    }
}
