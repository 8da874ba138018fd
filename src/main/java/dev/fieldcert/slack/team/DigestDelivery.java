package dev.fieldcert.slack.team;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.outbox.OutboxMessage;
import dev.fieldcert.outbox.Outboxes;
import dev.fieldcert.slack.users.ManagerProfiles;
import dev.fieldcert.team.DigestWeek;
import dev.fieldcert.team.Managers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Enqueues each manager's weekly digest, between Monday morning and the end of Tuesday in the manager's time zone. */
@Component
public class DigestDelivery {

    private final Learners learners;
    private final Managers managers;
    private final ManagerProfiles profiles;
    private final Outboxes outboxes;

    DigestDelivery(Learners learners, Managers managers, ManagerProfiles profiles, Outboxes outboxes) {
        this.learners = learners;
        this.managers = managers;
        this.profiles = profiles;
        this.outboxes = outboxes;
    }

    /**
     * Enqueues the digests that are due. Does almost nothing if none can be due. Safe to call at any time on any
     * number of instances.
     */
    public void enqueueDue(Instant now) {
        if (!DigestWeek.isDueSomewhere(now)) {
            return;
        }
        List<String> ids = learners.managers();
        Map<String, Managers.Seen> seen =
                managers.findAll(ids).stream().collect(Collectors.toMap(Managers.Seen::id, Function.identity()));
        Map<String, List<String>> byWeek = new TreeMap<>();
        for (String id : ids) {
            Optional.ofNullable(seen.get(id))
                    .or(() -> profiles.look(id))
                    .flatMap(known -> DigestWeek.due(now, known.zoneId()))
                    .ifPresent(week -> byWeek.computeIfAbsent(week.isoWeek(), key -> new ArrayList<>())
                            .add(id));
        }
        byWeek.forEach((isoWeek, due) -> {
            Set<String> enqueued = outboxes.enqueuedOnce(due);
            due.stream()
                    .filter(manager -> !enqueued.contains(id(manager, isoWeek)))
                    .filter(manager -> profiles.look(manager)
                            .filter(known -> !known.gone())
                            .isPresent())
                    .map(manager -> OutboxMessage.unsolicited(
                            id(manager, isoWeek), new Notification.WeeklyDigest(manager, isoWeek), now, now))
                    .forEach(outboxes::enqueueOnce);
        });
    }

    private static String id(String manager, String week) {
        return "digest:" + manager + ":" + week;
    }
}
