package dev.fieldcert.slack;

import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Saying.Audience;
import dev.fieldcert.team.admin.Roles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.springframework.stereotype.Component;

/** Which channel hears what: as configured, until an admin chooses another. */
@Component
public class Channels {

    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
    private static final Duration COMPLAIN_AGAIN_AFTER = Duration.ofDays(1);
    private static final String BADGES = "badges";
    private static final String FEEDBACK = "feedback";

    private final MongoOperations mongo;
    private final SlackSettings settings;
    private final QuietHours quietHours;
    private final SlackSender slack;
    private final SlackDirectory directory;
    private final Roles roles;
    private final Clock clock;
    private final Map<String, String> byName = new ConcurrentHashMap<>();
    private final Map<String, Instant> complained = new ConcurrentHashMap<>();

    Channels(
            MongoOperations mongo,
            SlackSettings settings,
            QuietHours quietHours,
            SlackSender slack,
            SlackDirectory directory,
            Roles roles,
            Clock clock) {
        this.mongo = mongo;
        this.settings = settings;
        this.quietHours = quietHours;
        this.slack = slack;
        this.directory = directory;
        this.roles = roles;
        this.clock = clock;
    }

    @Document("channels")
    @TypeAlias("channel")
    record Chosen(@Id String purpose, String channel, String by, Instant at) {}

    /** Where this learner's badges are announced: their cohort's channel where it has one. */
    String badges(Learner learner) {
        String cohort = learner.profile().cohort();
        Optional<String> own = cohort == null ? Optional.empty() : chosen(BADGES + ":" + cohort);
        return own.or(() -> chosen(BADGES)).orElseGet(() -> resolve(settings.badgeChannel()));
    }

    /** Empty when no channel is meant to hear feedback. */
    Optional<String> feedback() {
        Optional<String> chosen = chosen(FEEDBACK);
        if (chosen.isPresent() || settings.feedbackChannel().isBlank()) {
            return chosen;
        }
        return Optional.of(resolve(settings.feedbackChannel()));
    }

    /** @param cohort null for everybody */
    public void announceIn(String channelId, String cohort, String by) {
        choose(cohort == null ? BADGES : BADGES + ":" + cohort, channelId, by);
    }

    public void feedbackIn(String channelId, String by) {
        choose(FEEDBACK, channelId, by);
    }

    /** What an admin chose, by purpose: {@code badges}, {@code badges:<cohort>}, {@code feedback}; a channel's id each. */
    public Map<String, String> chosen() {
        Map<String, String> chosen = new TreeMap<>();
        mongo.findAll(Chosen.class).forEach(each -> chosen.put(each.purpose(), each.channel()));
        return chosen;
    }

    private void choose(String purpose, String channelId, String by) {
        mongo.save(new Chosen(purpose, channelId, by, clock.instant()));
    }

    private Optional<String> chosen(String purpose) {
        return Optional.ofNullable(mongo.findById(purpose, Chosen.class)).map(Chosen::channel);
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

    /** Those named to run the programme: first by the configuration, then by command. */
    private Set<String> admins() {
        Set<String> admins =
                new LinkedHashSet<>(settings.admins().stream().sorted().toList());
        roles.all().stream()
                .filter(holder -> holder.role() == Roles.Role.ADMIN)
                .forEach(holder -> admins.add(holder.person()));
        return admins;
    }

    /**
     * Who hears what needs somebody who runs the programme: the first one named, else an admin of the workspace.
     *
     * @param about whom it is about: they are asked only when there is nobody else
     */
    public Optional<String> adminOnDuty(String about) {
        return admins().stream()
                .filter(admin -> !admin.equals(about))
                .findFirst()
                .or(() -> directory.people().stream()
                        .filter(user -> (user.isAdmin() || user.isOwner()) && !user.isDeleted() && !user.isBot())
                        .map(com.slack.api.model.User::getId)
                        .filter(admin -> !admin.equals(about))
                        .sorted()
                        .findFirst())
                .or(() -> admins().stream().findFirst());
    }

    /** Tells the programme's admins, each once a day and in their own hours, that a channel cannot be written to. */
    void complain(Audience audience, String error) {
        String what = audience instanceof Audience.BadgeChannel ? "badges" : "feedback";
        Instant now = clock.instant();
        if (isFirstToday(what, now)) {
            byName.clear();
            LOG.error("Channel out of reach for={} error={}", what, error);
        }
        for (String admin : admins()) {
            try {
                if (quietHours.until(admin).isEmpty() && isFirstToday(what + ":" + admin, now)) {
                    slack.post(slack.dmWith(admin), ErrorMessages.channelOutOfReach(what, error), null);
                }
            } catch (SlackFailure failure) {
                LOG.warn("Admin not told person={} error={}", admin, failure.error());
            }
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
