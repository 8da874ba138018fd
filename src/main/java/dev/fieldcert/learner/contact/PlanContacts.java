package dev.fieldcert.learner.contact;

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

/** Keeps what the drip decided: what to say, what to remember of it, and when to look again. */
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
     * @param state what is remembered from now on
     * @param reason the plan's reason, to be counted by
     * @param lookAgain when to decide anew; empty when only the learner or an admin can change anything
     * @param notifications what is said now; at most one of them a {@link Notification.Contact}
     * @param retrieval what that contact asks about, when it is a question about something earned
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

        /** Whether the learner is written to now. */
        public boolean sends() {
            return notifications.stream().anyMatch(Notification.Contact.class::isInstance);
        }
    }

    /**
     * @param claimed as they were claimed; changed by this call
     * @param planner decides on the learner as they are now; may be called more than once
     */
    public LearnerRepository.Changed<Plan> plan(Learner claimed, Function<Learner, Plan> planner) {
        return learners.change(claimed, learner -> {
            Instant now = clock.instant();
            Plan plan = planner.apply(learner);
            learner.follow(plan.state(), plan.lookAgain());
            plan.retrieval().ifPresent(asked -> {
                askRetrieval.begin(learner, asked.course(), asked.objective());
                learner.contactedForRetrieval(now);
            });
            plan.notifications().forEach(notification -> learner.enqueueUnsolicited(notification, now));
            return plan;
        });
    }
}
