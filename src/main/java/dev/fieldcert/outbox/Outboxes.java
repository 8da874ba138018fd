package dev.fieldcert.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The outboxes of recipients without a learner's record, one document each: managers, admins and channels. */
@Repository
public class Outboxes implements OutboxStore {

    private static final int TRIES = 6;

    private final MongoOperations mongo;
    private final OutboxCollection<RecipientOutbox> collection;
    private final Clock clock;
    private final Duration lease;

    Outboxes(MongoOperations mongo, Clock clock, OutboxSettings settings) {
        this.mongo = mongo;
        this.collection = new OutboxCollection<>(mongo, RecipientOutbox.class);
        this.clock = clock;
        this.lease = settings.lease();
    }

    private record Change(RecipientOutbox owner, Optional<String> sender) implements Leased {}

    private static String idOf(Recipient recipient) {
        if (recipient instanceof Recipient.Person person) {
            return "person:" + person.id();
        }
        if (recipient instanceof Recipient.Channel channel) {
            return "channel:" + channel.id();
        }
        throw new IllegalArgumentException("No outbox for " + recipient);
    }

    /** Enqueues a message for its content's recipient, and replaces a waiting message that it supersedes. */
    Leased enqueue(OutboxMessage message) {
        return change(idOf(message.content().recipient()), UUID.randomUUID().toString(), owner -> {
            owner.removeWaiting(message.content()::supersedes);
            owner.outbox = owner.outbox.enqueue(message);
        });
    }

    /**
     * Enqueues a message that must be sent only once under its id. The next tick sends it.
     *
     * @return false if it was already enqueued
     */
    public boolean enqueueOnce(OutboxMessage message) {
        AtomicBoolean first = new AtomicBoolean();
        change(idOf(message.content().recipient()), null, owner -> first.set(owner.enqueueOnce(message)));
        return first.get();
    }

    /** The ids of the recent once-only messages to these people. */
    public Set<String> enqueuedOnce(Collection<String> people) {
        Query query = Query.query(Criteria.where("_id")
                .in(people.stream()
                        .map(person -> idOf(new Recipient.Person(person)))
                        .toList()));
        query.fields().include("onceOnly");
        return mongo.find(query, RecipientOutbox.class).stream()
                .flatMap(owner -> owner.onceOnly.stream())
                .collect(Collectors.toSet());
    }

    /** Changes a recipient's waiting messages. The tick sends them when they are due. */
    public void change(Recipient recipient, UnaryOperator<Outbox> change) {
        change(idOf(recipient), null, owner -> owner.outbox = change.apply(owner.outbox));
    }

    /**
     * Drops waiting messages, unless the outbox is being sent from.
     *
     * @return whether any messages were dropped
     */
    public boolean withdraw(Recipient recipient, Predicate<MessageContent> withdrawn) {
        AtomicBoolean any = new AtomicBoolean();
        change(idOf(recipient), null, owner -> any.set(owner.removeWaiting(withdrawn)));
        return any.get();
    }

    /**
     * Drops every message to this person, and everything in others' messages that is about this person or in their
     * name.
     */
    public void forget(String person) {
        mongo.remove(Query.query(Criteria.where("_id").is(idOf(new Recipient.Person(person)))), RecipientOutbox.class);
        Query waiting = Query.query(Criteria.where("outbox.dueAt").exists(true));
        waiting.fields().include("_id");
        for (RecipientOutbox other : mongo.find(waiting, RecipientOutbox.class)) {
            change(other.id, null, owner -> owner.outbox = owner.outbox.without(person));
        }
    }

    /**
     * Loads or creates the document, changes it and saves it. Repeats this on a version conflict.
     *
     * @param holder takes the lease if something is due; null to leave sending to the tick
     */
    private Change change(String id, String holder, Consumer<RecipientOutbox> change) {
        for (int attempt = 1; ; attempt++) {
            RecipientOutbox owner = find(id).orElseGet(() -> new RecipientOutbox(id));
            change.accept(owner);
            if (owner.isNew() && owner.isEmpty()) {
                return new Change(owner, Optional.empty());
            }
            Instant now = clock.instant();
            owner.outbox = holder == null
                    ? owner.outbox.scheduled(now, null)
                    : owner.outbox.offeredTo(holder, now, lease, null);
            try {
                RecipientOutbox saved = mongo.save(owner);
                return new Change(saved, Optional.ofNullable(holder).filter(saved.outbox::isHeldBy));
            } catch (OptimisticLockingFailureException | DuplicateKeyException somebodyElseSavedFirst) {
                if (attempt == TRIES) {
                    throw somebodyElseSavedFirst;
                }
            }
        }
    }

    private Optional<RecipientOutbox> find(String id) {
        return Optional.ofNullable(mongo.findById(id, RecipientOutbox.class));
    }

    @Override
    public boolean owns(HasOutbox document) {
        return document instanceof RecipientOutbox;
    }

    @Override
    public Optional<Leased> claimOutbox() {
        Instant now = clock.instant();
        Lease taken = new Lease(UUID.randomUUID().toString(), now.plus(lease));
        return collection.claim(taken, now).map(claimed -> {
            claimed.outbox = claimed.outbox.claimedBy(taken);
            claimed.version++;
            return new Change(claimed, Optional.of(taken.holder()));
        });
    }

    @Override
    public Optional<RecipientOutbox> narrowLease(HasOutbox owner, String holder, OutboxMessage message) {
        return Optional.of(change(owner.id(), holder, fresh -> {
                    if (fresh.outbox.isHeldBy(holder)) {
                        fresh.outbox = fresh.outbox.narrowedTo(message);
                    }
                }))
                .filter(changed -> changed.sender().isPresent())
                .map(Change::owner);
    }

    @Override
    public Leased markSent(HasOutbox owner, String holder, RoundResult round) {
        return change(owner.id(), holder, fresh -> fresh.outbox = fresh.outbox.after(round, holder));
    }

    @Override
    public void release(String id, String holder) {
        change(id, null, owner -> {
            if (owner.outbox.isHeldBy(holder)) {
                owner.outbox = owner.outbox.releasedAt(clock.instant());
            }
        });
    }

    @Override
    public Optional<Leased> enqueueAgain(String id, OutboxMessage message) {
        return find(id).map(known ->
                change(id, UUID.randomUUID().toString(), owner -> owner.outbox = owner.outbox.enqueue(message)));
    }

    @Override
    public OutboxBacklog backlog() {
        return collection.backlog();
    }
}
