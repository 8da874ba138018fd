package dev.fieldcert.team;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Which manager had which week's digest: one document each, so that however many instances send it once. */
@Repository
public class TeamDigests {

    /** Longer than building and sending one: a crash in between costs a delay, never a digest. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final MongoOperations mongo;
    private final Clock clock;

    TeamDigests(MongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * @param id travels in the message's metadata
     * @param since when it was first tried
     * @param until until when whoever took it may send it; null when it is over
     * @param tries 1 for the first; more mean that it may have arrived
     * @param outcome null while it is being sent
     */
    @Document("digests")
    @TypeAlias("digest")
    public record Sending(
            @Id String id, String manager, String week, Instant since, Instant until, int tries, Outcome outcome) {}

    public enum Outcome {
        SENT,
        NOTHING_TO_SAY,
        /** The manager cannot be written to. */
        UNDELIVERABLE
    }

    private static String id(String manager, String week) {
        return "digest:" + manager + ":" + week;
    }

    /** Those of these managers whose digest of that week is over and done with. */
    public Set<String> done(Collection<String> managers, String week) {
        List<String> ids = managers.stream().map(manager -> id(manager, week)).toList();
        return mongo
                .find(Query.query(Criteria.where("_id").in(ids).and("outcome").exists(true)), Sending.class)
                .stream()
                .map(Sending::manager)
                .collect(Collectors.toSet());
    }

    /** Takes a digest that nobody has sent and nobody is sending. */
    public Optional<Sending> claim(String manager, String week) {
        Instant now = clock.instant();
        Sending fresh = new Sending(id(manager, week), manager, week, now, now.plus(LEASE), 1, null);
        try {
            return Optional.of(mongo.insert(fresh));
        } catch (DuplicateKeyException somebodyTookIt) {
            return Optional.ofNullable(mongo.findAndModify(
                    Query.query(Criteria.where("_id")
                            .is(fresh.id())
                            .and("outcome")
                            .exists(false)
                            .and("until")
                            .lte(now)),
                    new Update().set("until", now.plus(LEASE)).inc("tries", 1),
                    FindAndModifyOptions.options().returnNew(true),
                    Sending.class));
        }
    }

    public void over(Sending sending, Outcome outcome) {
        mongo.save(new Sending(
                sending.id(), sending.manager(), sending.week(), sending.since(), null, sending.tries(), outcome));
    }

    /** Not now; the next try looks first whether it arrived. */
    public void later(Sending sending, Instant notBefore) {
        mongo.save(new Sending(
                sending.id(), sending.manager(), sending.week(), sending.since(), notBefore, sending.tries(), null));
    }
}
