package dev.fieldcert.slack.channels;

import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.outbox.OutboxMessage;
import dev.fieldcert.outbox.Outboxes;
import dev.fieldcert.outbox.Recipient;
import dev.fieldcert.slack.users.KnownPeople;
import dev.fieldcert.slack.users.QuietHours;
import dev.fieldcert.slack.webapi.SlackDirectory;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackSettings;
import dev.fieldcert.team.admin.Roles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Decides which channel gets which messages: the configured one, unless an admin chose another. */
@Component
public class Channels {

    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
    private static final Duration COMPLAIN_AGAIN_AFTER = Duration.ofDays(1);

    private final MongoOperations mongo;
    private final Programs programs;
    private final SlackSettings settings;
    private final QuietHours quietHours;
    private final KnownPeople people;
    private final Outboxes outboxes;
    private final SlackDirectory directory;
    private final Roles roles;
    private final Clock clock;
    private final Map<String, String> byName = new ConcurrentHashMap<>();
    private final Map<String, Instant> complained = new ConcurrentHashMap<>();

    Channels(
            MongoOperations mongo,
            Programs programs,
            SlackSettings settings,
            QuietHours quietHours,
            KnownPeople people,
            Outboxes outboxes,
            SlackDirectory directory,
            Roles roles,
            Clock clock) {
        this.mongo = mongo;
        this.programs = programs;
        this.settings = settings;
        this.quietHours = quietHours;
        this.people = people;
        this.outboxes = outboxes;
        this.directory = directory;
        this.roles = roles;
        this.clock = clock;
    }

    @Document("channels")
    @TypeAlias("channel")
    record Chosen(@Id String purpose, String channel, String by, Instant at) {}

    /**
     * The channel for a badge: the one chosen for the holder's cohort; otherwise the one chosen for the first of the
     * holder's paths that leads to the badge and has a channel; otherwise the general one.
     */
    public String badges(Learner learner, String badge) {
        String cohort = learner.profile().cohort();
        Optional<String> own = cohort == null ? Optional.empty() : chosen(Purpose.badgesOfCohort(cohort));
        return own.or(() -> ofPath(learner, badge))
                .or(() -> chosen(Purpose.BADGES))
                .orElseGet(() -> resolve(settings.badgeChannel()));
    }

    private Optional<String> ofPath(Learner learner, String badge) {
        Program program = programs.current();
        return learner.paths().stream()
                .flatMap(enrolled -> program.path(enrolled.path()).stream())
                .filter(path -> program.leadsTo(path, badge))
                .flatMap(path -> chosen(Purpose.badgesOfPath(path.id())).stream())
                .findFirst();
    }

    /** The channel for feedback; empty if none is chosen or configured. */
    public Optional<String> feedback() {
        Optional<String> chosen = chosen(Purpose.FEEDBACK);
        if (chosen.isPresent() || settings.feedbackChannel().isBlank()) {
            return chosen;
        }
        return Optional.of(resolve(settings.feedbackChannel()));
    }

    /** A kind of message that a channel can get. */
    public record Purpose(String id) {

        public static final Purpose BADGES = new Purpose("badges");
        public static final Purpose FEEDBACK = new Purpose("feedback");
        private static final String OF_COHORT = "badges:";
        private static final String OF_PATH = "badges-of-path:";

        public static Purpose badgesOfCohort(String cohort) {
            return new Purpose(OF_COHORT + cohort);
        }

        public static Purpose badgesOfPath(String path) {
            return new Purpose(OF_PATH + path);
        }

        public Optional<String> cohort() {
            return after(OF_COHORT);
        }

        public Optional<String> path() {
            return after(OF_PATH);
        }

        private Optional<String> after(String prefix) {
            return id.startsWith(prefix) ? Optional.of(id.substring(prefix.length())) : Optional.empty();
        }
    }

    /** Sends this kind of message to this channel from now on. */
    public void choose(Purpose purpose, String channelId, String by) {
        mongo.save(new Chosen(purpose.id(), channelId, by, clock.instant()));
    }

