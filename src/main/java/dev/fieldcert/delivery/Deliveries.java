package dev.fieldcert.delivery;

import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.outbox.DeadLetter;
import dev.fieldcert.outbox.DeadLetters;
import dev.fieldcert.outbox.MessageContent;
import dev.fieldcert.outbox.OutboxMessage;
import dev.fieldcert.outbox.OutboxSettings;
import dev.fieldcert.outbox.Requeues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Stores the deliveries in MongoDB. Only this class contains their field names. Does nothing if no destination is
 * configured.
 */
@Repository
public class Deliveries implements Requeues {

    private static final Duration LOGGED_FOR = Duration.ofDays(30);

    private final MongoOperations mongo;
    private final DeadLetters deadLetters;
    private final List<Destination> destinations;
    private final Clock clock;
    private final Duration lease;

    Deliveries(
            MongoOperations mongo,
            DeadLetters deadLetters,
            List<Destinations> kinds,
            OutboxSettings settings,
            Clock clock) {
        this.mongo = mongo;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.lease = settings.lease();
        this.destinations = kinds.stream()
                .flatMap(kind -> kind.configured().stream())
                .<Destination>map(destination -> destination)
                .toList();
        if (!destinations.isEmpty()) {
            var indexes = mongo.indexOps(Delivery.class);
            indexes.createIndex(new Index("destination", Sort.Direction.ASC)
                    .on("dueAt", Sort.Direction.ASC)
                    .named("due-for"));
            indexes.createIndex(
                    new Index("holder", Sort.Direction.ASC).named("holder").sparse());
            indexes.createIndex(
                    new Index("about", Sort.Direction.ASC).named("about").sparse());
            indexes.createIndex(
                    new Index("doneAt", Sort.Direction.ASC).named("done").sparse());
        }
    }

    public List<Destination> destinations() {
        return destinations;
    }

    /**
     * Stores the messages about these events for the destinations, before the events leave the learner's document. If
     * an event is recorded again after a crash, no second delivery is created while the first one is stored.
     */
    public void record(List<LearnerEvent> events) {
        if (destinations.isEmpty() || events.isEmpty()) {
            return;
        }
        List<Delivery> wanted = new ArrayList<>();
        for (Destination destination : destinations) {
            events.stream()
                    .filter(destination::wants)
                    .forEach(event -> wanted.add(Delivery.of(
                            destination.id(),
                            event.learner(),
                            message(idOf(destination, event), new Happened(destination.id(), event)))));
        }
        insert(wanted);
    }

    private static String idOf(Destination destination, LearnerEvent event) {
        return String.join(
                ":",
                destination.id(),
                event.getClass().getAnnotation(TypeAlias.class).value(),
                event.id());
    }

    private OutboxMessage message(String id, MessageContent content) {
        Instant now = clock.instant();
        return OutboxMessage.unsolicited(id, content, now, now);
    }

    private void insert(List<Delivery> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        try {
            mongo.insert(wanted, Delivery.class);
        } catch (DuplicateKeyException someAreThere) {
            wanted.forEach(this::insertUnlessThere);
        }
    }

    private void insertUnlessThere(Delivery delivery) {
        try {
            mongo.insert(delivery);
        } catch (DuplicateKeyException thisOneIs) {
            return;
        }
    }

