package dev.fieldcert.slack;

import com.mongodb.client.result.DeleteResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * What was acknowledged and is not yet done. Kept before the acknowledgement, so that a crash after it loses nothing; the
 * keys stay for some days, so that no delivery is worked on twice, by whichever instance.
 */
@Repository
class Inbox {

    /** Longer than any piece of work takes: after it another instance takes over. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration REMEMBERED = Duration.ofDays(2);

    private final MongoOperations mongo;
    private final Clock clock;
    private final SharedInserts<Entry> arrivals;

    Inbox(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        this.arrivals = new SharedInserts<>(mongo, Entry.class);
        var indexes = mongo.indexOps(Entry.class);
        indexes.createIndex(
                new Index("openUntil", Sort.Direction.ASC).named("open").sparse());
        indexes.createIndex(
                new Index("doneAt", Sort.Direction.ASC).named("done").sparse());
    }

    @Document("inbox")
    @TypeAlias("inbox")
    record Entry(
            @Id String id,
            String person,
            String body,
            boolean socketMode,
            Instant receivedAt,
            Instant openUntil,
            Instant doneAt) {

        Incoming incoming() {
            return new Incoming(id, Incoming.Kind.WORK, person, body, socketMode);
        }
    }

    /**
     * Returns when it is stored; requests that come at the same time share one write.
     *
     * @return false when it has been here before
     */
    boolean keep(Incoming incoming) {
        Instant now = clock.instant();
        return arrivals.write(new Entry(
                incoming.key(), incoming.person(), incoming.body(), incoming.socketMode(), now, now.plus(LEASE), null));
    }

    /** Done: only its key stays, not what somebody wrote. */
    void done(String key) {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(key)),
                new Update().set("doneAt", clock.instant()).unset("openUntil").unset("body"),
                Entry.class);
    }

    /** Leaves it to whoever looks next. */
    void handBack(String key) {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(key).and("openUntil").exists(true)),
                new Update().set("openUntil", clock.instant()),
                Entry.class);
    }

    /** Takes the oldest entry nobody has finished in time. */
    Optional<Incoming> claimLeftBehind() {
        Instant now = clock.instant();
        return Optional.ofNullable(mongo.findAndModify(
                        Query.query(Criteria.where("openUntil").lte(now)).with(Sort.by("openUntil")),
                        new Update().set("openUntil", now.plus(LEASE)),
                        FindAndModifyOptions.options().returnNew(true),
                        Entry.class))
                .map(Entry::incoming);
    }

    long open() {
        return mongo.count(Query.query(Criteria.where("openUntil").exists(true)), Entry.class);
    }

    /** Forgets keys no retry of Slack's can carry any more. */
    long forgetOld() {
        DeleteResult removed = mongo.remove(
                Query.query(Criteria.where("doneAt").lt(clock.instant().minus(REMEMBERED))), Entry.class);
        return removed.getDeletedCount();
    }
}
