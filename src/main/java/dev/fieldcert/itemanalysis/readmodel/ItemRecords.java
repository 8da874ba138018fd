package dev.fieldcert.itemanalysis.readmodel;

import dev.fieldcert.itemanalysis.AttemptOutcome;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Stores the counted responses: one document per item, wording and mode, and one per course for its attempts. */
@Repository
public class ItemRecords {

    private final MongoOperations mongo;

    ItemRecords(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(CountedItem.class)
                .createIndex(new Index("course", Sort.Direction.ASC)
                        .on("question", Sort.Direction.ASC)
                        .named("item"));
    }

    /** Every item of every course, with its figures and without its responses. */
    public List<CountedItem> figures() {
        return figures(new Query());
    }

    /** Every item of one course, with its figures and without its responses. */
    public List<CountedItem> figures(String course) {
        return figures(Query.query(Criteria.where("course").is(course)));
    }

    private List<CountedItem> figures(Query query) {
        query.fields().exclude("packed");
        return mongo.find(query.with(Sort.by("_id")), CountedItem.class);
    }

    /** One item in all its wordings and modes, with its responses; the most recently answered one first. */
    public List<CountedItem> item(String course, String question) {
        return mongo.find(
                Query.query(Criteria.where("course").is(course).and("question").is(question))
                        .with(Sort.by(Sort.Order.desc("lastSecond"), Sort.Order.asc("_id"))),
                CountedItem.class);
    }

    /** A course's certifying attempts, in chronological order. */
    public List<AttemptOutcome> outcomes(String course) {
        CountedAssessment counted = mongo.findById(course, CountedAssessment.class);
        return counted == null ? List.of() : counted.outcomes();
    }

    /** When all answers were last counted; empty if never. */
    public Optional<Instant> builtAt() {
        return Optional.ofNullable(mongo.findById(Counting.ONLY, Counting.class))
                .map(Counting::builtAt);
    }

    /** @return false if another instance is counting */
    boolean claim(Instant now, Instant until) {
        if (mongo.findById(Counting.ONLY, Counting.class) == null) {
            try {
                mongo.insert(new Counting(Counting.ONLY, now, null));
            } catch (DuplicateKeyException somebodyElseWasFirst) {
                return false;
            }
        }
        return mongo.updateFirst(
                                Query.query(Criteria.where("_id")
                                        .is(Counting.ONLY)
                                        .and("until")
                                        .lte(now)),
                                new Update().set("until", until),
                                Counting.class)
                        .getModifiedCount()
                == 1;
    }

    void release(Instant now) {
        update(new Update().set("until", now));
    }

    void built(Instant now) {
        update(new Update().set("builtAt", now));
    }

    private void update(Update update) {
        mongo.updateFirst(Query.query(Criteria.where("_id").is(Counting.ONLY)), update, Counting.class);
    }

    /** Adds newly counted responses to the stored ones. */
    void add(Tally tally) {
        tally.items().forEach((key, item) -> mongo.save(item.and(key, mongo.findById(key.id(), CountedItem.class))));
        tally.assessments()
                .forEach((course, outcomes) -> mongo.save(CountedAssessment.of(course, outcomes, outcomes(course))));
    }

    /** Replaces everything stored. */
    void replace(Tally tally) {
        Set<String> items = new HashSet<>();
        for (Map.Entry<ItemKey, ItemTally> item : tally.items().entrySet()) {
            mongo.save(item.getValue().and(item.getKey(), null));
            items.add(item.getKey().id());
        }
        removeOthers(items, CountedItem.class);
        tally.assessments()
                .forEach((course, outcomes) -> mongo.save(CountedAssessment.of(course, outcomes, List.of())));
        removeOthers(tally.assessments().keySet(), CountedAssessment.class);
    }

    private void removeOthers(Collection<String> kept, Class<?> type) {
        mongo.remove(Query.query(Criteria.where("_id").nin(kept)), type);
    }
}
