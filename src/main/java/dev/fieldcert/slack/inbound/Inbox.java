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
 * Requests that were acknowledged and are not done yet. Each is stored before the acknowledgement, so a crash loses
 * nothing. Keys are kept for some days, so that no instance processes a repeated delivery.
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
     * @param tries how often it was taken
     * @param repeated how often work on it was begun again; null in what an earlier release stored
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

        /** The document Spring Data would write, several times faster, because the acknowledgement waits for it. */
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
     * A request to be processed by its holder.
     *
     * @param tries how often it was taken, including this time; not each time it was begun, too
     * @param until when the holder's lease ends
     */
    record ClaimedRequest(IncomingRequest incoming, Instant receivedAt, int tries, Instant until) {

        String key() {
            return incoming.key();
        }
    }

    /**
     * Returns when the request is stored; concurrent requests share one write.
     *
     * @return empty when it was stored before
     */
    Optional<ClaimedRequest> keep(IncomingRequest incoming) {
        Instant now = clock.instant();
        ClaimedRequest work = new ClaimedRequest(incoming, now, 1, now.plus(lease));
        return arrivals.write(entry(work).written()) ? Optional.of(work) : Optional.empty();
    }

    /**
     * Stores a request that this instance has no capacity for; {@link #claimLeftBehind} finds it.
     *
     * @return false when it was stored before
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
     * Counts a try before it is made, since it may end the process, and renews the lease of a request that waited in the
     * queue. The first try of a request that has just come costs no write.
     *
     * @return which try this is, from 1; empty when another instance has taken it
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
     * Leaves the request to the next instance that looks after that moment; without a pause it keeps its place in the
     * order.
     */
    void leave(ClaimedRequest work, Duration pause) {
        Instant from = pause.isZero() ? work.receivedAt() : clock.instant().plus(pause);
        mongo.updateFirst(held(work), new Update().set("openUntil", from), Entry.class);
    }

    /** Claims the oldest request that nobody finished in time. */
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

    /** Whether more is waiting than can be processed in reasonable time: then it is more honest to refuse. */
    boolean isFull() {
        return waiting >= MOST_WAITING;
    }

    long open() {
        return mongo.count(Query.query(Criteria.where("openUntil").exists(true)), Entry.class);
    }

    /** Deletes keys that are too old for any retry of Slack's. */
    long forgetOld() {
        DeleteResult removed = mongo.remove(
                Query.query(Criteria.where("doneAt").lt(clock.instant().minus(REMEMBERED))), Entry.class);
        return removed.getDeletedCount();
    }
}
