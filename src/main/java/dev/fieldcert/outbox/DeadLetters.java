package dev.fieldcert.outbox;

import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Stores abandoned messages until an admin retries or drops them. */
@Repository
public class DeadLetters {

    private final MongoOperations mongo;

    DeadLetters(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** @return false if it is already stored */
    public boolean add(DeadLetter letter) {
        try {
            mongo.insert(letter);
            return true;
        } catch (DuplicateKeyException again) {
            return false;
        }
    }

    public Optional<DeadLetter> find(String id) {
        return Optional.ofNullable(mongo.findById(id, DeadLetter.class));
    }

    /** The most recent dead letters, newest first. */
    public List<DeadLetter> newest(int most) {
        return mongo.find(
                new Query().with(Sort.by(Sort.Direction.DESC, "diedAt")).limit(most), DeadLetter.class);
    }

    public long count() {
        return mongo.count(new Query(), DeadLetter.class);
    }

    /** @return false if somebody else has already dropped or retried it */
    public boolean drop(String id) {
        return mongo.remove(Query.query(Criteria.where("_id").is(id)), DeadLetter.class)
                        .getDeletedCount()
                > 0;
    }

    /** Drops the dead letters from this person's outbox. */
    public void forget(String owner) {
        mongo.remove(Query.query(Criteria.where("owner").is(owner)), DeadLetter.class);
    }
}
