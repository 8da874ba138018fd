package dev.fieldcert.learner;

import dev.fieldcert.outbox.HasOutbox;
import dev.fieldcert.outbox.Lease;
import dev.fieldcert.outbox.OutboxBacklog;
import dev.fieldcert.outbox.OutboxCollection;
import dev.fieldcert.outbox.OutboxMessage;
import dev.fieldcert.outbox.OutboxSettings;
import dev.fieldcert.outbox.OutboxStore;
import dev.fieldcert.outbox.RoundResult;
import dev.fieldcert.stored.Pages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * The learners' documents in MongoDB, and the queries across learners. Only this class uses the names of their fields.
 */
@Repository
public class Learners implements LearnerRepository, OutboxStore {

    private static final int TRIES = 6;

    private final MongoOperations mongo;
    private final Clock clock;
    private final Duration lease;
    private final OutboxCollection<Learner> outboxes;

    Learners(MongoOperations mongo, Clock clock, OutboxSettings settings) {
        this.mongo = mongo;
        this.clock = clock;
        this.lease = settings.lease();
        this.outboxes = new OutboxCollection<>(mongo, Learner.class);
        var indexes = mongo.indexOps(Learner.class);
        indexes.createIndex(new Index("nextContactAt", Sort.Direction.ASC)
                .named("next-contact")
                .sparse());
        indexes.createIndex(new Index("profile.managerId", Sort.Direction.ASC)
                .named("manager")
                .sparse());
        indexes.createIndex(new Index("deactivatedAt", Sort.Direction.ASC)
                .named("deactivated")
                .sparse());
        indexes.createIndex(
                new Index("profile.email", Sort.Direction.ASC).named("email").sparse());
        indexes.createIndex(new Index("calendarSecret", Sort.Direction.ASC)
                .named("calendar")
                .sparse());
    }

    @Override
    public Optional<Learner> find(String id) {
        return Optional.ofNullable(mongo.findById(id, Learner.class));
    }

    public List<Learner> findAll(Collection<String> ids) {
        return mongo.find(Query.query(Criteria.where("_id").in(ids)), Learner.class);
    }

    @Override
    public <R> Changed<R> change(String id, Function<Learner, R> change) {
        return change(id, null, Optional.empty(), change);
    }

    @Override
    public <R> Changed<R> change(Learner known, Function<Learner, R> change) {
        return change(known.id(), known, Optional.empty(), change);
    }

    @Override
    public <R> Changed<R> once(String id, Class<R> type, Function<Learner, R> change) {
        return change(id, null, Optional.of(type), change);
    }

    @Override
    public <R> Changed<R> once(Learner known, Class<R> type, Function<Learner, R> change) {
        return change(known.id(), known, Optional.of(type), change);
    }

    private <R> Changed<R> change(String id, Learner known, Optional<Class<R>> once, Function<Learner, R> change) {
        Changed<R> changed = save(id, UUID.randomUUID().toString(), known, once, change);
        if (changed.sender().isPresent()) {
            RequestContext.current().ifPresent(now -> now.sends(id, changed.sender()));
        }
        return changed;
    }

    /**
     * @param known the learner as read before, or null; read again if somebody else has saved since
     * @param once the type of the result, for a change that is made once per request
     */
    private <R> Changed<R> save(
            String id, String holder, Learner known, Optional<Class<R>> once, Function<Learner, R> change) {
        for (int attempt = 1; ; attempt++) {
            Learner learner = attempt == 1 && known != null ? known : findOrNew(id);
            Optional<R> before = once.flatMap(learner::resultOf);
            if (before.isPresent()) {
                return new Changed<>(before.get(), learner, Optional.empty());
            }
            R result = change.apply(learner);
            if (learner.version == null && isUntouched(learner)) {
                return new Changed<>(result, learner, Optional.empty());
            }
            if (once.isPresent() && result instanceof StoredResult kept) {
                learner.keep(kept, clock.instant());
            }
            boolean sends = learner.offerLease(holder, clock.instant(), lease);
            try {
                Learner saved = mongo.save(learner);
                return new Changed<>(result, saved, sends ? Optional.of(holder) : Optional.empty());
            } catch (OptimisticLockingFailureException | DuplicateKeyException somebodyElseSavedFirst) {
                if (attempt == TRIES) {
                    throw somebodyElseSavedFirst;
                }
            }
        }
    }

