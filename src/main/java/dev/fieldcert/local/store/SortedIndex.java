package dev.fieldcert.local.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A secondary index, in memory and rebuilt from the documents when the store opens, so it cannot contradict them.
 * Guarded by the collection's monitor.
 */
final class SortedIndex extends PassiveIndex {
    private final boolean unique;
    private final NavigableSet<IndexEntry> entries;
    private final NavigableSet<Object> filteredOnly = new TreeSet<>(BsonOrder.INSTANCE);
    private int documentsWithArrays;

    SortedIndex(String name, List<IndexKey> keys, boolean sparse, boolean unique) {
        super(name, keys, sparse);
        this.unique = unique;
        this.entries = new TreeSet<>(new IndexEntry.Order(keys));
    }

    NavigableSet<IndexEntry> entries() {
        return entries;
    }

    /**
     * Ids of documents with a value that the matcher orders differently from this index. They are candidates for every
     * query.
     */
    NavigableSet<Object> filteredOnly() {
        return filteredOnly;
    }

    boolean hasArrays() {
        return documentsWithArrays > 0;
    }

    boolean leavesOutDocuments() {
        return isSparse();
    }

    List<String> fields() {
        return keys();
    }

    /** Adds a document that has passed {@link #checkAdd}. */
    void insert(Document document) {
        change(document, true);
    }

    void delete(Document document) {
        change(document, false);
    }

    private void change(Document document, boolean insert) {
        List<Object> raw = rawValues(document);
        if (isLeftOut(raw)) {
            return;
        }
        Object id = PrimaryIndex.idOf(document);
        for (Object[] values : values(document, raw)) {
            IndexEntry entry = new IndexEntry(values, id);
            if (insert) {
                entries.add(entry);
            } else {
                entries.remove(entry);
            }
        }
        if (raw.stream().anyMatch(Collection.class::isInstance)) {
            documentsWithArrays += insert ? 1 : -1;
        }
        if (raw.stream().anyMatch(SortedIndex::isFilteredOnly)) {
            if (insert) {
                filteredOnly.add(id);
            } else {
                filteredOnly.remove(id);
            }
        }
    }

    private List<Object> rawValues(Document document) {
        List<Object> raw = new ArrayList<>();
        for (IndexKey key : getKeys()) {
            raw.add(Utils.getSubdocumentValueCollectionAware(document, key.getKey()));
        }
        return raw;
    }

    private boolean isLeftOut(List<Object> raw) {
        return isSparse() && IntStream.range(0, raw.size()).allMatch(field -> isMissing(field, raw.get(field)));
    }

    /** Whether the document lacks the field. A field below an array is missing if no element has it. */
    private boolean isMissing(int field, Object raw) {
        return raw instanceof Missing
                || (isNested(field)
                        && raw instanceof Collection<?> list
                        && list.stream().allMatch(Missing.class::isInstance));
    }

    private boolean isNested(int field) {
        return getKeys().get(field).getKey().contains(Utils.PATH_DELIMITER);
    }

    private static boolean isFilteredOnly(Object raw) {
        if (raw instanceof Collection<?> list) {
            return list.stream().anyMatch(element -> element instanceof Collection || isFilteredOnly(element));
        }
        return raw instanceof Decimal128
                || !(Missing.isNullOrMissing(raw) || BsonOrder.isScalar(BsonOrder.normalize(raw)));
    }

    private Collection<Object[]> values(Document document, List<Object> raw) {
        List<Collection<?>> arrays = new ArrayList<>();
        for (Object value : raw) {
            if (value instanceof Collection<?> list) {
                arrays.add(list);
            }
        }
        boolean noneIsEmpty = arrays.stream().noneMatch(Collection::isEmpty);
        if (!arrays.isEmpty() && noneIsEmpty) {
            return combined(document);
        }
        if (arrays.size() > 1) {
            combined(document); // refuses parallel arrays in one index, as MongoDB does
        }
        Object[] values = new Object[raw.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = raw.get(i);
            if (value instanceof Collection) {
                values[i] = isNested(i) ? null : BsonOrder.EMPTY_ARRAY;
            } else {
                values[i] = BsonOrder.normalize(value);
            }
        }
        return List.<Object[]>of(values);
    }

    private List<Object[]> combined(Document document) {
        try {
            return getKeyValues(document).stream()
                    .map(key -> key.stream().toArray())
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new MongoServerError(
                    ErrorCode.CannotIndexParallelArrays,
                    "The embedded MongoDB cannot index arrays within arrays together: " + getName());
        }
    }

    private void check(Document document, MongoCollection<Object> collection) {
        List<Object> raw = rawValues(document);
        if (isLeftOut(raw)) {
            return;
        }
        Object id = PrimaryIndex.idOf(document);
        for (Object[] values : values(document, raw)) {
            if (unique && isTaken(values, id)) {
                throw new DuplicateKeyError(this, collection, getKeys(), shown(values));
            }
        }
    }

    private boolean isTaken(Object[] values, Object id) {
        List<Object> list = Arrays.asList(values);
        return entries.subSet(IndexEntry.bound(list, false), false, IndexEntry.bound(list, true), false).stream()
                .anyMatch(entry -> BsonOrder.INSTANCE.compare(entry.id(), id) != 0);
    }

    private static KeyValue shown(Object[] values) {
        Object[] shown = values.clone();
        for (int i = 0; i < shown.length; i++) {
            shown[i] = shown[i] == BsonOrder.EMPTY_ARRAY ? List.of() : shown[i];
        }
        return new KeyValue(shown);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        check(document, collection);
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
        check(newDocument, collection);
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return other instanceof SortedIndex index
                && unique == index.unique
                && isSparse() == index.isSparse()
                && hasSameKeys(index);
    }

    boolean hasSameKeys(SortedIndex other) {
        return toIndexDescription().get("key").equals(other.toIndexDescription().get("key"));
    }

    @Override
    public long getCount() {
        return entries.size();
    }

    @Override
    public long getDataSize() {
        return entries.size();
    }

    @Override
    public void drop() {
        entries.clear();
        filteredOnly.clear();
    }

    @Override
    public Object remove(Document document) {
        return PrimaryIndex.idOf(document);
    }

    @Override
    public Object getPosition(Document document) {
        return null;
    }
}