    /**
     * Removes an admin's choice.
     *
     * @return false if there was no choice
     */
    public boolean forgetChoice(Purpose purpose) {
        return mongo.remove(Query.query(Criteria.where("_id").is(purpose.id())), Chosen.class)
                        .getDeletedCount()
                > 0;
    }

    /** The admins' choices, as channel ids. */
    public Map<Purpose, String> chosen() {
        Map<Purpose, String> chosen = new TreeMap<>(Comparator.comparing(Purpose::id));
        mongo.findAll(Chosen.class).forEach(each -> chosen.put(new Purpose(each.purpose()), each.channel()));
        return chosen;
    }

    private Optional<String> chosen(Purpose purpose) {
        return Optional.ofNullable(mongo.findById(purpose.id(), Chosen.class)).map(Chosen::channel);
    }

    private String resolve(String configured) {
        String name = configured.startsWith("#") ? configured.substring(1) : configured;
        if (name.matches("[CG][A-Z0-9]{6,}")) {
            return name;
        }
        String known = byName.get(name);
        if (known == null) {
            known = directory
                    .channelByName(name)
                    .orElseThrow(() -> SlackFailure.refused("conversations.list", "channel_not_found"));
            byName.put(name, known);
        }
        return known;
    }

    /** The people named as admins, first by configuration, then by command. */
    private Set<String> admins() {
        Set<String> admins =
                new LinkedHashSet<>(settings.admins().stream().sorted().toList());
        roles.all().stream()
                .filter(holder -> holder.role() == Roles.Role.ADMIN)
                .forEach(holder -> admins.add(holder.person()));
        return admins;
    }

    /**
     * The person who is told about things that need an admin: the first named admin, otherwise an admin of the
     * workspace.
     *
     * @param about the person concerned, who is chosen only if nobody else can be
     */
    public Optional<String> adminOnDuty(String about) {
        return admins().stream()
                .filter(admin -> !admin.equals(about))
                .findFirst()
                .or(() -> people.all()
                        .filter(person -> person.admin() && person.isInUse())
                        .map(KnownPeople.KnownPerson::id)
                        .filter(admin -> !admin.equals(about))
                        .sorted()
                        .findFirst())
                .or(() -> admins().stream().findFirst());
    }

    /** The named admins; if there are none, an admin of the workspace. */
    Set<String> adminsToTell() {
        Set<String> named = admins();
        return named.isEmpty() ? adminOnDuty("").map(Set::of).orElse(Set.of()) : named;
    }

    /** Tells each admin, once a day and within their hours, that the bot cannot post in a channel. */
    public void complain(Recipient channel, String error) {
        String what = channel instanceof Recipient.FeedbackChannel ? "feedback" : "badges";
        Instant now = clock.instant();
        if (isFirstToday(what, now)) {
            byName.clear();
            LOG.error("Channel out of reach for={} error={}", what, error);
        }
        for (String admin : adminsToTell()) {
            if (mayBeTold(admin)) {
                outboxes.enqueueOnce(OutboxMessage.unsolicited(
                        "channel-out-of-reach:%s:%s:%s"
                                .formatted(
                                        what, admin, now.atZone(ZoneOffset.UTC).toLocalDate()),
                        new Notification.ChannelOutOfReach(admin, what, error),
                        now,
                        now));
            }
        }
    }

    private boolean mayBeTold(String admin) {
        try {
            return quietHours.until(admin).isEmpty();
        } catch (SlackFailure failure) {
            LOG.warn("Quiet hours not read person={} error={}", admin, failure.error());
            return false;
        }
    }

    private boolean isFirstToday(String what, Instant now) {
        Instant last = complained.get(what);
        if (last != null && last.plus(COMPLAIN_AGAIN_AFTER).isAfter(now)) {
            return false;
        }
        complained.put(what, now);
        return true;
    }
}