    /** A change that has no effect does not create a learner. */
    private boolean isUntouched(Learner learner) {
        return written(learner).equals(written(new Learner(learner.id())));
    }

    private Document written(Learner learner) {
        Document document = new Document();
        mongo.getConverter().write(learner, document);
        return document;
    }

    @Override
    public boolean owns(HasOutbox document) {
        return document instanceof Learner;
    }

    @Override
    public Optional<Changed<Void>> claimOutbox() {
        Instant now = clock.instant();
        Lease taken = new Lease(UUID.randomUUID().toString(), now.plus(lease));
        return outboxes.claim(taken, now).map(claimed -> {
            claimed.claimedBy(taken);
            return new Changed<>(null, claimed, Optional.of(taken.holder()));
        });
    }

    @Override
    public Optional<Learner> narrowLease(HasOutbox owner, String sender, OutboxMessage message) {
        return saveWhileHeld(owner.id(), sender, learner -> learner.narrowLeaseTo(message));
    }

    @Override
    public void release(String id, String sender) {
        saveWhileHeld(id, sender, learner -> learner.releaseLease(clock.instant()));
    }

    private Optional<Learner> saveWhileHeld(String id, String sender, Consumer<Learner> change) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            Optional<Learner> held = find(id).filter(learner -> learner.outbox.isHeldBy(sender));
            if (held.isEmpty()) {
                return held;
            }
            change.accept(held.get());
            try {
                return Optional.of(mongo.save(held.get()));
            } catch (OptimisticLockingFailureException somebodyElseSavedFirst) {
                continue;
            }
        }
        return Optional.empty();
    }

    @Override
    public Changed<Void> markSent(HasOutbox owner, String sender, RoundResult round) {
        Learner known = (Learner) owner;
        Set<String> recorded = known.events.stream().map(LearnerEvent::id).collect(Collectors.toSet());
        Function<Learner, Void> change = learner -> {
            learner.delivered(round, sender, recorded, clock.instant());
            return null;
        };
        boolean all = round.prepared()
                && round.withdrawn().isEmpty()
                && known.outbox.messages().stream().allMatch(round::removes);
        Changed<Void> marked = all && clear(known, sender, recorded, round)
                ? new Changed<>(null, known, Optional.empty())
                : save(known.id(), sender, all ? null : known, Optional.empty(), change);
        RequestContext.current().ifPresent(now -> now.sends(known.id(), marked.sender()));
        return marked;
    }

    /**
     * Clears the outbox and the events, and updates when the shown screen was sent, without writing the rest of the
     * document. Most passes end this way.
     *
     * @return false if somebody else has saved since, so nothing was written
     */
    private boolean clear(Learner known, String sender, Set<String> recorded, RoundResult round) {
        Learner.Shown before = known.shown;
        known.delivered(round, sender, recorded, clock.instant());
        Update cleared = OutboxCollection.emptied(new Update())
                .set("events", List.of())
                .unset("eventsNotBefore")
                .inc("version", 1);
        if (known.shown == null) {
            cleared.unset("shown");
        } else if (known.shown != before) {
            cleared.set("shown.at", known.shown.at());
        }
        var written = mongo.updateFirst(
                Query.query(Criteria.where("_id").is(known.id()).and("version").is(known.version)),
                cleared,
                Learner.class);
        if (written.getMatchedCount() == 0) {
            return false;
        }
        known.emptied();
        return true;
    }

    @Override
    public Optional<Changed<Void>> enqueueAgain(String id, OutboxMessage message) {
        return find(id).map(known -> change(known, learner -> {
            learner.enqueueAgain(message);
            return null;
        }));
    }

    /** Claims one learner whose next contact is due, and postpones that contact by the length of a lease. */
    public Optional<Learner> claimContact() {
        Instant now = clock.instant();
        return Optional.ofNullable(mongo.findAndModify(
                Query.query(Criteria.where("nextContactAt").lte(now)).with(Sort.by("nextContactAt")),
                new Update().set("nextContactAt", now.plus(lease)).inc("version", 1),
                FindAndModifyOptions.options().returnNew(true),
                Learner.class));
    }

    /** Makes a claimed learner's contact due at {@code at}, so that it can be claimed again. */
    public void dueAgain(String id, Instant at) {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(id)),
                new Update().set("nextContactAt", at).inc("version", 1),
                Learner.class);
    }

    /**
     * The learners whose contact is due by {@code moment}, earliest first, with only the fields that decide when and
     * how to contact them.
     */
    public List<Learner> dueUntil(Instant moment, int most) {
        Query query = Query.query(Criteria.where("nextContactAt").lte(moment))
                .with(Sort.by("nextContactAt"))
                .limit(most);
        query.fields().include("nextContactAt", "preferences", "profile");
        return mongo.find(query, Learner.class);
    }

    /** Ids of the learners that will be claimed next, earliest first. */
    public List<String> dueNext(Instant now, int most) {
        Query query = Query.query(Criteria.where("nextContactAt").lte(now))
                .with(Sort.by("nextContactAt"))
                .limit(most);
        query.fields().include("_id");
        return mongo.find(query, Learner.class).stream().map(Learner::id).toList();
    }

    /** The number of due contacts. */
    public long dueContacts(Instant now) {
        return mongo.count(Query.query(Criteria.where("nextContactAt").lte(now)), Learner.class);
    }

    public Optional<Instant> earliestContact() {
        Query query = new Query(Criteria.where("nextContactAt").exists(true))
                .with(Sort.by("nextContactAt"))
                .limit(1);
        query.fields().include("nextContactAt");
        return mongo.find(query, Learner.class).stream().findFirst().flatMap(Learner::nextContactAt);
    }

    @Override
    public OutboxBacklog backlog() {
        return outboxes.backlog();
    }

    public List<Learner> reportsOf(String managerId) {
        return mongo.find(Query.query(Criteria.where("profile.managerId").is(managerId)), Learner.class);
    }

    /** The learner whose calendar address contains this secret. */
    public Optional<Learner> byCalendar(String secret) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where("calendarSecret").is(secret)), Learner.class));
    }

    public Optional<Learner> byEmail(String email) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(Criteria.where("profile.email").is(email)), Learner.class));
    }

    /** Streams every learner from the database; close the stream. */
    public Stream<Learner> stream() {
        return mongo.stream(new Query().with(Sort.by("_id")), Learner.class);
    }

    /** Every learner, read page by page in the order of their ids. */
    public static Stream<Learner> all(MongoOperations mongo) {
        return Pages.of(mongo, Learner.class, query -> {}, Learner::id);
    }

    /** The profiles of all learners, by id. */
    public static Map<String, Profile> profiles(MongoOperations mongo) {
        return Pages.of(mongo, Learner.class, query -> query.fields().include("profile"), Learner::id)
                .collect(Collectors.toMap(Learner::id, Learner::profile));
    }

    /** Up to {@code most} learners in the order of their ids, beginning after {@code id}. */
    public List<Learner> after(String id, int most) {
        return mongo.find(
                Query.query(Criteria.where("_id").gt(id)).with(Sort.by("_id")).limit(most), Learner.class);
    }

    /** Ids of up to {@code most} people whose Slack account has been deactivated since {@code moment} or longer. */
    public List<String> goneSince(Instant moment, int most) {
        Query query = Query.query(Criteria.where("deactivatedAt").lte(moment)).limit(most);
        query.fields().include("_id");
        return mongo.find(query, Learner.class).stream().map(Learner::id).toList();
    }

    /** The number of learners with this course in progress. */
    public long under(String course) {
        return mongo.count(Query.query(Criteria.where("courses." + course).exists(true)), Learner.class);
    }

    /** The number of learners with a running attempt in this course. */
    public long answering(String course) {
        return mongo.count(
                Query.query(Criteria.where("courses." + course + ".attempt").exists(true)), Learner.class);
    }

    public long count() {
        return mongo.estimatedCount(Learner.class);
    }

    @Override
    public <E extends LearnerEvent> Optional<E> event(Class<E> type, String id) {
        return Optional.ofNullable(mongo.findById(id, type));
    }

    @Override
    public List<LearnerEvent.AnswerGiven> answersTo(String learnerId, String course, String question) {
        return mongo.find(
                Query.query(Criteria.where("learner")
                        .is(learnerId)
                        .and("course")
                        .is(course)
                        .and("question")
                        .is(question)),
                LearnerEvent.AnswerGiven.class);
    }

    @Override
    public List<LearnerEvent.AttemptTaken> attemptsTaken(String learnerId, String course) {
        return mongo
                .find(
                        Query.query(Criteria.where("learner")
                                .is(learnerId)
                                .and("result.course")
                                .is(course)),
                        LearnerEvent.AttemptTaken.class)
                .stream()
                .sorted(Comparator.comparing(LearnerEvent.AttemptTaken::at))
                .toList();
    }

    @Override
    public Optional<LearnerEvent.AttemptTaken> attemptTaken(String learnerId, String attemptId) {
        return Optional.ofNullable(mongo.findById(learnerId + ":" + attemptId, LearnerEvent.AttemptTaken.class));
    }

    @Override
    public Optional<LearnerEvent.Submitted> submission(String submissionId) {
        return Optional.ofNullable(mongo.findById(submissionId, LearnerEvent.Submitted.class));
    }

    @Override
    public Optional<LearnerEvent.Reviewed> review(String submissionId) {
        return Optional.ofNullable(mongo.findById(submissionId, LearnerEvent.Reviewed.class));
    }

    @Override
    public Optional<LearnerEvent.Escalated> escalation(String submissionId) {
        return Optional.ofNullable(mongo.findById(submissionId, LearnerEvent.Escalated.class));
    }

    /** The event for an award. */
    public Optional<LearnerEvent.BadgeGiven> badgeGiven(String award) {
        return Optional.ofNullable(mongo.findById(award, LearnerEvent.BadgeGiven.class));
    }

    /**
     * A person's events that have been copied to their collections: answers, attempts, badges, submissions, reviews,
     * milestones, and audit entries.
     */
    public List<LearnerEvent> eventsOf(String id) {
        Query theirs = Query.query(Criteria.where("learner").is(id));
        return Stream.<Class<? extends LearnerEvent>>of(
                        LearnerEvent.AnswerGiven.class,
                        LearnerEvent.AttemptTaken.class,
                        LearnerEvent.BadgeGiven.class,
                        LearnerEvent.Submitted.class,
                        LearnerEvent.Reviewed.class,
                        LearnerEvent.Milestone.class,
                        LearnerEvent.Audited.class)
                .<LearnerEvent>flatMap(kind -> mongo.find(theirs, kind).stream())
                .toList();
    }

    /** Slack ids of everybody with at least one report. */
    public List<String> managers() {
        return mongo.findDistinct(
                Query.query(Criteria.where("profile.managerId").exists(true)),
                "profile.managerId",
                Learner.class,
                String.class);
    }

    public boolean manages(String managerId) {
        return mongo.exists(Query.query(Criteria.where("profile.managerId").is(managerId)), Learner.class);
    }

    /**
     * Copies events to their collections. An event replaces one with the same id, for example after a result was
     * regraded.
     */
    public void record(List<LearnerEvent> events) {
        for (LearnerEvent event : events) {
            mongo.save(event);
        }
    }
}
