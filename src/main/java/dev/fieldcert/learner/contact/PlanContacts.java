package dev.fieldcert.learner.contact;

import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.Reason;
import dev.fieldcert.learner.retention.AskRetrieval;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Applies the drip's plan: the messages to send, the state to store, and when to plan again. */
@Service
public class PlanContacts {

    private final LearnerRepository learners;
    private final AskRetrieval askRetrieval;
    private final Clock clock;

    PlanContacts(LearnerRepository learners, AskRetrieval askRetrieval, Clock clock) {
        this.learners = learners;
        this.askRetrieval = askRetrieval;
        this.clock = clock;
    }

    /**
     * @param state the contact state to store
     * @param reason the plan's reason, for the metrics
     * @param lookAgain when to plan again; empty if nothing changes before the learner or an admin acts
     * @param notifications the messages to send; at most one of them is a {@link Notification.Contact}
     * @param retrieval the objective that this contact asks about; empty if the contact is not a retrieval question
     */
    public record Plan(
            ContactState state,
            Reason.Code reason,
            Optional<Instant> lookAgain,
            List<Notification> notifications,
            Optional<Retrieval> retrieval) {

        /** An objective to ask about. */
        public record Retrieval(String course, String objective) {}

        public Plan(
                ContactState state, Reason.Code reason, Optional<Instant> lookAgain, List<Notification> notifications) {
            this(state, reason, lookAgain, notifications, Optional.empty());
        }

        /** Whether the plan sends the learner a contact. */
        public boolean sends() {
            return notifications.stream().anyMatch(Notification.Contact.class::isInstance);
        }
    }

    /**
     * @param claimed the learner as returned by the claim; this call modifies it
     * @param planner makes the plan from the learner's current state; may be called more than once
     */
    public LearnerRepository.Changed<Plan> plan(Learner claimed, Function<Learner, Plan> planner) {
        return learners.change(claimed, learner -> {
            Instant now = clock.instant();
            Plan plan = planner.apply(learner);
            learner.follow(plan.state(), plan.lookAgain());
            Optional<Attempt> question =
                    plan.retrieval().flatMap(asked -> askRetrieval.begin(learner, asked.course(), asked.objective()));
            if (plan.retrieval().isPresent() && question.isEmpty()) {
                // The program was reloaded in between; the next plan does without this objective.
                return plan;
            }
            question.ifPresent(asked -> learner.contactedForRetrieval(now));
            plan.notifications().forEach(notification -> learner.enqueueUnsolicited(notification, now));
            return plan;
        });
    }
}
