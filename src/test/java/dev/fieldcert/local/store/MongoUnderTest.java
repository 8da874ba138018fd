package dev.fieldcert.local.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.UUID;
import org.bson.Document;

/** The server the tests of behavior run against: MongoDB itself when MONGODB_URI is set, else the embedded one. */
final class MongoUnderTest implements AutoCloseable {
    private final EmbeddedMongo embedded;
    private final MongoClient client;
    private final MongoDatabase database;

    MongoUnderTest() {
        QuietLogs.on();
        String uri = System.getenv("MONGODB_URI");
        embedded = uri == null ? EmbeddedMongo.inMemory() : null;
        client = MongoClients.create(uri == null ? embedded.uri("test") : uri);
        database = client.getDatabase(
                "fieldcert_test_" + UUID.randomUUID().toString().substring(0, 8));
    }

    MongoDatabase database() {
        return database;
    }

    MongoCollection<Document> collection(String name) {
        return database.getCollection(name);
    }

    @Override
    public void close() {
        database.drop();
        client.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
