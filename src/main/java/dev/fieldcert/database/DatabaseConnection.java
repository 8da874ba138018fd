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
 * What counts as written, and how long anybody waits. A write counts when a majority of the replica set has it on disk, and
 * reads come from the primary, whatever the connection string says: what is acknowledged to Slack must not be lost with one
 * server. Times in the connection string are left as they are.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConnection {

    /** To find a server and to connect to it; the same time then goes by before one that hangs is noticed. */
    private static final int TO_CONNECT_MILLIS = 2_000;

    /** For one answer. The longest question, a report over ten thousand learners, takes about a second. */
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

    /** Takes the place of Spring Boot's factory, which gives way to another one only together with its client. */
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

    /** Gives each question the time that is left to its thread. */
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
