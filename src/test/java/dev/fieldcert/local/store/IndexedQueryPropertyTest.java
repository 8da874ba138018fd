package dev.fieldcert.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.bson.Document;
import org.bson.types.Decimal128;

/** Whatever is written and asked, a collection with indexes answers as one without. */
class IndexedQueryPropertyTest {
    private static final List<String> FIELDS = List.of("a", "b", "c", "n.x", "n.y", "tags", "rows.p", "rows.q");
    private static MongoUnderTest mongo;

    /** The few fields that one run asks for and indexes, so that they meet. */
    private static List<String> fields = FIELDS;

    @BeforeContainer
    static void start() {
        mongo = new MongoUnderTest();
    }

    @AfterContainer
    static void stop() {
        mongo.close();
    }

    @Property(tries = 100)
    void anIndexChangesNoAnswer(@ForAll Random random) {
        boolean exotic = random.nextInt(4) == 0;
        fields = new ArrayList<>(FIELDS);
        Collections.shuffle(fields, random);
        fields = random.nextInt(3) == 0 ? List.of("rows.p", "rows.q") : fields.subList(0, 2 + random.nextInt(2));
        MongoCollection<Document> plain = mongo.collection("plain");
        MongoCollection<Document> indexed = mongo.collection("indexed");
        plain.drop();
        indexed.drop();
        List<Document> indexes = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            indexes.add(createIndex(random, indexed));
        }
        for (int i = 0; i < 40; i++) {
            change(random, exotic, plain, indexed);
        }
        assertThat(all(indexed)).isEqualTo(all(plain));
        for (int i = 0; i < 40; i++) {
            Document query = query(random, exotic);
            Document sort = sort(random);
            int limit = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(5);
            int skip = random.nextInt(4) == 0 ? random.nextInt(3) : 0;
            assertThat(find(indexed, query, sort, skip, limit))
                    .as("query %s sort %s skip %d limit %d indexes %s", query, sort, skip, limit, indexes)
                    .isEqualTo(find(plain, byCopyOfId(query), byCopyOfId(sort), skip, limit));
            assertThat(indexed.countDocuments(query))
                    .isEqualTo(
                            find(plain, byCopyOfId(query), new Document(), 0, 0).size());
        }
    }

    /** The same question without {@code _id}, which every collection has an index on: each document has a copy of it. */
    private static Document byCopyOfId(Document question) {
        Document copy = new Document();
        question.forEach((field, asked) -> copy.append(field.equals("_id") ? "k" : field, asked));
        return copy;
    }

    private static Object id(Random random) {
        int number = random.nextInt(20);
        return switch (number % 5) {
            case 0 -> "s" + number;
            case 1 -> number + 0.5;
            case 2 -> new Date(1_000_000L * number);
            default -> number;
        };
    }

    private static List<Document> all(MongoCollection<Document> collection) {
        return collection.find().sort(new Document("_id", 1)).into(new ArrayList<>());
    }

    private static List<Document> find(
            MongoCollection<Document> collection, Document query, Document sort, int skip, int limit) {
        return collection.find(query).sort(sort).skip(skip).limit(limit).into(new ArrayList<>());
    }

    private static Document createIndex(Random random, MongoCollection<Document> collection) {
        Document keys = new Document();
        int most = 1 + random.nextInt(3);
        for (int i = 0; i < most; i++) {
            keys.put(random.nextInt(8) == 0 ? "_id" : one(random, fields), random.nextInt(3) == 0 ? -1 : 1);
        }
        if (!keys.keySet().equals(Set.of("_id"))) {
            try {
                collection.createIndex(keys, new IndexOptions().sparse(random.nextInt(3) == 0));
            } catch (MongoCommandException e) {
                assertThat(e.getErrorCodeName()).isIn("IndexOptionsConflict", "IndexKeySpecsConflict");
            }
        }
        return keys;
    }

    /** Makes one change to both; one that the indexes refuse is made to neither. */
    private static void change(
            Random random, boolean exotic, MongoCollection<Document> plain, MongoCollection<Document> indexed) {
        Object id = id(random);
        Document query = random.nextBoolean() ? new Document("_id", id) : query(random, exotic);
        switch (random.nextInt(8)) {
            case 0 -> {
                Document sort = sort(random).append("_id", 1);
                Document update = update(random, exotic);
                FindOneAndUpdateOptions options = new FindOneAndUpdateOptions().sort(sort);
                Document target = plain.find(query).sort(sort).first();
                if (target != null && isAccepted(() -> indexed.findOneAndUpdate(query, update, options))) {
                    plain.updateOne(new Document("_id", target.get("_id")), update);
                }
            }
            case 1 ->
                assertThat(indexed.deleteMany(query).getDeletedCount())
                        .isEqualTo(plain.deleteMany(query).getDeletedCount());
            case 2, 3 -> {
                Document update = update(random, exotic);
                if (isAccepted(() -> indexed.updateOne(new Document("_id", id), update))) {
                    plain.updateOne(new Document("_id", id), update);
                }
            }
            default -> {
                Document document = document(random, exotic).append("_id", id).append("k", id);
                if (isAccepted(() -> indexed.insertOne(new Document(document)))) {
                    plain.insertOne(document);
                }
            }
        }
    }

    /** False when the id was taken, or arrays stand side by side in one index. */
    private static boolean isAccepted(Runnable write) {
        try {
            write.run();
            return true;
        } catch (MongoWriteException | MongoCommandException e) {
            assertThat(e.getMessage()).containsAnyOf("E11000", "cannot index parallel arrays", "arrays within arrays");
            return false;
        }
    }

    private static Document document(Random random, boolean exotic) {
        Document document = new Document();
        for (String field : List.of("a", "b", "c")) {
            if (random.nextInt(4) > 0) {
                document.append(field, value(random, exotic));
            }
        }
        if (random.nextBoolean()) {
            document.append("n", new Document("x", value(random, exotic)).append("y", value(random, exotic)));
        }
        if (random.nextInt(3) == 0) {
            document.append("tags", array(random, exotic));
        }
        if (random.nextBoolean()) {
            List<Document> rows = new ArrayList<>();
            for (int i = 0; i < random.nextInt(4); i++) {
                Document row = new Document(one(random, List.of("p", "q")), value(random, exotic));
                rows.add(
                        random.nextBoolean()
                                ? row
                                : row.append("p", number(random)).append("q", number(random)));
            }
            document.append("rows", rows);
        }
        return document;
    }

    private static Document update(Random random, boolean exotic) {
        String field = one(random, List.of("a", "b", "c", "tags", "n"));
        return random.nextInt(3) == 0
                ? new Document("$unset", new Document(field, ""))
                : new Document("$set", new Document(field, value(random, exotic)));
    }

    private static Document query(Random random, boolean exotic) {
        Document query = new Document();
        int most = random.nextInt(4);
        for (int i = 0; i < most; i++) {
            String field = random.nextInt(10) == 0 ? "_id" : one(random, fields);
            query.put(field, condition(random, exotic));
        }
        if (random.nextInt(6) == 0) {
            query.put("$and", List.of(new Document(one(random, fields), condition(random, exotic))));
        }
        if (random.nextInt(8) == 0) {
            query.put(
                    "$or",
                    List.of(
                            new Document(one(random, fields), condition(random, exotic)),
                            new Document(one(random, fields), condition(random, exotic))));
        }
        return query;
    }

    private static Object condition(Random random, boolean exotic) {
        return switch (random.nextInt(12)) {
            case 0 -> new Document("$in", List.of(number(random), Objects.requireNonNullElse(scalar(random), "s1")));
            case 1 -> new Document("$lte", Objects.requireNonNullElse(scalar(random), 3));
            case 2 -> new Document("$gt", number(random)).append("$lt", number(random));
            case 3 -> new Document("$gte", Objects.requireNonNullElse(scalar(random), 3));
            case 4 -> new Document("$ne", scalar(random));
            case 5 -> new Document("$exists", random.nextBoolean());
            default -> exotic && random.nextInt(3) == 0 ? value(random, true) : scalar(random);
        };
    }

    private static Document sort(Random random) {
        Document sort = new Document();
        for (int i = 0; i < random.nextInt(3); i++) {
            sort.put(random.nextInt(6) == 0 ? "_id" : one(random, fields), random.nextBoolean() ? 1 : -1);
        }
        // MongoDB promises no order among equals: with the id there is exactly one answer.
        sort.remove("_id");
        return sort.append("_id", random.nextInt(3) == 0 ? -1 : 1);
    }

    private static Object value(Random random, boolean exotic) {
        int kind = random.nextInt(exotic ? 10 : 20);
        return switch (kind) {
            case 0 -> array(random, exotic);
            case 1 -> new Document("z", number(random));
            case 2 -> exotic ? new Decimal128(random.nextInt(5)) : number(random);
            case 3 -> exotic ? Decimal128.parse("0.30000000000000000000" + random.nextInt(5)) : number(random);
            case 4 -> exotic ? 3_000_000_000L + random.nextInt(2) : number(random);
            default -> scalar(random);
        };
    }

    private static List<Object> array(Random random, boolean exotic) {
        List<Object> array = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            array.add(exotic ? value(random, true) : scalar(random));
        }
        return array;
    }

    private static Object scalar(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> new Date(1_000_000L * random.nextInt(4));
            case 2 -> random.nextBoolean();
            case 3, 4 -> "s" + random.nextInt(4);
            default -> number(random);
        };
    }

    private static Object number(Random random) {
        int number = random.nextInt(6);
        return switch (random.nextInt(3)) {
            case 0 -> number;
            case 1 -> (long) number;
            default -> number + random.nextInt(2) * 0.5;
        };
    }

    private static <T> T one(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
