package dev.fieldcert.slack.inbound;

import com.mongodb.client.result.DeleteResult;
import dev.fieldcert.outbox.OutboxSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.OptionalInt;
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
 * The acknowledged requests. Each is stored before it is acknowledged, so that a crash loses nothing. When a request is
 * done, its key is kept for two more days, so that a repeated delivery is not processed again.
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

    /**
     * @param tries how often the request was claimed
     * @param repeated how often work on the request was started again; null if an earlier release stored the entry
     */
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
            int tries,
            Integer repeated) {

        /**
         * Returns the document that Spring Data would write. Building it here is several times faster, which matters
         * because the acknowledgement waits for it.
         */
        org.bson.Document written() {
            return new org.bson.Document("_id", id)
                    .append("person", person)
                    .append("body", body)
                    .append("socketMode", socketMode)
                    .append("receivedAt", Date.from(receivedAt))
                    .append("openUntil", Date.from(openUntil))
                    .append("tries", tries)
                    .append("repeated", repeated)
                    .append("kind_", "inbox");
        }
    }

    /**
     * A request that its holder is to process.
     *
     * @param tries how often the request was claimed, including this time; how often work on it was started is counted
     *     separately
     * @param until when the holder's lease ends
     */
    record ClaimedRequest(IncomingRequest incoming, Instant receivedAt, int tries, Instant until) {

        String key() {
            return incoming.key();
        }
    }

    /**
     * Stores a request, and returns once it is stored; concurrent requests share one write.
     *
     * @return empty if the request had been stored before
     */
    Optional<ClaimedRequest> keep(IncomingRequest incoming) {
        Instant now = clock.instant();
        ClaimedRequest work = new ClaimedRequest(incoming, now, 1, now.plus(lease));
        return arrivals.write(entry(work).written()) ? Optional.of(work) : Optional.empty();
    }

    /**
     * Stores a request that this instance has no capacity for; {@link #claimLeftBehind} returns it later.
     *
     * @return false if the request had been stored before
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
                work.tries(),
                0);
    }

    /**
     * Counts an attempt before it is made, since the attempt may crash the process, and renews the lease of a request
     * that waited in the queue. The first attempt at a request that has only just arrived needs no write.
     *
     * @return the number of this attempt, 1-based; empty if another instance has claimed the request
     */
    OptionalInt begin(ClaimedRequest work) {
        Instant now = clock.instant();
        boolean isFirst = work.tries() <= 1;
        if (isFirst && now.isBefore(work.until().minus(lease.dividedBy(2)))) {
            return OptionalInt.of(1);
        }
        Update update = new Update().set("openUntil", now.plus(lease));
        Entry begun = mongo.findAndModify(
                held(work),
                isFirst ? update : update.inc("repeated", 1),
                FindAndModifyOptions.options().returnNew(true),
                Entry.class);
        return begun == null
                ? OptionalInt.empty()
                : OptionalInt.of(1 + (begun.repeated() == null ? 0 : begun.repeated()));
    }

    private static Query held(ClaimedRequest work) {
        return Query.query(Criteria.where("_id")
                .is(work.key())
                .and("tries")
                .is(work.tries())
                .and("openUntil")
                .exists(true));
    }

    /** Marks a request as done and keeps only its key, not its content. */
    void done(String key) {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(key)),
                new Update().set("doneAt", clock.instant()).unset("openUntil").unset("body"),
                Entry.class);
    }

    /**
     * Returns the request to the inbox, where any instance can claim it after the pause. Without a pause, the request
     * keeps its place in the order.
     */
    void leave(ClaimedRequest work, Duration pause) {
        Instant from = pause.isZero() ? work.receivedAt() : clock.instant().plus(pause);
        mongo.updateFirst(held(work), new Update().set("openUntil", from), Entry.class);
    }

    /** Claims the oldest request whose lease has expired or that was left to another instance. */
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

    /** Updates the count behind {@link #isFull}. */
    void measure() {
        waiting = open();
    }

    /** Whether more requests are waiting than can be processed in a reasonable time; new ones are then refused. */
    boolean isFull() {
        return waiting >= MOST_WAITING;
    }

    long open() {
        return mongo.count(Query.query(Criteria.where("openUntil").exists(true)), Entry.class);
    }

    /** Deletes keys that are so old that Slack no longer retries their requests. */
    long forgetOld() {
        DeleteResult removed = mongo.remove(
                Query.query(Criteria.where("doneAt").lt(clock.instant().minus(REMEMBERED))), Entry.class);
        return removed.getDeletedCount();
    }
}
