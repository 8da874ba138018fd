package dev.fieldcert.learner.enrollment;

import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.StoredResult;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/**
 * Asks the learner's manager, or the admins if there is none, for a later due date. Each due date can be asked about
 * once.
 */
@Service
public class AskForLaterDue {

    private final LearnerRepository learners;
    private final Clock clock;

    AskForLaterDue(LearnerRepository learners, Clock clock) {
        this.learners = learners;
        this.clock = clock;
    }

    public sealed interface Outcome {

        /** @param manager who was asked; null if it was the admins */
        @Document
        @TypeAlias("result:later-due-asked")
        record Asked(String manager) implements Outcome, StoredResult {}

        record AskedBefore() implements Outcome {}

        /** The course was finished or left, or its due date has changed. */
        record Settled() implements Outcome {}
    }

    /** @throws IllegalArgumentException if {@code wanted} is not later than {@code due} */
    public LearnerRepository.Changed<Outcome> ask(String learnerId, String course, LocalDate due, LocalDate wanted) {
        if (!wanted.isAfter(due)) {
            throw new IllegalArgumentException("Not a later due date");
        }
        return learners.once(learnerId, Outcome.class, learner -> {
            if (!learner.isDue(course, due)) {
                return new Outcome.Settled();
            }
            if (learner.hasAskedForLaterDueDate(course, due)) {
                return new Outcome.AskedBefore();
            }
            Instant now = clock.instant();
            String manager = learner.profile().managerId();
            learner.askForLaterDueDate(course, due);
            learner.audit(
                    learnerId,
                    AuditedAction.of(AuditedAction.Code.LATER_DUE_ASKED, course).on(wanted),
                    "",
                    now);
            learner.enqueueUnsolicited(new Notification.LaterDueRequested(manager, course, due, wanted), now);
            learner.acted(now);
            return new Outcome.Asked(manager);
        });
    }
}
