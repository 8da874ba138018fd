package dev.fieldcert.learner.record;

import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.RequestContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The append-only log of who changed what for whom, and why. */
@Repository
public class AuditTrail {

    private final MongoOperations mongo;
    private final Clock clock;

    AuditTrail(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        mongo.indexOps(LearnerEvent.Audited.class)
                .createIndex(new Index("learner", Sort.Direction.ASC)
                        .on("at", Sort.Direction.DESC)
                        .named("about"));
    }

    /**
     * Records an action that does not change a learner's document: a role, a channel, or a refused attempt. A repeated
     * request records it only once.
     */
    public void note(String about, String by, AuditedAction what, String why) {
        String id = RequestContext.current()
                .map(now -> String.join("|", now.request(), about, by, what.toString()))
                .map(key -> UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(UUID::randomUUID)
                .toString();
        try {
            mongo.insert(new LearnerEvent.Audited(id, about, by, what, why, clock.instant()));
        } catch (DuplicateKeyException notedBefore) {
            return;
        }
    }

    /**
     * Returns the entries about a person, newest first.
     *
     * @param page 0-based
     * @return up to {@code size} entries, plus one more if there is a next page
     */
    public List<LearnerEvent.Audited> about(String id, int page, int size) {
        return mongo.find(
                Query.query(Criteria.where("learner").is(id))
                        .with(Sort.by(Sort.Direction.DESC, "at").and(Sort.by("_id")))
                        .skip((long) page * size)
                        .limit(size + 1),
                LearnerEvent.Audited.class);
    }
}
