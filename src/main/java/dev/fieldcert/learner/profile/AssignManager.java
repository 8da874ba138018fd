package dev.fieldcert.learner.profile;

import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.StoredResult;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/** Sets a learner's manager. The caller checks whether {@code by} may do that. */
@Service
public class AssignManager {

    /** Slack's ids of people. */
    private static final String PERSON = "[UW][A-Z0-9]{2,30}";

    /**
     * More levels than any real line of management, so a circle that two admins created at the same moment still ends.
     */
    private static final int LONGEST_LINE = 50;

    private final LearnerRepository learners;
    private final Clock clock;

    AssignManager(LearnerRepository learners, Clock clock) {
        this.learners = learners;
        this.clock = clock;
    }

    public sealed interface Outcome {

        /** @param before the manager until now; null when there was none */
        @Document
        @TypeAlias("result:manager-assigned")
        record Assigned(String before) implements Outcome, StoredResult {}

        /** The learner has no manager any more. */
        @Document
        @TypeAlias("result:manager-removed")
        record Removed(String before) implements Outcome, StoredResult {}

        record AlreadySo() implements Outcome {}

        record OwnManager() implements Outcome {}

        /** @param line from the manager up to the learner, who would become that manager's manager */
        record Circle(List<String> line) implements Outcome {}

        /** @param id not a person's Slack id, or a deactivated account */
        record Unknown(String id) implements Outcome {}
    }

    /**
     * Changes the manager, or refuses and changes nothing. A learner we did not know yet begins with their manager, so
     * that a roster may be read before anybody is enrolled. A change is audited; the learner is not told.
     *
     * @param managerId null for none
     * @param by who says so
     * @param why for the audit; may be empty
     */
    public LearnerRepository.Changed<Outcome> assign(String learnerId, String managerId, String by, String why) {
        return assign(learnerId, managerId, by, why, false);
    }

    /** As {@link #assign}, and the learner is told. */
    public LearnerRepository.Changed<Outcome> assignAndTell(String learnerId, String managerId, String by, String why) {
        return assign(learnerId, managerId, by, why, true);
    }

    private LearnerRepository.Changed<Outcome> assign(
            String learnerId, String managerId, String by, String why, boolean tell) {
        Optional<Outcome> refusal = refusal(learnerId, managerId);
        if (refusal.isPresent()) {
            return new LearnerRepository.Changed<>(refusal.get(), learners.findOrNew(learnerId), Optional.empty());
        }
        if (managerId == null && learners.find(learnerId).isEmpty()) {
            return new LearnerRepository.Changed<>(new Outcome.AlreadySo(), new Learner(learnerId), Optional.empty());
        }
        return learners.once(learnerId, Outcome.class, learner -> {
            String before = learner.profile().managerId();
            if (Objects.equals(before, managerId)) {
                return new Outcome.AlreadySo();
            }
            Instant now = clock.instant();
            learner.assignManager(managerId);
            learner.audit(
                    by,
                    managerId == null
                            ? AuditedAction.of(AuditedAction.Code.MANAGER_REMOVED, before)
                            : AuditedAction.of(AuditedAction.Code.MANAGER_SET, managerId),
                    why,
                    now);
            if (tell) {
                learner.enqueueUnsolicited(
                        Notification.Changed.of(Notification.Changed.Kind.MANAGER, managerId, by), now);
            }
            return managerId == null ? new Outcome.Removed(before) : new Outcome.Assigned(before);
        });
    }

    /** The refusal {@link #assign} would give; empty when it would succeed. Changes nothing; for a dry run. */
    public Optional<Outcome> refusal(String learnerId, String managerId) {
        return refusal(learnerId, managerId, Map.of());
    }

    /** As {@link #refusal(String, String)}, when these people (the keys) had these managers already. */
    public Optional<Outcome> refusal(String learnerId, String managerId, Map<String, String> assumed) {
        if (!isPerson(learnerId)) {
            return Optional.of(new Outcome.Unknown(String.valueOf(learnerId)));
        }
        if (managerId == null) {
            return Optional.empty();
        }
        boolean gone = learners.find(managerId)
                .filter(known -> known.profile().deactivated())
                .isPresent();
        if (!isPerson(managerId) || gone) {
            return Optional.of(new Outcome.Unknown(managerId));
        }
        if (managerId.equals(learnerId)) {
            return Optional.of(new Outcome.OwnManager());
        }
        List<String> line = lineAbove(managerId, assumed);
        int circle = line.indexOf(learnerId);
        return circle < 0
                ? Optional.empty()
                : Optional.of(new Outcome.Circle(List.copyOf(line.subList(0, circle + 1))));
    }

    private static boolean isPerson(String id) {
        return id != null && id.matches(PERSON);
    }

    /** A person, their manager, that manager's manager and so on. */
    private List<String> lineAbove(String id, Map<String, String> assumed) {
        List<String> line = new ArrayList<>();
        Optional<String> next = Optional.of(id);
        while (next.isPresent() && !line.contains(next.get()) && line.size() < LONGEST_LINE) {
            line.add(next.get());
            String person = next.get();
            next = Optional.ofNullable(assumed.get(person))
                    .or(() -> learners.find(person)
                            .flatMap(learner -> learner.profile().manager()));
        }
        return line;
    }
}
