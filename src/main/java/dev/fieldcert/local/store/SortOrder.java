package dev.fieldcert.local.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A query's sort order: fields, the most significant first. Without fields, any order will do. */
record SortOrder(List<IndexKey> fields) {
    static SortOrder of(Document orderBy) {
        List<IndexKey> fields = new ArrayList<>();
        if (orderBy != null) {
            for (Map.Entry<String, Object> field : orderBy.entrySet()) {
                boolean ascending = field.getValue() instanceof Number direction && direction.intValue() > 0;
                fields.add(new IndexKey(field.getKey(), ascending));
            }
        }
        return new SortOrder(fields);
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The remaining order among documents that are equal in these fields. */
    SortOrder amongEqual(Set<String> equalFields) {
        return new SortOrder(fields.stream()
                .filter(field -> !equalFields.contains(field.getKey()))
                .toList());
    }

    /**
     * This order without a trailing ascending {@code _id}. Use it where documents that are otherwise equal are returned
     * by ascending id anyway.
     */
    SortOrder withoutLastId() {
        if (isEmpty() || !isAscendingId(fields.get(fields.size() - 1))) {
            return this;
        }
        return new SortOrder(fields.subList(0, fields.size() - 1));
    }

    boolean isById(boolean ascending) {
        return fields.size() == 1
                && fields.get(0).getKey().equals("_id")
                && fields.get(0).isAscending() == ascending;
    }

    private static boolean isAscendingId(IndexKey field) {
        return field.getKey().equals("_id") && field.isAscending();
    }

    /** Whether reading entries of these fields forward or backward yields exactly this order. */
    boolean isOrderOf(List<IndexKey> indexed, boolean forwards) {
        if (indexed.size() != fields.size()) {
            return false;
        }
        for (int i = 0; i < indexed.size(); i++) {
            IndexKey field = fields.get(i);
            boolean sameDirection = field.isAscending() == indexed.get(i).isAscending();
            if (!field.getKey().equals(indexed.get(i).getKey()) || sameDirection != forwards) {
                return false;
            }
        }
        return true;
    }
}
