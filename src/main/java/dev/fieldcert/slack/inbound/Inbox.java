package dev.fieldcert.slack.inbound;

import com.mongodb.client.result.DeleteResult;
import dev.fieldcert.outbox.OutboxSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
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

    private static final Duration REMEMBERED = Duration.ofDays(2);

    private static final long MOST_WAITING = 100_000;

    private final MongoOperations mongo;
    private final Clock clock;
    private final SharedInserts arrivals;
    private final Duration lease;
    private volatile long waiting;

    Inbox(MongoOperations mongo, Clock clock, OutboxSettings settings) {
        this.mongo = mongo;
        this.clock = clock;
        this.arrivals = new SharedInserts(mongo, mongo.getCollectionName(Entry.class));
        this.lease = settings.lease();
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
            Instant doneAt,
            int tries) {

        /** What Spring Data would write of a new one, several times as fast: an acknowledgement waits for it. */
        org.bson.Document written() {
            return new org.bson.Document("_id", id)
                    .append("person", person)
                    .append("body", body)
                    .append("socketMode", socketMode)
                    .append("receivedAt", Date.from(receivedAt))
                    .append("openUntil", Date.from(openUntil))
                    .append("tries", tries)
                    .append("kind_", "inbox");
        }
    }

    /**
     * Something to be worked off by whoever holds it.
     *
     * @param tries how often it has been taken, this time included
     * @param until when the right to work on it ends
     */
    record ClaimedRequest(IncomingRequest incoming, Instant receivedAt, int tries, Instant until) {

        String key() {
            return incoming.key();
        }
    }

    /**
     * Returns when it is stored; requests that come at the same time share one write.
     *
     * @return empty when it has been here before
     */
    Optional<ClaimedRequest> keep(IncomingRequest incoming) {
        Instant now = clock.instant();
        ClaimedRequest work = new ClaimedRequest(incoming, now, 1, now.plus(lease));
        return arrivals.write(entry(work).written()) ? Optional.of(work) : Optional.empty();
    }

    /**
     * Keeps what nobody here has room for now; {@link #claimLeftBehind} finds it.
     *
     * @return false when it has been here before
     */
    boolean keepForLater(IncomingRequest incoming) {
        Instant now = clock.instant();
        return arrivals.write(entry(new ClaimedRequest(incoming, now, 0, now)).written());
    }

    private static Entry entry(ClaimedRequest work) {
        IncomingRequest incoming = work.incoming();
        return new Entry(
                incoming.key(),
                incoming.person(),
                incoming.body(),
                incoming.socketMode(),
                work.receivedAt(),
                work.until(),
                null,
                work.tries());
    }

    /**
     * Makes sure that work which has waited in a queue is still ours to do.
     *
     * @return false when somebody else has taken it
     */
    boolean isStillOurs(ClaimedRequest work) {
        Instant now = clock.instant();
        if (now.isBefore(work.until().minus(lease.dividedBy(2)))) {
            return true;
        }
        return mongo.updateFirst(held(work), new Update().set("openUntil", now.plus(lease)), Entry.class)
                        .getMatchedCount()
                > 0;
    }

    private static Query held(ClaimedRequest work) {
        return Query.query(Criteria.where("_id")
                .is(work.key())
                .and("tries")
                .is(work.tries())
                .and("openUntil")
                .exists(true));
    }

    /** Done: only its key stays, not what somebody wrote. */
    void done(String key) {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(key)),
                new Update().set("doneAt", clock.instant()).unset("openUntil").unset("body"),
                Entry.class);
    }

    /** Leaves it to whoever looks next, from that moment on; without a pause in its place among what came before and after. */
    void leave(ClaimedRequest work, Duration pause) {
        Instant from = pause.isZero() ? work.receivedAt() : clock.instant().plus(pause);
        mongo.updateFirst(held(work), new Update().set("openUntil", from), Entry.class);
    }

    /** Takes the oldest entry nobody has finished in time. */
    Optional<ClaimedRequest> claimLeftBehind() {
        Instant now = clock.instant();
        Instant until = now.plus(lease);
        return Optional.ofNullable(mongo.findAndModify(
                        Query.query(Criteria.where("openUntil").lte(now)).with(Sort.by("openUntil")),
                        new Update().set("openUntil", until).inc("tries", 1),
                        FindAndModifyOptions.options().returnNew(true),
                        Entry.class))
                .map(entry -> new ClaimedRequest(
                        new IncomingRequest(
                                entry.id(),
                                IncomingRequest.Kind.WORK,
                                entry.person(),
                                entry.body(),
                                entry.socketMode()),
                        entry.receivedAt(),
                        entry.tries(),
                        until));
    }

    /** Looks how much waits, for {@link #isFull}. */
    void measure() {
        waiting = open();
    }

    /** When more waits than anybody could work off in time, acknowledging still more would be a lie. */
    boolean isFull() {
        return waiting >= MOST_WAITING;
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
