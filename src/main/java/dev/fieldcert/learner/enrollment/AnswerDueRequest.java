package dev.fieldcert.learner.enrollment;

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
import java.util.function.Predicate;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/** Answers a learner's request for a later due date: moves the date or keeps it, and tells the learner which. */
@Service
public class AnswerDueRequest {

    private final LearnerRepository learners;
    private final AuditTrail audit;
    private final Clock clock;

    AnswerDueRequest(LearnerRepository learners, AuditTrail audit, Clock clock) {
        this.learners = learners;
        this.audit = audit;
        this.clock = clock;
    }

    public sealed interface Outcome {

        @Document
        @TypeAlias("result:later-due-granted")
        record Moved(LocalDate to) implements Outcome, StoredResult {}

        @Document
        @TypeAlias("result:later-due-refused")
        record Stays(LocalDate due) implements Outcome, StoredResult {}

        /**
         * There is no open request: it was answered before or never made, or the course was finished or left, or its
         * date was changed.
         */
        record Settled() implements Outcome {}

        /**
         * The person is neither the learner's manager nor an admin, or is the learner. The attempt was added to the
         * audit log.
         */
        record NotTheirs() implements Outcome {}
    }

    /** The learner's request. */
    public record ScheduleRequest(String learner, String course, LocalDate due, LocalDate wanted) {}

    /** @param mayDecide whether {@code by} may decide about this learner; evaluated at the moment of the change */
    public LearnerRepository.Changed<Outcome> answer(
            ScheduleRequest request, String by, Predicate<Learner> mayDecide, boolean agree) {
        if (learners.find(request.learner()).isEmpty()) {
            return new LearnerRepository.Changed<>(
                    new Outcome.Settled(), new Learner(request.learner()), Optional.empty());
        }
        LearnerRepository.Changed<Outcome> answered = learners.once(
                request.learner(),
                Outcome.class,
                learner -> by.equals(learner.id()) || !mayDecide.test(learner)
                        ? new Outcome.NotTheirs()
                        : answer(learner, request, by, agree));
        if (answered.result() instanceof Outcome.NotTheirs) {
            audit.note(
                    request.learner(),
                    by,
                    AuditedAction.of(AuditedAction.Code.LATER_DUE_ANSWER_REFUSED, request.course()),
                    "");
        }
        return answered;
    }

    private Outcome answer(Learner learner, ScheduleRequest request, String by, boolean agree) {
        if (!learner.awaitsLaterDueDate(request.course(), request.due())) {
            return new Outcome.Settled();
        }
        Instant now = clock.instant();
        LocalDate due = agree ? request.wanted() : request.due();
        if (agree) {
            learner.course(request.course()).orElseThrow().moveDueDate(due);
        } else {
            learner.keepDueDate(request.course(), due);
        }
        AuditedAction.Code answered =
                agree ? AuditedAction.Code.LATER_DUE_GRANTED : AuditedAction.Code.LATER_DUE_REFUSED;
        learner.audit(by, AuditedAction.of(answered, request.course()).on(request.wanted()), "", now);
        learner.enqueueUnsolicited(
                new Notification.Changed(
                        agree ? Notification.Changed.Kind.DUE_DATE_MOVED : Notification.Changed.Kind.DUE_DATE_KEPT,
                        null,
                        request.course(),
                        due,
                        null,
                        by),
                now);
        learner.lookAgain(now);
        return agree ? new Outcome.Moved(due) : new Outcome.Stays(due);
    }
}
