package dev.fieldcert.local.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.IndexKeySpecsConflictException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;

/**
 * A collection: one map of the store, sorted by {@code _id}, with its indexes in memory. A query returns exactly what
 * reading every document would.
 */
final class StoredCollection extends AbstractSynchronizedMongoCollection<Object> {
    private final MVMap<Object, StoredDocument> documents;
    private final ThreadLocal<Document> narrowed = new ThreadLocal<>();
    private boolean indexesAreBuiltLater;
    private boolean isReader;
    private boolean onlyFirst;

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            MVMap<Object, StoredDocument> documents,
            boolean indexesAreBuiltLater) {
        super(database, name, options, cursors);
        this.documents = documents;
        this.indexesAreBuiltLater = indexesAreBuiltLater;
    }

    MVMap<Object, StoredDocument> documents() {
        return documents;
    }

    // --- indexes

    @Override
    public synchronized void addIndex(Index<Object> index) {
        for (Index<Object> existing : getIndexes()) {
            boolean sameName = existing.getName().equals(index.getName());
            if (sameName && !isSameIndex(existing, index)) {
                throw new IndexKeySpecsConflictException(index, existing);
            }
            if (sameName) {
                return;
            }
            if (existing instanceof SortedIndex one && index instanceof SortedIndex other && one.hasSameKeys(other)) {
                throw new MongoServerError(
                        85,
                        "IndexOptionsConflict",
                        "Index already exists with a different name: " + existing.getName());
            }
        }
        if (!indexesAreBuiltLater && index instanceof SortedIndex sorted) {
            build(List.of(sorted));
        }
        getIndexes().add(index);
    }

    private static boolean isSameIndex(Index<Object> existing, Index<Object> index) {
        return existing instanceof PrimaryIndex ? index instanceof PrimaryIndex : existing.hasSameOptions(index);
    }

    /** Reads every document once, which verifies that all are readable, and fills the indexes. */
    synchronized void buildIndexes() {
        build(sortedIndexes());
        indexesAreBuiltLater = false;
    }

    private void build(List<SortedIndex> indexes) {
        try {
            documents
                    .values()
                    .forEach(stored -> indexes.forEach(index -> {
                        index.checkAdd(stored.document(), this);
                        index.insert(stored.document());
                    }));
        } catch (MongoServerError e) {
            throw new IndexBuildFailedException(e, this);
        }
    }

    private List<SortedIndex> sortedIndexes() {
        List<SortedIndex> sorted = new ArrayList<>();
        for (Index<Object> index : getIndexes()) {
            if (index instanceof SortedIndex one) {
                sorted.add(one);
            }
        }
        return sorted;
    }

    // --- changing

    @Override
    protected Object addDocumentInternal(Document document) {
        StoredDocument stored = StoredDocument.copyOf(document);
        Object id = newPosition(stored.document());
        documents.put(id, stored);
        sortedIndexes().forEach(index -> index.insert(stored.document()));
        return id;
    }

    private Object newPosition(Document document) {
        if (getIdField() != null) {
            return PrimaryIndex.idOf(document.get(getIdField()));
        }
        return documents.isEmpty() ? 0.0 : (Double) documents.lastKey() + 1;
    }

    @Override
    protected void handleUpdate(Object id, Document before, Document after) {
        StoredDocument stored = StoredDocument.copyOf(after);
        StoredDocument old = documents.put(id, stored);
        for (SortedIndex index : sortedIndexes()) {
            index.delete(old.document());
            index.insert(stored.document());
        }
    }

    @Override
    protected void removeDocument(Object id) {
        StoredDocument old = documents.remove(id);
        sortedIndexes().forEach(index -> index.delete(old.document()));
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean multi, boolean upsert, Oplog oplog) {
        onlyFirst = !multi;
        try {
            return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
        } finally {
            onlyFirst = false;
        }
    }

    // --- reading

    /** Runs {@code reading}, whose first scan of the collection may skip documents that do not match the query. */
    <T> T narrowedTo(Document query, Supplier<T> reading) {
        narrowed.set(query);
        try {
            return reading.get();
        } finally {
            narrowed.remove();
        }
    }

    @Override
    public synchronized QueryResult handleQuery(QueryParameters parameters) {
        isReader = parameters.getQuerySelector().containsKey("$query");
        try {
            return super.handleQuery(parameters);
        } finally {
            isReader = false;
        }
    }

    @Override
    public synchronized Document handleDistinct(Document query) {
        isReader = true;
        try {
            return super.handleDistinct(query);
        } finally {
            isReader = false;
        }
    }

    @Override
    public synchronized int count(Document query, int skip, int limit) {
        return super.count(query, skip, limit);
    }

    /** The number of matching documents, without copying them. */
    synchronized long matching(Document query) {
        if (query.isEmpty()) {
            return documents.size();
        }
        return new QueryPlanner(documents, sortedIndexes())
                .plan(query, null, 0, 0)
                .candidates()
                .filter(document -> documentMatchesQuery(document, query))
                .count();
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        Document asked = query;
        if (query.isEmpty() && narrowed.get() != null) {
            asked = narrowed.get();
            narrowed.remove();
        }
        int most = onlyFirst ? 1 : limit;
        Plan plan = new QueryPlanner(documents, sortedIndexes()).plan(asked, orderBy, skip, most);
        boolean sort = !plan.sorted() && orderBy != null && !orderBy.isEmpty() && !orderBy.containsKey("$natural");
        QueryResult result = matchDocumentsFromStream(
                asked, plan.candidates(), skip, most, batchSize, sort ? new DocumentComparator(orderBy) : null, fields);
        return isReader ? result : copied(result);
    }

    /** Copies the documents, because an update or aggregation changes them in place. */
    private static QueryResult copied(QueryResult result) {
        List<Document> copies = new ArrayList<>();
        result.forEach(document -> copies.add(document.cloneDeeply()));
        return new QueryResult(copies, result.getCursorId());
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    @Override
    protected Document getDocument(Object id) {
        return documents.get(id).document();
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(entry.getValue().document(), entry.getKey()));
    }

    // --- size

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int delta) {
        throw new UnsupportedOperationException("The size is summed up when it is asked for");
    }

    @Override
    protected int getDataSize() {
        long bytes =
                documents.values().stream().mapToLong(StoredDocument::bytes).sum();
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }
}
