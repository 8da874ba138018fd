package dev.fieldcert.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/** Chooses how to find a query's documents: by id, by the index with the fewest entries to read, or by reading all. */
final class QueryPlanner {
    /**
     * The size of an index scan is counted only up to this number, because counting further would cost more than it
     * saves.
     */
    private static final int COUNTED = 1000;

    private final MVMap<Object, StoredDocument> documents;
    private final List<SortedIndex> indexes;

    QueryPlanner(MVMap<Object, StoredDocument> documents, List<SortedIndex> indexes) {
        this.documents = documents;
        this.indexes = indexes;
    }

    /** @param limit the requested number of documents, 0 for all */
    Plan plan(Document query, Document orderBy, int skip, int limit) {
        if (orderBy != null && orderBy.containsKey("$natural")) {
            boolean forwards = ((Number) orderBy.get("$natural")).intValue() > 0;
            return new Plan(read(null, null, !forwards), true);
        }
        SortOrder order = SortOrder.of(orderBy);
        Conditions conditions = Conditions.of(query);
        Conditions.Field id = conditions.of("_id");
        if (id.points() != null) {
            Stream<Object> ids = id.points().stream()
                    .map(PrimaryIndex::idOf)
                    .sorted(BsonOrder.INSTANCE)
                    .distinct();
            return new Plan(found(ids), order.isEmpty());
        }
        boolean idsInOrder = documents.isEmpty() || BsonOrder.isScalar(documents.lastKey());
        IndexScan best = null;
        long bestCost = Long.MAX_VALUE;
        for (SortedIndex index : indexes) {
            IndexScan scan = IndexScan.of(index, conditions, order, idsInOrder, limit > 0);
            long cost = scan == null ? Long.MAX_VALUE : cost(scan, skip, limit);
            if (cost < bestCost) {
                best = scan;
                bestCost = cost;
            }
        }
        if (best != null && (bestCost < COUNTED || !id.isRange())) {
            return new Plan(found(best.ids()), best.isSorted());
        }
        return readById(id, order, idsInOrder);
    }

    /**
     * The expected number of entries to read. A sorted scan can stop once enough documents match, but some of the
     * documents it reads will not match.
     */
    private static long cost(IndexScan scan, int skip, int limit) {
        long size = scan.sizeUpTo(COUNTED);
        return scan.isLazy() && limit > 0 ? Math.min(size, (long) skip + limit + COUNTED / 10) : size;
    }

    private Plan readById(Conditions.Field id, SortOrder order, boolean idsInOrder) {
        boolean backwards = idsInOrder && order.isById(false);
        boolean sorted = order.isEmpty() || backwards || (idsInOrder && order.isById(true));
        Object from = id.lower() == null ? null : id.lower().value();
        Object to = id.upper() == null ? null : id.upper().value();
        return new Plan(read(from, to, backwards), sorted);
    }

    private Stream<Document> read(Object from, Object to, boolean backwards) {
        Cursor<Object, StoredDocument> cursor =
                documents.cursor(backwards ? to : from, backwards ? from : to, backwards);
        return stream(cursor, any -> cursor.getValue().document());
    }

    private static <K> Stream<Document> stream(Iterator<K> keys, Function<K, Document> document) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(keys, 0), false)
                .map(document);
    }

    private Stream<Document> found(Stream<Object> ids) {
        return ids.map(documents::get).filter(Objects::nonNull).map(StoredDocument::document);
    }
}
