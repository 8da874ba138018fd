package dev.fieldcert.local.store;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** Copies one database into an empty one, with every collection and index, and verifies the copied documents. */
final class Migration {

    private static final int BATCH = 500;

    private final MongoDatabase from;
    private final MongoDatabase to;

    Migration(MongoDatabase from, MongoDatabase to) {
        this.from = from;
        this.to = to;
    }

    /**
     * A copied collection, with the same content on both sides.
     *
     * @param fingerprint hash of all documents, independent of their order
     */
    record Copied(String collection, long documents, int indexes, String fingerprint) {}

    /** @throws StoreException if the target is not empty, or a copy differs from its source */
    static List<Copied> run(String fromUri, String database, String toUri) {
        ConnectionString target = new ConnectionString(toUri);
        if (target.getDatabase() == null) {
            throw new StoreException("The address names no database; write mongodb://host/fieldcert.");
        }
        try (MongoClient source = MongoClients.create(fromUri);
                MongoClient destination = MongoClients.create(target)) {
            return new Migration(source.getDatabase(database), destination.getDatabase(target.getDatabase())).copy();
        }
    }

    private List<Copied> copy() {
        List<String> names = from.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> !name.startsWith("system."))
                .sorted()
                .toList();
        for (String name : to.listCollectionNames()) {
            if (!name.startsWith("system.") && to.getCollection(name).find().first() != null) {
                throw new StoreException(
                        "The database %s has documents in \"%s\" already; nothing was copied. Name an empty database."
                                .formatted(to.getName(), name));
            }
        }
        List<Copied> copied = new ArrayList<>();
        for (String name : names) {
            copied.add(copy(name));
        }
        return copied;
    }

    private Copied copy(String name) {
        MongoCollection<RawBsonDocument> source = from.getCollection(name, RawBsonDocument.class);
        MongoCollection<RawBsonDocument> target = to.getCollection(name, RawBsonDocument.class);
        List<RawBsonDocument> batch = new ArrayList<>();
        for (RawBsonDocument document : source.find().batchSize(BATCH)) {
            batch.add(document);
            if (batch.size() == BATCH) {
                target.insertMany(batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            target.insertMany(batch);
        }
        int indexes = copyIndexes(name);
        Content sent = content(source);
        Content arrived = content(target);
        if (!sent.equals(arrived)) {
            throw new StoreException(
                    "\"%s\" did not arrive as it was sent: %d documents (%s) became %d (%s). Do not use the new database."
                            .formatted(name, sent.documents, sent.fingerprint, arrived.documents, arrived.fingerprint));
        }
        return new Copied(name, arrived.documents, indexes, arrived.fingerprint);
    }

    private int copyIndexes(String name) {
        int indexes = 0;
        for (Document index : from.getCollection(name).listIndexes()) {
            if (index.getString("name").equals("_id_")) {
                continue;
            }
            to.getCollection(name)
                    .createIndex(
                            index.get("key", Document.class),
                            new IndexOptions()
                                    .name(index.getString("name"))
                                    .unique(index.getBoolean("unique", false))
                                    .sparse(index.getBoolean("sparse", false)));
            indexes++;
        }
        return indexes;
    }

    private record Content(long documents, String fingerprint) {}

    /**
     * Counts the documents and adds up their hashes. A sum is used because the two sides may return the documents in
     * different orders.
     */
    private static Content content(MongoCollection<RawBsonDocument> collection) {
        long documents = 0;
        BigInteger sum = BigInteger.ZERO;
        for (RawBsonDocument document : collection.find().batchSize(BATCH)) {
            documents++;
            sum = sum.add(new BigInteger(1, hash(document)));
        }
        String hex = sum.mod(BigInteger.TWO.pow(256)).toString(16);
        return new Content(documents, "0".repeat(64 - hex.length()) + hex);
    }

    private static byte[] hash(RawBsonDocument document) {
        // MongoDB moves the id to the front of a document.
        BsonDocument idFirst = new BsonDocument("_id", document.get("_id"));
        document.forEach(idFirst::put);
        RawBsonDocument bytes = new RawBsonDocument(idFirst, new BsonDocumentCodec());
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes.getByteBuffer().asNIO());
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
