package dev.fieldcert.local.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One entry of an index: a document's indexed values and its id. The bounds of a range are entries whose last value is
 * {@link BsonOrder#LOWEST} or {@link BsonOrder#HIGHEST}.
 */
record IndexEntry(Object[] values, Object id) {
    /** A bound that sorts before or after all entries that begin with these values. */
    static IndexEntry bound(List<Object> values, boolean after) {
        Object[] bounded = Arrays.copyOf(values.toArray(), values.size() + 1);
        bounded[values.size()] = after ? BsonOrder.HIGHEST : BsonOrder.LOWEST;
        return new IndexEntry(bounded, null);
    }

    boolean hasValuesOf(IndexEntry other) {
        for (int i = 0; i < values.length; i++) {
            if (BsonOrder.INSTANCE.compare(values[i], other.values[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Orders entries by the index's fields, each in its direction, and then by id. */
    static final class Order implements Comparator<IndexEntry> {
        private final boolean[] ascending;

        Order(List<IndexKey> keys) {
            ascending = new boolean[keys.size()];
            for (int i = 0; i < ascending.length; i++) {
                ascending[i] = keys.get(i).isAscending();
            }
        }

        @Override
        public int compare(IndexEntry left, IndexEntry right) {
            int common = Math.min(left.values.length, right.values.length);
            for (int i = 0; i < common; i++) {
                int order = compareValue(i, left.values[i], right.values[i]);
                if (order != 0) {
                    return order;
                }
            }
            if (left.values.length != right.values.length) {
                return left.values.length > common ? side(left.values[common]) : -side(right.values[common]);
            }
            return BsonOrder.INSTANCE.compare(left.id, right.id);
        }

        private static int side(Object bound) {
            return bound == BsonOrder.HIGHEST ? 1 : -1;
        }

        private int compareValue(int field, Object left, Object right) {
            int order = BsonOrder.INSTANCE.compare(left, right);
            boolean bound = isBound(left) || isBound(right);
            return bound || field >= ascending.length || ascending[field] ? order : -order;
        }

        private static boolean isBound(Object value) {
            return value == BsonOrder.LOWEST || value == BsonOrder.HIGHEST;
        }
    }
}
