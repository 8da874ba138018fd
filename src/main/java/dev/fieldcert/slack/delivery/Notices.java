package dev.fieldcert.slack.delivery;

import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.users.QuietHours;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import org.springframework.stereotype.Component;

/**
 * What people are told about what they do here for others: a role, a manager to stand in for, somebody's wish to be
 * forgotten. Most of them learn nothing here and have no document on which it could be owed, so it is kept here until
 * their own hours allow it, and said once.
 */
@Component
public class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration TRY_AGAIN = Duration.ofMinutes(1);

    private final MongoOperations mongo;
    private final QuietHours quietHours;
    private final SlackSender slack;
    private final Clock clock;
    private final Map<Kind, Function<Notice, Optional<SlackMessage>>> words = new EnumMap<>(Kind.class);

    Notices(MongoOperations mongo, QuietHours quietHours, SlackSender slack, Clock clock) {
        this.mongo = mongo;
        this.quietHours = quietHours;
        this.slack = slack;
        this.clock = clock;
        mongo.indexOps(Notice.class).createIndex(new Index("at", Sort.Direction.ASC).named("notice-due"));
    }

    public enum Kind {
        ROLE_GIVEN,
        STANDS_IN,
        STOOD_IN,
        DELEGATE_CHOSEN,
        ERASURE_ASKED
    }

    /**
     * @param about what or whom; null for nothing
     * @param by who caused it; null where that is not said
     * @param at when it is to be said; while it is being said, when another may take it up
     * @param sending whether a post was begun whose end nobody has noted: it may have arrived
     */
    @Document("notices")
    @TypeAlias("notice")
    public record Notice(
            @Id String id,
            String person,
            Kind kind,
            String about,
            String by,
            Instant since,
            Instant at,
            boolean sending) {}

    /**
     * Who finds the words for a kind, before the first of it is told.
     *
     * @param screen empty when there is nothing left to say, because the world has moved on
     */
    public void saidBy(Kind kind, Function<Notice, Optional<SlackMessage>> screen) {
        words.put(kind, screen);
    }

    /** Now, if their hours allow it; otherwise then. What waits already is not told twice. */
    public void tell(String person, Kind kind, String about, String by) {
        if (mongo.exists(waiting(person, kind, about), Notice.class)) {
            return;
        }
        Instant now = clock.instant();
        say(
                mongo.insert(
                        new Notice(UUID.randomUUID().toString(), person, kind, about, by, now, now.plus(LEASE), true)),
                false);
    }

    /** @return whether such a notice still waited for its hours; it is told to nobody then */
    public boolean withdraw(String person, Kind kind, String about) {
        return mongo.remove(waiting(person, kind, about), Notice.class).getDeletedCount() > 0;
    }

    private static Query waiting(String person, Kind kind, String about) {
        return Query.query(Criteria.where("person")
                .is(person)
                .and("kind")
                .is(kind)
                .and("about")
                .is(about)
                .and("sending")
                .is(false));
    }

    /** The tick: what has waited for somebody's hours, and what a crash left behind. */
    public void sayDue() {
        for (Optional<Notice> due = claim(); due.isPresent(); due = claim()) {
            say(due.get(), due.get().sending());
        }
    }

    /** One that is due, as it was before. */
    private Optional<Notice> claim() {
        Instant now = clock.instant();
        return Optional.ofNullable(mongo.findAndModify(
                Query.query(Criteria.where("at").lte(now)).with(Sort.by("at")),
                new Update().set("at", now.plus(LEASE)).set("sending", true),
                FindAndModifyOptions.options().returnNew(false),
                Notice.class));
    }

    private void say(Notice notice, boolean mayHaveArrived) {
        try {
            Optional<Instant> quietUntil = quietHours.until(notice.person());
            if (quietUntil.isPresent()) {
                postpone(notice, quietUntil.get(), mayHaveArrived);
                return;
            }
            Optional<SlackMessage> message = words.get(notice.kind()).apply(notice);
            if (message.isPresent()) {
                post(notice, message.get(), mayHaveArrived);
            }
            done(notice);
        } catch (SlackFailure failure) {
            refused(notice, failure, mayHaveArrived);
        }
    }

    private void post(Notice notice, SlackMessage message, boolean mayHaveArrived) {
        String dm = slack.dmWith(notice.person());
        if (!mayHaveArrived || slack.find(dm, notice.id(), notice.since()).isEmpty()) {
            slack.post(dm, message, notice.id());
        }
    }

    private void refused(Notice notice, SlackFailure failure, boolean mayHaveArrived) {
        if (failure.isPersonGone() || failure.isPermanent()) {
            LOG.error("Notice given up person={} kind={} error={}", notice.person(), notice.kind(), failure.error());
            done(notice);
            return;
        }
        Instant next = clock.instant().plus(failure.retryAfter().orElse(TRY_AGAIN));
        LOG.warn(
                "Notice postponed person={} kind={} error={} until={}",
                notice.person(),
                notice.kind(),
                failure.error(),
                next);
        postpone(notice, next, mayHaveArrived || failure.isUnknownOutcome());
    }

    private void postpone(Notice notice, Instant until, boolean mayHaveArrived) {
        mongo.updateFirst(
                Query.query(Criteria.where("_id").is(notice.id())),
                new Update().set("at", until).set("sending", mayHaveArrived),
                Notice.class);
    }

    private void done(Notice notice) {
        mongo.remove(Query.query(Criteria.where("_id").is(notice.id())), Notice.class);
    }

    /** Nothing more is said to or about this person, or in their name. */
    public void forget(String person) {
        mongo.remove(
                Query.query(new Criteria()
                        .orOperator(
                                Criteria.where("person").is(person),
                                Criteria.where("about").is(person),
                                Criteria.where("by").is(person))),
                Notice.class);
    }
}
