package dev.fieldcert.local.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The conditions in a query that an index can answer, by field: equality, membership, and bounds. Everything else is
 * left to the matcher, which checks every candidate anyway; so a condition may be missing here, but none may be added.
 */
final class Conditions {
    private final Map<String, Field> fields = new HashMap<>();

    private Conditions() {}

    static Conditions of(Document query) {
        Conditions conditions = new Conditions();
        conditions.read(query);
        return conditions;
    }

    /** The conditions on the field; an unrestricted one if the query has none. */
    Field of(String field) {
        return fields.getOrDefault(field, Field.UNRESTRICTED);
    }

    private void read(Document query) {
        for (Map.Entry<String, Object> entry : query.entrySet()) {
            if (entry.getKey().equals("$and") && entry.getValue() instanceof Collection<?> all) {
                for (Object one : all) {
                    if (one instanceof Document document) {
                        read(document);
                    }
                }
            } else if (!entry.getKey().startsWith("$")) {
                readField(entry.getKey(), entry.getValue());
            }
        }
    }

    private void readField(String name, Object asked) {
        Field field = fields.computeIfAbsent(name, any -> new Field());
        if (!(asked instanceof Document operators)) {
            field.among(List.of(Missing.ofNullable(asked)));
        } else if (operators.keySet().stream().noneMatch(key -> key.startsWith("$"))) {
            field.among(List.of(operators));
        } else {
            operators.forEach(field::read);
        }
    }

    /** The conditions on one field. All values are normalized. */
    static final class Field {
        private static final Field UNRESTRICTED = new Field();

        private List<Object> points;
        private Bound lower;
        private Bound upper;

        /**
         * The allowed values: the field, or one of its elements, must equal one of them. Returns {@code null} if there
         * is no such condition.
         */
        List<Object> points() {
            return points;
        }

        Bound lower() {
            return lower;
        }

        Bound upper() {
            return upper;
        }

        boolean isRange() {
            return lower != null || upper != null;
        }

        private void read(String operator, Object operand) {
            switch (operator) {
                case "$eq" -> among(List.of(Missing.ofNullable(operand)));
                case "$in" -> {
                    if (operand instanceof Collection<?> values) {
                        among(values.stream().map(Missing::ofNullable).toList());
                    }
                }
                case "$gt", "$gte" -> lower = bound(operand, operator.equals("$gte"), lower);
                case "$lt", "$lte" -> upper = bound(operand, operator.equals("$lte"), upper);
                default -> {
                    // left to the matcher
                }
            }
        }

        private void among(Collection<?> values) {
            if (points != null || values.stream().anyMatch(value -> value instanceof Decimal128)) {
                return;
            }
            List<Object> normalized = new ArrayList<>();
            for (Object value : values) {
                Object point = BsonOrder.normalize(value);
                if (point != null && !BsonOrder.isScalar(point) && !(point instanceof Document)) {
                    return;
                }
                normalized.add(point);
            }
            points = normalized;
        }

        private static Bound bound(Object operand, boolean inclusive, Bound known) {
            Object value = BsonOrder.normalize(operand);
            boolean usable = known == null && BsonOrder.isScalar(value) && !(operand instanceof Decimal128);
            return usable ? new Bound(value, inclusive) : known;
        }
    }

    /** One end of a range over values of one type. */
    record Bound(Object value, boolean inclusive) {}
}
