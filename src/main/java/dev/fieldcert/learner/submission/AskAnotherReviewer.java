package dev.fieldcert.learner.submission;

import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.ObjectiveProgress.AssignmentState;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Escalates a submission whose reviewer does not respond, once per version. */
@Service
public class AskAnotherReviewer {

    private final LearnerRepository learners;
    private final Clock clock;

    AskAnotherReviewer(LearnerRepository learners, Clock clock) {
        this.learners = learners;
        this.clock = clock;
    }

    /**
     * @param to the new reviewer; null to ask the admins
     * @param why the reason for the escalation
     * @return whether it was escalated by this call; false if it has been reviewed, replaced by a newer version, or
     *     escalated before
     */
    public LearnerRepository.Changed<Boolean> ask(
            LearnerEvent.Submitted work, String to, LearnerEvent.Escalated.Why why) {
        return learners.change(work.learner(), learner -> {
            boolean waits = learner.course(work.course())
                    .map(progress -> progress.objective(work.objective()))
                    .filter(objective -> objective.assignment() == AssignmentState.WAITING_FOR_REVIEW
                            && work.id().equals(objective.submission()))
                    .isPresent();
            boolean asked = learner.events().stream()
                            .anyMatch(event -> event instanceof LearnerEvent.Escalated
                                    && event.id().equals(work.id()))
                    || learners.escalation(work.id()).isPresent();
            if (!waits || asked) {
                return false;
            }
            Instant now = clock.instant();
            learner.record(new LearnerEvent.Escalated(
                    work.id(), learner.id(), learner.profile().managerId(), to, why, now));
            learner.enqueueUnsolicited(
                    new Notification.ReviewAsked(to, work.course(), work.objective(), work.id(), work.number() > 1),
                    now);
            return true;
        });
    }
}
