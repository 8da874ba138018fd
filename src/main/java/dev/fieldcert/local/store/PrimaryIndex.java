package dev.fieldcert.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.List;
import org.h2.mvstore.MVMap;

/** The index on {@code _id}: a view of the map of documents, which is sorted by id. */
final class PrimaryIndex extends PassiveIndex {
    private static final String FIELD = "_id";

    private final MVMap<Object, StoredDocument> documents;

    PrimaryIndex(String name, boolean ascending, MVMap<Object, StoredDocument> documents) {
        super(name, List.of(new IndexKey(FIELD, ascending)), false);
        this.documents = documents;
    }

    static Object idOf(Document document) {
        return idOf(document.get(FIELD));
    }

    static Object idOf(Object id) {
        return Missing.ofNullable(BsonOrder.normalize(id));
    }

    @Override
    public Object getPosition(Document document) {
        Object id = idOf(document);
        return documents.containsKey(id) ? id : null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        if (documents.containsKey(idOf(document))) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(new Object[] {document.get(FIELD)}));
        }
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {}

    @Override
    public Object remove(Document document) {
        return getPosition(document);
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return documents.sizeAsLong();
    }

    @Override
    public void drop() {}
}
