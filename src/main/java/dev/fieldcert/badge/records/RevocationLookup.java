package dev.fieldcert.badge.records;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import dev.fieldcert.badge.Standing;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** Looks up revocations in the database without starting the bot. */
public final class RevocationLookup {

    private static final int PATIENCE_SECONDS = 5;

    private RevocationLookup() {}

    /**
     * @param uri MongoDB connection string; without a database name, {@code fieldcert} is used
     * @throws MongoException if the database cannot be reached
     */
    public static Optional<Standing.Revoked> of(String uri, int statusIndex) {
        ConnectionString address = new ConnectionString(uri);
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(address)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .build();
        String database = address.getDatabase() == null ? "fieldcert" : address.getDatabase();
        try (MongoClient client = MongoClients.create(settings)) {
            Document revoked = client.getDatabase(database)
                    .getCollection("awards")
                    .find(Filters.and(Filters.eq("statusIndex", statusIndex), Filters.ne("revokedAt", null)))
                    .first();
            return Optional.ofNullable(revoked)
                    .map(award -> new Standing.Revoked(
                            award.getDate("revokedAt").toInstant(),
                            Optional.ofNullable(award.getString("revokedReason"))
                                    .orElse("")));
        }
    }
}
