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

    /** The pattern of a person's Slack id. */
    private static final String PERSON = "[UW][A-Z0-9]{2,30}";

    /**
     * The maximum number of managers to follow. It is more than any real organization has, and ends the search if two
     * admins created a circle at the same moment.
     */
    private static final int LONGEST_LINE = 50;

    private final LearnerRepository learners;
    private final Clock clock;

    AssignManager(LearnerRepository learners, Clock clock) {
        this.learners = learners;
        this.clock = clock;
    }

    public sealed interface Outcome {

        /** @param before the previous manager; null if there was none */
        @Document
        @TypeAlias("result:manager-assigned")
        record Assigned(String before) implements Outcome, StoredResult {}

        /** The learner no longer has a manager. */
        @Document
        @TypeAlias("result:manager-removed")
        record Removed(String before) implements Outcome, StoredResult {}

        record AlreadySo() implements Outcome {}

        record OwnManager() implements Outcome {}

        /** @param line the manager, that manager's manager, and so on, up to the learner */
        record Circle(List<String> line) implements Outcome {}

        /** @param id not a person's Slack id, or the id of a deactivated account */
        record Unknown(String id) implements Outcome {}
    }

    /**
     * Changes the manager, or refuses and changes nothing. A person unknown to FieldCert is stored with their manager,
     * so that a roster can be imported before anybody is enrolled. A change is audited; the learner is not notified.
     *
     * @param managerId the new manager; null to remove the current one
     * @param by who makes the change
     * @param why the reason for the audit log; may be empty
     */
    public LearnerRepository.Changed<Outcome> assign(String learnerId, String managerId, String by, String why) {
        return assign(learnerId, managerId, by, why, false);
    }

    /** Same as {@link #assign}, but also notifies the learner. */
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

    /**
     * Returns the refusal that {@link #assign} would return; empty if it would succeed. Changes nothing, so it can be
     * used for a dry run.
     */
    public Optional<Outcome> refusal(String learnerId, String managerId) {
        return refusal(learnerId, managerId, Map.of());
    }

    /**
     * Same as {@link #refusal(String, String)}, assuming that the people in {@code assumed} (keys) already have the
     * managers given there (values).
     */
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

    /** Returns the person, their manager, that manager's manager, and so on. */
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
