package dev.fieldcert.slack.channels;

import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.Notification.BadgeDigest;
import dev.fieldcert.outbox.Outbox;
import dev.fieldcert.outbox.OutboxMessage;
import dev.fieldcert.outbox.Outboxes;
import dev.fieldcert.outbox.Recipient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Decides whether badges are announced one by one, or collected in one daily message per channel. */
@Component
public class Announcements {

    private static final LocalTime DIGEST_AT = LocalTime.of(15, 0);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String MODE = "announcements";

    private final MongoOperations mongo;
    private final Outboxes outboxes;
    private final Clock clock;

    Announcements(MongoOperations mongo, Outboxes outboxes, Clock clock) {
        this.mongo = mongo;
        this.outboxes = outboxes;
        this.clock = clock;
    }

    @Document("announcement_modes")
    @TypeAlias("announcement-mode")
    record Mode(@Id String id, boolean quiet, String by, Instant at) {}

    public boolean areQuiet() {
        Mode mode = mongo.findById(MODE, Mode.class);
        return mode != null && mode.quiet();
    }

    public void quiet(boolean quiet, String by) {
        mongo.save(new Mode(MODE, quiet, by, clock.instant()));
    }

    /**
     * Adds a badge to the channel's next digest; adding it again has no effect.
     *
     * @param messageId the id of the announcement that the digest replaces
     */
    public void collect(String messageId, String learner, String channel, Notification.BadgeAnnounced announced) {
        var line = new BadgeDigest.Line(messageId, learner, announced.badge());
        Instant now = clock.instant();
        outboxes.change(new Recipient.Channel(channel), outbox -> collected(outbox, channel, line, now));
    }

    private static Outbox collected(Outbox outbox, String channel, BadgeDigest.Line line, Instant now) {
        Instant today =
                now.atZone(ZoneOffset.UTC).toLocalDate().atTime(DIGEST_AT).toInstant(ZoneOffset.UTC);
        // No more lines are added to a digest that is being sent.
        boolean tooLate = !now.isBefore(today) || outbox.leasedUntil().isPresent();
        Instant due = tooLate ? today.plus(DAY) : today;
        String id = "badge-digest:" + channel + ":" + due.atZone(ZoneOffset.UTC).toLocalDate();
        return outbox.enqueue(OutboxMessage.unsolicited(id, new BadgeDigest(channel, List.of()), now, due))
                .replaceAll(message ->
                        message.id().equals(id) ? message.with(((BadgeDigest) message.content()).plus(line)) : message);
    }

    /** Forgets who chose the mode, but keeps the mode. */
    public void forget(String person) {
        mongo.updateMulti(Query.query(Criteria.where("by").is(person)), new Update().unset("by"), Mode.class);
    }
}
