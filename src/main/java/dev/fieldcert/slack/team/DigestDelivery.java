package dev.fieldcert.slack.team;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.users.ManagerProfiles;
import dev.fieldcert.slack.users.QuietHours;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.team.DigestWeek;
import dev.fieldcert.team.Managers;
import dev.fieldcert.team.TeamDigest;
import dev.fieldcert.team.TeamDigests.Outcome;
import dev.fieldcert.team.TeamDigests;
import dev.fieldcert.team.WriteDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends each manager's digest once a week, in their own hours on Monday, or on Tuesday. */
@Component
public class DigestDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(DigestDelivery.class);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofMinutes(2);

    private final Learners learners;
    private final Managers managers;
    private final ManagerProfiles profiles;
    private final WriteDigest writeDigest;
    private final TeamDigests digests;
    private final QuietHours quietHours;
    private final SlackSender slack;

    DigestDelivery(
            Learners learners,
            Managers managers,
            ManagerProfiles profiles,
            WriteDigest writeDigest,
            TeamDigests digests,
            QuietHours quietHours,
            SlackSender slack) {
        this.learners = learners;
        this.managers = managers;
        this.profiles = profiles;
        this.writeDigest = writeDigest;
        this.digests = digests;
        this.quietHours = quietHours;
        this.slack = slack;
    }

    /**
     * Sends what is due; cheap when nothing is. Safe to call as often as one likes, on any number of instances. One
     * manager's failure stops no other's digest.
     */
    public void deliverDue(Instant now) {
        if (!DigestWeek.isDueSomewhere(now)) {
            return;
        }
        List<String> ids = learners.managers();
        Map<String, Managers.Seen> seen =
                managers.findAll(ids).stream().collect(Collectors.toMap(Managers.Seen::id, Function.identity()));
        Map<String, Map<String, DigestWeek>> byWeek = new TreeMap<>();
        for (String id : ids) {
            Optional.ofNullable(seen.get(id))
                    .or(() -> profiles.look(id))
                    .flatMap(known -> DigestWeek.due(now, known.zoneId()))
                    .ifPresent(week -> byWeek.computeIfAbsent(week.isoWeek(), key -> new HashMap<>())
                            .put(id, week));
        }
        byWeek.forEach((isoWeek, due) -> {
            Set<String> done = digests.done(due.keySet(), isoWeek);
            due.forEach((manager, week) -> {
                if (!done.contains(manager)) {
                    guarded(manager, now);
                }
            });
        });
    }

    private void guarded(String manager, Instant now) {
        try {
            deliver(manager, now);
        } catch (SlackFailure later) {
            LOG.warn("Digest put off manager={} error={}", manager, later.error());
        } catch (RuntimeException e) {
            LOG.error("Digest failed manager={}", manager, e);
        }
    }

    private void deliver(String manager, Instant now) {
        Optional<Managers.Seen> seen = profiles.look(manager);
        if (seen.filter(known -> !known.gone()).isPresent()
                && quietHours.until(manager).isPresent()) {
            return;
        }
        Optional<DigestWeek> week = seen.flatMap(known -> DigestWeek.due(now, known.zoneId()));
        Optional<TeamDigests.Sending> claimed = week.flatMap(due -> digests.claim(manager, due.isoWeek()));
        if (claimed.isEmpty()) {
            return;
        }
        TeamDigests.Sending sending = claimed.get();
        if (seen.get().gone()) {
            digests.over(sending, Outcome.UNDELIVERABLE);
            return;
        }
        TeamDigest digest = writeDigest.write(manager, week.get(), now);
        if (digest.isEmpty()) {
            digests.over(sending, Outcome.NOTHING_TO_SAY);
            return;
        }
        send(sending, digest, When.in(seen.get().zone(), now));
    }

    private void send(TeamDigests.Sending sending, TeamDigest digest, When when) {
        try {
            String channel = slack.dmWith(sending.manager());
            boolean arrived = sending.tries() > 1
                    && slack.find(channel, sending.id(), sending.since()).isPresent();
            if (!arrived) {
                slack.post(channel, DigestMessages.digest(digest, when), sending.id());
            }
            digests.over(sending, Outcome.SENT);
            LOG.info("Digest sent manager={} week={}", sending.manager(), sending.week());
        } catch (SlackFailure failure) {
            if (failure.isPersonGone() || failure.isPermanent()) {
                LOG.error("Digest given up manager={} error={}", sending.manager(), failure.error());
                digests.over(sending, Outcome.UNDELIVERABLE);
                return;
            }
            LOG.warn("Digest postponed manager={} error={}", sending.manager(), failure.error());
            digests.later(sending, when.now().plus(failure.retryAfter().orElse(TRY_AGAIN_AFTER)));
        }
    }
}
