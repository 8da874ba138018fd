package dev.fieldcert.learner.contact;

import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.record.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** A manager's word to one of their reports: well done, or please go on. Each at most once a day of the learner's. */
@Service
public class PraiseOrNudge {

    private final Learners learners;
    private final AuditTrail audit;
    private final Clock clock;

    PraiseOrNudge(Learners learners, AuditTrail audit, Clock clock) {
        this.learners = learners;
        this.audit = audit;
        this.clock = clock;
    }

    public enum Kind {
        PRAISE,
        NUDGE
    }

    public enum Outcome {
        SAID,
        /** It was said today already. */
        ALREADY_TODAY,
        /** Nothing to nudge about: every course is done, or none begun. */
        NOTHING_OPEN,
        /** The learner wants no reminders now: a nudge would be one. */
        ON_PAUSE,
        /** Not the manager; it was noted that they tried. */
        NOT_THEIRS
    }

    /** @param words in the manager's own words; empty for none */
    public Learners.Changed<Outcome> say(Kind kind, String by, String learnerId, Optional<String> words) {
        if (learners.find(learnerId).isEmpty()) {
            return new Learners.Changed<>(Outcome.NOT_THEIRS, new Learner(learnerId), Optional.empty());
        }
        Learners.Changed<Outcome> command = learners.change(learnerId, learner -> say(kind, by, learner, words));
        if (command.result() == Outcome.NOT_THEIRS) {
            audit.note(learnerId, by, "refused: " + word(kind), "not the manager");
        }
        return command;
    }

    private Outcome say(Kind kind, String by, Learner learner, Optional<String> words) {
        Instant now = clock.instant();
        if (!by.equals(learner.profile().managerId())) {
            return Outcome.NOT_THEIRS;
        }
        LocalDate today = now.atZone(learner.zone()).toLocalDate();
        boolean praise = kind == Kind.PRAISE;
        if (praise ? learner.wasPraisedOn(today) : learner.wasNudgedOn(today)) {
            return Outcome.ALREADY_TODAY;
        }
        if (!praise && learner.courses().isEmpty()) {
            return Outcome.NOTHING_OPEN;
        }
        if (!praise && learner.preferences().isOnPause(today)) {
            return Outcome.ON_PAUSE;
        }
        if (praise) {
            learner.praise(today);
        } else {
            learner.nudge(today);
        }
        learner.enqueueUnsolicited(new Notification.ManagerNote(by, word(kind), words.orElse(null)), now);
        return Outcome.SAID;
    }

    private static String word(Kind kind) {
        return kind == Kind.PRAISE ? "praise" : "nudge";
    }
}
