package dev.fieldcert.learner.contact;

import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.StoredResult;
import dev.fieldcert.learner.record.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/**
 * Sends a manager's praise or nudge to one of their reports. Each can be sent once a day, in the learner's time zone.
 */
@Service
public class PraiseOrNudge {

    private final LearnerRepository learners;
    private final AuditTrail audit;
    private final Clock clock;

    PraiseOrNudge(LearnerRepository learners, AuditTrail audit, Clock clock) {
        this.learners = learners;
        this.audit = audit;
        this.clock = clock;
    }

    public enum Kind {
        PRAISE,
        NUDGE
    }

    public sealed interface Outcome {

        @Document
        @TypeAlias("result:manager-note-said")
        record Said() implements Outcome, StoredResult {}

        /** It was already sent today. */
        record AlreadyToday() implements Outcome {}

        /** There is nothing to nudge about: the learner has no course in progress. */
        record NothingOpen() implements Outcome {}

        /** The learner does not want reminders now, and a nudge would be one. */
        record OnPause() implements Outcome {}

        /** The person is not the learner's manager, which is audited; or there is no such learner. */
        record NotTheirs() implements Outcome {}
    }

    /** @param words an optional note in the manager's own words */
    public LearnerRepository.Changed<Outcome> say(Kind kind, String by, String learnerId, Optional<String> words) {
        if (learners.find(learnerId).isEmpty()) {
            return new LearnerRepository.Changed<>(new Outcome.NotTheirs(), new Learner(learnerId), Optional.empty());
        }
        LearnerRepository.Changed<Outcome> command =
                learners.once(learnerId, Outcome.class, learner -> say(kind, by, learner, words));
        if (command.result() instanceof Outcome.NotTheirs) {
            audit.note(
                    learnerId,
                    by,
                    AuditedAction.of(
                            kind == Kind.PRAISE ? AuditedAction.Code.PRAISE_REFUSED : AuditedAction.Code.NUDGE_REFUSED),
                    "");
        }
        return command;
    }

    private Outcome say(Kind kind, String by, Learner learner, Optional<String> words) {
        Instant now = clock.instant();
        if (!by.equals(learner.profile().managerId())) {
            return new Outcome.NotTheirs();
        }
        LocalDate today = now.atZone(learner.zone()).toLocalDate();
        boolean praise = kind == Kind.PRAISE;
        if (praise ? learner.wasPraisedOn(today) : learner.wasNudgedOn(today)) {
            return new Outcome.AlreadyToday();
        }
        if (!praise && learner.courses().isEmpty()) {
            return new Outcome.NothingOpen();
        }
        if (!praise && learner.preferences().isOnPause(today)) {
            return new Outcome.OnPause();
        }
        if (praise) {
            learner.praise(today);
        } else {
            learner.nudge(today);
        }
        learner.enqueueUnsolicited(new Notification.ManagerNote(by, word(kind), words.orElse(null)), now);
        return new Outcome.Said();
    }

    private static String word(Kind kind) {
        return kind == Kind.PRAISE ? "praise" : "nudge";
    }
}
