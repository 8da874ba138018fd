package dev.fieldcert.local.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One way to answer a query from one index: the ranges that contain every matching document, and whether reading them
 * yields the requested order.
 */
final class IndexScan {
    private static final int MOST_RANGES = 1000;

    private final SortedIndex index;
    private final List<NavigableSet<IndexEntry>> ranges;
    private final Reading reading;

    private enum Reading {
        FORWARDS,
        BACKWARDS,
        BY_ID,
        UNSORTED
    }

    private IndexScan(SortedIndex index, List<NavigableSet<IndexEntry>> ranges, Reading reading) {
        this.index = index;
        this.ranges = ranges;
        this.reading = reading;
    }

    /**
     * @param idsInOrder whether the matcher orders ids as this store does
     * @return the scan; null if the index does not help
     */
    static IndexScan of(
            SortedIndex index, Conditions conditions, SortOrder order, boolean idsInOrder, boolean limited) {
        List<List<Object>> prefixes = new ArrayList<>(List.of(List.of()));
        List<IndexKey> keys = index.getKeys();
        // Two conditions may match different elements of an array, so only one of them may narrow the search.
        int usable = index.hasArrays() ? 1 : keys.size();
        int equal = 0;
        while (equal < usable
                && isUsable(index, conditions.of(keys.get(equal).getKey()).points(), prefixes.size())) {
            prefixes =
                    extended(prefixes, conditions.of(keys.get(equal).getKey()).points());
            equal++;
        }
        Conditions.Field last = equal < usable ? conditions.of(keys.get(equal).getKey()) : null;
        boolean range = last != null && last.isRange();
        Reading reading = reading(index, keys, equal, prefixes.size(), order, idsInOrder);
        if (equal == 0 && !range && !(limited && !index.leavesOutDocuments() && isByEntries(reading))) {
            return null;
        }
        List<NavigableSet<IndexEntry>> ranges = new ArrayList<>();
        for (List<Object> prefix : prefixes) {
            ranges.add(
                    range ? between(index, prefix, last, keys.get(equal).isAscending()) : startingWith(index, prefix));
        }
        return new IndexScan(index, ranges, reading);
    }

    private static boolean isUsable(SortedIndex index, List<Object> points, int ranges) {
        if (points == null || points.size() * ranges > MOST_RANGES) {
            return false;
        }
        boolean nullsAreFound = !index.leavesOutDocuments() && !index.hasArrays();
        return points.stream().allMatch(point -> point == null ? nullsAreFound : BsonOrder.isScalar(point));
    }

    private static List<List<Object>> extended(List<List<Object>> prefixes, List<Object> points) {
        Set<Object> distinct = new TreeSet<>(BsonOrder.INSTANCE);
        distinct.addAll(points);
        List<List<Object>> extended = new ArrayList<>();
        for (List<Object> prefix : prefixes) {
            for (Object point : distinct) {
                List<Object> longer = new ArrayList<>(prefix);
                longer.add(point);
                extended.add(longer);
            }
        }
        return extended;
    }

    private static Reading reading(
            SortedIndex index, List<IndexKey> keys, int equal, int prefixes, SortOrder order, boolean idsInOrder) {
        if (index.hasArrays() || !index.filteredOnly().isEmpty() || prefixes != 1) {
            return order.isEmpty() ? Reading.BY_ID : Reading.UNSORTED;
        }
        Set<String> equalFields = new HashSet<>(index.fields().subList(0, equal));
        SortOrder left = order.amongEqual(equalFields);
        if (idsInOrder) {
            left = left.withoutLastId();
        }
        if (left.isEmpty()) {
            return Reading.BY_ID;
        }
        List<IndexKey> rest = keys.subList(equal, keys.size());
        if (left.isOrderOf(rest, true)) {
            return Reading.FORWARDS;
        }
        return left.isOrderOf(rest, false) ? Reading.BACKWARDS : Reading.UNSORTED;
    }

