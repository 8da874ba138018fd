package dev.fieldcert.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * A database. Each of its collections is one map of the store. Index definitions are stored; the indexes themselves
 * are rebuilt when the database is opened.
 */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<Object> {
    static final String MAP_PREFIX = "documents.";

    /** The last stage of the aggregation that a driver's {@code countDocuments} sends. */
    private static final Document COUNTED =
            new Document("$group", new Document("_id", 1).append("n", new Document("$sum", 1)));

    private final MVStore store;
    private final Map<String, StoredCollection> opened = new ConcurrentHashMap<>();
    private boolean isOpening = true;

    StoredDatabase(String name, MVStore store, CursorRegistry cursors) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
        opened.values().forEach(StoredCollection::buildIndexes);
        isOpening = false;
    }

    static MVMap<Object, StoredDocument> openMap(MVStore store, String name) {
        return store.openMap(
                name,
                new MVMap.Builder<Object, StoredDocument>()
                        .keyType(StoredDocument.IdType.INSTANCE)
                        .valueType(StoredDocument.Type.INSTANCE));
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        if (command.equalsIgnoreCase("aggregate")) {
            return aggregate(channel, command, query, databases, oplog);
        }
        if (command.equalsIgnoreCase("insert")) {
            Document reply = super.handleCommand(channel, command, query, databases, oplog);
            return OrderedWrites.countInserted(query, reply);
        }
        if (command.equalsIgnoreCase("update")) {
            return OrderedWrites.update(
                    query, single -> super.handleCommand(channel, command, single, databases, oplog));
        }
        return super.handleCommand(channel, command, query, databases, oplog);
    }

    /**
     * Runs an aggregation. A leading {@code $match} selects documents as a query does, instead of reading all of them.
     */
    private Document aggregate(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        StoredCollection collection = opened.get(String.valueOf(query.get(command)));
        boolean matchesFirst = query.get("pipeline") instanceof List<?> asked
                && !asked.isEmpty()
                && asked.get(0) instanceof Document first
                && first.get("$match") instanceof Document;
        if (collection == null || !matchesFirst) {
            return super.handleCommand(channel, command, query, databases, oplog);
        }
        List<?> stages = (List<?>) query.get("pipeline");
        Document match = (Document) ((Document) stages.get(0)).get("$match");
        if (stages.size() == 2 && COUNTED.equals(stages.get(1))) {
            return counted(collection, match);
        }
        return collection.narrowedTo(match, () -> super.handleCommand(channel, command, query, databases, oplog));
    }

    /** Answers the aggregation that a driver's {@code countDocuments} sends, without copying documents. */
    private Document counted(StoredCollection collection, Document match) {
        int count = Math.toIntExact(collection.matching(match));
        List<Document> batch = count == 0 ? List.of() : List.of(new Document("_id", 1).append("n", count));
        Document reply = new Document(
                "cursor",
                new Document("id", 0L).append("ns", collection.getFullName()).append("firstBatch", batch));
        Utils.markOkay(reply);
        return reply;
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        MVMap<Object, StoredDocument> documents = openMap(store, mapName(getFullCollectionNamespace(name)));
        StoredCollection collection = new StoredCollection(this, name, options, cursorRegistry, documents, isOpening);
        opened.put(name, collection);
        return collection;
    }

    private static String mapName(String namespace) {
        return MAP_PREFIX + namespace;
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        if (keys.size() == 1 && keys.get(0).getKey().equals("_id")) {
            return new PrimaryIndex(
                    name, keys.get(0).isAscending(), opened.get(collection).documents());
        }
        return new SortedIndex(name, keys, sparse, true);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return new SortedIndex(name, keys, sparse, false);
    }

    @Override
    public void drop(Oplog oplog) {
        super.drop(oplog);
        for (String name : List.copyOf(store.getMapNames())) {
            if (name.startsWith(mapName(databaseName + Utils.PATH_DELIMITER))) {
                store.removeMap(name);
            }
        }
        opened.clear();
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        StoredCollection dropped = opened.remove(name);
        store.removeMap(dropped.documents());
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        StoredCollection moved = (StoredCollection) collection;
        String oldName = moved.getCollectionName();
        super.moveCollection(from, moved, newName);
        store.renameMap(moved.documents(), mapName(getFullCollectionNamespace(newName)));
        ((StoredDatabase) from).opened.remove(oldName);
        opened.put(newName, moved);
    }

    @Override
    protected long getStorageSize() {
        FileStore<?> file = store.getFileStore();
        return file == null ? 0 : file.size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}