    /** Claims the deliveries that are due for a destination and that nobody is sending, earliest due time first. */
    List<Delivery> claim(String destination, String holder, int most) {
        Instant now = clock.instant();
        Query due = Query.query(Criteria.where("destination")
                        .is(destination)
                        .and("dueAt")
                        .lte(now))
                .with(Sort.by("dueAt"))
                .limit(most);
        due.fields().include("_id");
        List<String> ids =
                mongo.find(due, Delivery.class).stream().map(Delivery::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        mongo.updateMulti(
                Query.query(Criteria.where("_id").in(ids).and("dueAt").lte(now)),
                new Update().set("holder", holder).set("dueAt", now.plus(lease)),
                Delivery.class);
        return mongo.find(Query.query(Criteria.where("holder").is(holder)), Delivery.class);
    }

    /** Removes delivered messages, or keeps them in the log. */
    void delivered(Collection<String> ids, boolean logged) {
        Query these = Query.query(Criteria.where("_id").in(ids));
        if (logged) {
            mongo.updateMulti(
                    these,
                    new Update()
                            .unset("dueAt")
                            .unset("holder")
                            .set("outcome", "delivered")
                            .set("doneAt", clock.instant()),
                    Delivery.class);
        } else {
            mongo.remove(these, Delivery.class);
        }
    }

    /** Stores when to send a message again, if its sender still holds it. */
    void postponed(Delivery delivery, OutboxMessage later, String outcome) {
        mongo.updateFirst(
                Query.query(
                        Criteria.where("_id").is(delivery.id()).and("holder").is(delivery.holder())),
                new Update()
                        .set("message", later)
                        .set("dueAt", later.notBefore())
                        .set("outcome", outcome)
                        .unset("holder"),
                Delivery.class);
    }

    /** Releases claimed messages without changing them. */
    void release(String holder) {
        mongo.updateMulti(
                Query.query(Criteria.where("holder").is(holder)),
                new Update().set("dueAt", clock.instant()).unset("holder"),
                Delivery.class);
    }

    /** Turns a message into a dead letter. */
    boolean gaveUp(Delivery delivery, OutboxMessage message, String reason) {
        String owner = delivery.destination() + ":" + (delivery.about() == null ? "" : delivery.about());
        boolean added = deadLetters.add(new DeadLetter(message.id(), owner, message, reason, clock.instant()));
        mongo.remove(Query.query(Criteria.where("_id").is(delivery.id())), Delivery.class);
        return added;
    }

    @Override
    public boolean enqueueAgain(String owner, OutboxMessage message) {
        String destination = owner.substring(0, Math.max(0, owner.indexOf(':')));
        String about = owner.substring(owner.indexOf(':') + 1);
        boolean known = destinations.stream().anyMatch(each -> each.id().equals(destination));
        if (known) {
            insert(List.of(Delivery.of(destination, about.isEmpty() ? null : about, message)));
        }
        return known;
    }

    /**
     * Call this before a person's events are erased. Enqueues the messages that destinations send upon erasure, and
     * drops everything else about the person.
     */
    public void beforeErasureOf(String person) {
        for (Destination destination : destinations) {
            insert(destination.uponErasureOf(person).entrySet().stream()
                    .map(told -> Delivery.of(
                            destination.id(), null, message(destination.id() + ":" + told.getKey(), told.getValue())))
                    .toList());
        }
        forget(person);
    }

    /** Drops every delivery and dead letter about a person, sent or not. */
    public void forget(String person) {
        mongo.remove(Query.query(Criteria.where("about").is(person)), Delivery.class);
        destinations.forEach(destination -> deadLetters.forget(destination.id() + ":" + person));
    }

    /** The most recent deliveries that have been attempted, newest first. */
    public List<Delivery> log(String destination, int most) {
        Query tried = Query.query(Criteria.where("destination")
                        .is(destination)
                        .and("outcome")
                        .exists(true))
                .with(Sort.by(Sort.Direction.DESC, "message.createdAt"))
                .limit(most);
        return mongo.find(tried, Delivery.class);
    }

    public long waiting(String destination) {
        return mongo.count(waitingFor(destination), Delivery.class);
    }

    /** Since when the oldest delivery has been waiting; a retry does not make it younger. */
    public Optional<Instant> waitingSince(String destination) {
        Query first = waitingFor(destination).with(Sort.by("message.createdAt")).limit(1);
        return Optional.ofNullable(mongo.findOne(first, Delivery.class))
                .map(delivery -> delivery.message().createdAt());
    }

    private static Query waitingFor(String destination) {
        return Query.query(
                Criteria.where("destination").is(destination).and("dueAt").gt(Instant.EPOCH));
    }

    /** Removes old entries from the log. Called by the nightly housekeeping. */
    public void forgetOld() {
        if (!destinations.isEmpty()) {
            mongo.remove(Query.query(Criteria.where("doneAt").lt(clock.instant().minus(LOGGED_FOR))), Delivery.class);
        }
    }
}
