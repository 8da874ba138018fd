package dev.fieldcert.local.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;

/**
 * Orders ids and index entries by type, as MongoDB ranks types, and then by value. Values must have gone through
 * {@link #normalize}; two of them compare as 0 exactly when a query treats them as equal.
 */
final class BsonOrder implements Comparator<Object> {
    static final BsonOrder INSTANCE = new BsonOrder();

    /** Sorts before every value, as {@link #HIGHEST} sorts after every value; they mark the ends of a range. */
    static final Object LOWEST = new Edge(-1, false);

    static final Object HIGHEST = new Edge(Integer.MAX_VALUE, true);

    /** The value that an index holds for an empty array. */
    static final Object EMPTY_ARRAY = new Object();

    private static final double LARGEST_EXACT = 1L << 53;
    private static final int NULL = 1;
    private static final int FIRST_SCALAR = 2;
    private static final int OTHER = 20;

    private BsonOrder() {}

    /** The value as queries compare it: every number has the same type, and a missing value is {@code null}. */
    static Object normalize(Object value) {
        if (value == null || value instanceof Missing) {
            return null;
        }
        if (value instanceof String
                || value instanceof ObjectId
                || value instanceof Instant
                || value instanceof Boolean) {
            return value;
        }
        return new KeyValue(new Object[] {value}).normalized().get(0);
    }

    /** Whether this class orders and equates the value as the matcher does. Any other value is left to the matcher. */
    static boolean isScalar(Object normalized) {
        int rank = rank(normalized);
        return rank >= FIRST_SCALAR && rank < OTHER;
    }

    /** Whether both values have the same type, so that {@code $lt} and the like can apply. */
    static boolean sameType(Object normalized, Object other) {
        return rank(normalized) == rank(other);
    }

    /** A bound that sorts before or after every value of this value's type. */
    static Object edgeOfType(Object normalized, boolean after) {
        return new Edge(rank(normalized), after);
    }

    @Override
    public int compare(Object left, Object right) {
        int rank = rank(left);
        int byRank = Integer.compare(rank, rank(right));
        if (byRank != 0 || left == right) {
            return byRank;
        }
        if (left instanceof Edge || right instanceof Edge) {
            return Integer.compare(side(left), side(right));
        }
        return switch (rank) {
            case 2 -> ((Double) left).compareTo((Double) right);
            case 3 -> ((String) left).compareTo((String) right);
            case 4 -> left.toString().compareTo(right.toString());
            case 5 -> ((ObjectId) left).compareTo((ObjectId) right);
            case 6 -> ((Boolean) left).compareTo((Boolean) right);
            case 7 -> ((Instant) left).compareTo((Instant) right);
            case OTHER -> Arrays.compareUnsigned(encoded(left), encoded(right));
            default -> 0;
        };
    }

    private static int rank(Object value) {
        if (value == null || value instanceof Missing) {
            return NULL;
        }
        if (value instanceof Double number) {
            return isExact(number) ? FIRST_SCALAR : OTHER;
        }
        if (value instanceof String) {
            return 3;
        }
        if (value instanceof UUID) {
            return 4;
        }
        if (value instanceof ObjectId) {
            return 5;
        }
        if (value instanceof Boolean) {
            return 6;
        }
        if (value instanceof Instant) {
            return 7;
        }
        if (value instanceof Edge edge) {
            return edge.rank();
        }
        return value == EMPTY_ARRAY ? 0 : OTHER;
    }

    private static int side(Object value) {
        if (value instanceof Edge edge) {
            return edge.after() ? 1 : -1;
        }
        return 0;
    }

    /**
     * Whether the matcher orders the number consistently. It compares large numbers as long integers, so its order is
     * inconsistent outside this range.
     */
    private static boolean isExact(double number) {
        double magnitude = Math.abs(number);
        return magnitude <= Integer.MAX_VALUE || (magnitude <= LARGEST_EXACT && Math.rint(number) == number);
    }

    private static byte[] encoded(Object value) {
        ByteBuf buffer = Unpooled.buffer();
        try {
            BsonEncoder.encodeDocument(new Document("", value), buffer);
            return ByteBufUtil.getBytes(buffer);
        } finally {
            buffer.release();
        }
    }

    private record Edge(int rank, boolean after) {}
}