    private static NavigableSet<IndexEntry> startingWith(SortedIndex index, List<Object> prefix) {
        return index.entries().subSet(IndexEntry.bound(prefix, false), false, IndexEntry.bound(prefix, true), false);
    }

    private static NavigableSet<IndexEntry> between(
            SortedIndex index, List<Object> prefix, Conditions.Field field, boolean ascending) {
        Conditions.Bound lower = field.lower();
        Conditions.Bound upper = field.upper();
        if (lower != null && upper != null) {
            // Different elements of an array may satisfy the two bounds, and a bound of another type is left to the
            // matcher.
            upper = index.hasArrays() || !BsonOrder.sameType(lower.value(), upper.value()) ? null : upper;
        }
        Object type = lower == null ? upper.value() : lower.value();
        List<Object> low = with(prefix, lower == null ? BsonOrder.edgeOfType(type, false) : lower.value());
        List<Object> high = with(prefix, upper == null ? BsonOrder.edgeOfType(type, true) : upper.value());
        boolean lowIn = lower == null || lower.inclusive();
        boolean highIn = upper == null || upper.inclusive();
        IndexEntry from = ascending ? IndexEntry.bound(low, !lowIn) : IndexEntry.bound(high, !highIn);
        IndexEntry to = ascending ? IndexEntry.bound(high, highIn) : IndexEntry.bound(low, lowIn);
        if (index.entries().comparator().compare(from, to) > 0) {
            return new TreeSet<>();
        }
        return index.entries().subSet(from, false, to, false);
    }

    private static List<Object> with(List<Object> prefix, Object value) {
        List<Object> longer = new ArrayList<>(prefix);
        longer.add(value);
        return longer;
    }

    private static boolean isByEntries(Reading reading) {
        return reading == Reading.FORWARDS || reading == Reading.BACKWARDS;
    }

    boolean isSorted() {
        return reading != Reading.UNSORTED;
    }

    /** Whether reading may stop once enough documents match. */
    boolean isLazy() {
        return isByEntries(reading);
    }

    /** The number of entries to read. Stops counting once the limit is reached, so the result may be above it. */
    long sizeUpTo(long most) {
        long size = index.filteredOnly().size();
        for (NavigableSet<IndexEntry> range : ranges) {
            size += range.stream().limit(Math.max(0, most - size)).count();
        }
        return size;
    }

    /**
     * The ids of the candidates, without duplicates; in the requested order if {@link #isSorted}, otherwise ascending.
     */
    Stream<Object> ids() {
        if (reading == Reading.FORWARDS) {
            return ranges.get(0).stream().map(IndexEntry::id);
        }
        if (reading == Reading.BACKWARDS) {
            Iterator<IndexEntry> backwards =
                    new EqualsForwards(ranges.get(0).descendingSet().iterator());
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(backwards, 0), false)
                    .map(IndexEntry::id);
        }
        Set<Object> ids = new TreeSet<>(BsonOrder.INSTANCE);
        ids.addAll(index.filteredOnly());
        ranges.forEach(range -> range.forEach(entry -> ids.add(entry.id())));
        return ids.stream();
    }

    /**
     * Puts entries with equal values back into ascending order of id, because documents that sort as equal are
     * returned by ascending id in both directions.
     */
    private static final class EqualsForwards implements Iterator<IndexEntry> {
        private final Iterator<IndexEntry> descending;
        private final List<IndexEntry> equal = new ArrayList<>();
        private IndexEntry next;

        EqualsForwards(Iterator<IndexEntry> descending) {
            this.descending = descending;
            this.next = descending.hasNext() ? descending.next() : null;
        }

        @Override
        public boolean hasNext() {
            return !equal.isEmpty() || next != null;
        }

        @Override
        public IndexEntry next() {
            if (equal.isEmpty()) {
                IndexEntry first = next;
                while (next != null && next.hasValuesOf(first)) {
                    equal.add(next);
                    next = descending.hasNext() ? descending.next() : null;
                }
            }
            return equal.remove(equal.size() - 1);
        }
    }
}
