package dev.fieldcert.slack.delivery;

import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Quiet mode: badges are collected through the day and announced in one message a channel. */
@Component
public class BadgeDigest {

    private static final Logger LOG = LoggerFactory.getLogger(BadgeDigest.class);
    private static final LocalTime SAID_AT = LocalTime.of(15, 0);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final String MODE = "announcements";

    private final MongoOperations mongo;
    private final Programs programs;
    private final SlackSender slack;
    private final Clock clock;

    BadgeDigest(MongoOperations mongo, Programs programs, SlackSender slack, Clock clock) {
        this.mongo = mongo;
        this.programs = programs;
        this.slack = slack;
        this.clock = clock;
        mongo.indexOps(Entry.class).createIndex(new Index("keptAt", Sort.Direction.ASC).named("kept"));
    }

    @Document("announcement_modes")
    @TypeAlias("announcement-mode")
    record Mode(@Id String id, boolean quiet, String by, Instant at) {}

    /** A badge to be announced; its id is the owed message's, so that it is kept once. */
    @Document("round_up")
    @TypeAlias("round-up")
    record Entry(@Id String id, String learner, String channel, String badge, Instant keptAt) {}

    /** One channel's round-up of one day, while it is being said and after. */
    @Document("round_ups_said")
    @TypeAlias("round-up-said")
    record Turn(@Id String id, Instant leaseUntil, boolean done) {}

    public boolean isQuiet() {
        Mode mode = mongo.findById(MODE, Mode.class);
        return mode != null && mode.quiet();
    }

    public void quiet(boolean quiet, String by) {
        mongo.save(new Mode(MODE, quiet, by, clock.instant()));
    }

    /** Takes an announcement over from the delivery. */
    void keep(String messageId, String learner, String channel, Notification.BadgeAnnounced announced) {
        mongo.save(new Entry(messageId, learner, channel, announced.badge(), clock.instant()));
    }

    /**
     * Announces what was collected before the newest moment of round-up: once a day and channel, by whichever instance
     * comes first. A channel that cannot be written to is tried again at the next call.
     */
    public void sendDue(Instant now) {
        Instant today = now.atZone(ZoneOffset.UTC).toLocalDate().atTime(SAID_AT).toInstant(ZoneOffset.UTC);
        Instant due = today.isAfter(now) ? today.minus(Duration.ofDays(1)) : today;
        List<Entry> collected =
                mongo.find(Query.query(Criteria.where("keptAt").lt(due)).with(Sort.by("keptAt")), Entry.class);
        Map<String, List<Entry>> byChannel = collected.stream()
                .collect(Collectors.groupingBy(Entry::channel, LinkedHashMap::new, Collectors.toList()));
        byChannel.forEach((channel, entries) -> {
            try {
                say(channel, entries, due, now);
            } catch (SlackFailure failure) {
                LOG.warn("Round-up postponed channel={} error={}", channel, failure.error());
            }
        });
    }

    private void say(String channel, List<Entry> entries, Instant due, Instant now) {
        LocalDate day = due.atZone(ZoneOffset.UTC).toLocalDate();
        String id = "round-up:" + channel + ":" + day;
        if (!takes(id, now)) {
            return;
        }
        if (slack.find(channel, id, due).isEmpty()) {
            slack.post(
                    channel,
                    BadgeDigestMessages.badges(entries.stream().map(this::line).toList()),
                    id);
        }
        mongo.remove(
                Query.query(
                        Criteria.where("_id").in(entries.stream().map(Entry::id).toList())),
                Entry.class);
        mongo.save(new Turn(id, now, true));
    }

    private boolean takes(String id, Instant now) {
        try {
            mongo.insert(new Turn(id, now.plus(LEASE), false));
            return true;
        } catch (DuplicateKeyException somebodyDoes) {
            return mongo.findAndModify(
                            Query.query(Criteria.where("_id")
                                    .is(id)
                                    .and("leaseUntil")
                                    .lte(now)),
                            new Update().set("leaseUntil", now.plus(LEASE)),
                            Turn.class)
                    != null;
        }
    }

    private BadgeDigestMessages.Line line(Entry entry) {
        return new BadgeDigestMessages.Line(
                entry.learner(),
                programs.current()
                        .badge(entry.badge())
                        .map(BadgeDefinition::name)
                        .orElse(entry.badge()));
    }

    /** Nothing of a person is announced any more. */
    public void forget(String person) {
        mongo.remove(Query.query(Criteria.where("learner").is(person)), Entry.class);
        mongo.updateMulti(Query.query(Criteria.where("by").is(person)), new Update().unset("by"), Mode.class);
    }
}
