package dev.fieldcert.database;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/**
 * Sets when a write is acknowledged, and how long to wait for the database. A write is acknowledged when a majority of
 * the replica set has it on disk, and reads come from the primary, whatever the connection string says: what was
 * acknowledged to Slack must not be lost with one server. Timeouts in the connection string take precedence.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConnection {

    /**
     * The time limit for selecting a server, for connecting to it, and for getting a pooled connection. The driver
     * also takes this long to notice a server that hangs.
     */
    private static final int TO_CONNECT_MILLIS = 2_000;

    /**
     * The time limit for one response. The slowest query, a report over ten thousand learners, takes about a second.
     */
    private static final int TO_ANSWER_MILLIS = 10_000;

    @Bean
    MongoClientSettingsBuilderCustomizer safeAndBounded(MongoConnectionDetails details) {
        return settings -> customize(settings, details.getConnectionString());
    }

    static void customize(MongoClientSettings.Builder settings, ConnectionString uri) {
        settings.writeConcern(WriteConcern.MAJORITY.withJournal(true)).readPreference(ReadPreference.primary());
        if (uri.getServerSelectionTimeout() == null) {
            settings.applyToClusterSettings(
                    cluster -> cluster.serverSelectionTimeout(TO_CONNECT_MILLIS, TimeUnit.MILLISECONDS));
        }
        settings.applyToSocketSettings(socket -> {
            if (uri.getConnectTimeout() == null) {
                socket.connectTimeout(TO_CONNECT_MILLIS, TimeUnit.MILLISECONDS);
            }
            if (uri.getSocketTimeout() == null) {
                socket.readTimeout(TO_ANSWER_MILLIS, TimeUnit.MILLISECONDS);
            }
        });
        if (uri.getMaxWaitTime() == null) {
            settings.applyToConnectionPoolSettings(pool -> pool.maxWaitTime(TO_CONNECT_MILLIS, TimeUnit.MILLISECONDS));
        }
    }

    /**
     * Replaces the factory that Spring Boot created. If we declared a factory of our own, Spring Boot would not create
     * its client either.
     */
    @Bean
    static BeanPostProcessor deadlines() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof SimpleMongoClientDatabaseFactory factory
                        ? new WithDeadlines(
                                factory.getMongoCluster(),
                                factory.getMongoDatabase().getName())
                        : bean;
            }
        };
    }

    /** Limits each operation to the time that is left before the thread's deadline. */
    private static final class WithDeadlines extends SimpleMongoClientDatabaseFactory {

        WithDeadlines(MongoClient client, String database) {
            super(client, database);
        }

        @Override
        protected MongoDatabase doGetMongoDatabase(String name) {
            OptionalLong left = Deadline.leftMillis();
            MongoDatabase database = super.doGetMongoDatabase(name);
            return left.isEmpty() ? database : database.withTimeout(left.getAsLong(), TimeUnit.MILLISECONDS);
        }
    }
}
