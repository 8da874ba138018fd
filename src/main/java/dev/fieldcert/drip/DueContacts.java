package dev.fieldcert.drip;

import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.contact.PlanContacts;
import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.LearningTask;
import dev.fieldcert.learner.plan.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies a plan's decision to the learner: enqueues messages and remembers what was sent. */
public final class DueContacts {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private DueContacts() {}

    /**
     * Contacts the learner now, or sets the next moment to decide. The returned plan includes the reason, which is
     * shown to people who ask why.
     */
    public static PlanContacts.Plan plan(Learner learner, Program program, Optional<DoNotDisturb> dnd, Instant now) {
        if (learner.profile().deactivated()) {
            return new PlanContacts.Plan(
                    learner.contact().decided(Reason.of(Reason.Code.DEACTIVATED), now),
                    Reason.Code.DEACTIVATED,
                    Optional.empty(),
                    List.of());
        }
        Optional<Instant> heard = stillToBeRead(learner, now);
        if (heard.isPresent()) {
            return new PlanContacts.Plan(
                    learner.contact().decided(Reason.of(Reason.Code.TO_BE_READ_FIRST), now),
                    Reason.Code.TO_BE_READ_FIRST,
                    heard,
                    List.of());
        }
        PlanningInput input = DndStreak.learned(PlanningInputs.of(learner, program, dnd, now));
        List<Notification> notifications = new ArrayList<>();
        ContactState state = input.history();
        for (Overdue overdue : Overdue.toTell(input)) {
            learner.profile()
                    .manager()
                    .ifPresent(manager ->
                            notifications.add(new Notification.Overdue(manager, overdue.courseId(), overdue.due())));
            state = state.mentioned(overdue.mention());
        }
        Decision decision = ContactPlan.decide(input);
        Optional<Instant> again;
        Optional<PlanContacts.Plan.Retrieval> retrieval = Optional.empty();
        if (decision instanceof Decision.Send send) {
            state = send.after(state, now).sent(send.reason(), now);
            Optional<LearningTask> sent = send.what().task();
            if (sent.isPresent()) {
                state = state.opened(sent.get(), now);
                retrieval = input.backlog()
                        .retrieval()
                        .filter(next -> next.task().equals(sent.get()))
                        .map(next -> new PlanContacts.Plan.Retrieval(sent.get().course(), next.objective()));
            }
            notifications.add(new Notification.Contact(send.what(), send.due(), send.atRisk()));
            again = Optional.of(now.plus(LOOK_AGAIN));
        } else {
            state = state.decided(decision.reason(), now);
            again = ContactPlan.dueAt(input.with(state));
        }
        return new PlanContacts.Plan(
                PlanningInputs.current(state, input.backlog()),
                decision.reason().code(),
                again,
                notifications,
                retrieval);
    }

    /**
     * When to check again because Slack has not accepted the learner's last answer or contact yet, or has only just
     * accepted it: that exchange comes first. Empty if there is no need to wait.
     */
    private static Optional<Instant> stillToBeRead(Learner learner, Instant now) {
        if (learner.isYetToHear()) {
            return Optional.of(now.plus(LOOK_AGAIN));
        }
        return learner.shownAt()
                .filter(shown -> !shown.isAfter(now))
                .map(shown -> shown.plus(ContactPlan.LEAVE_ALONE))
                .filter(until -> until.isAfter(now));
    }

    /** Whether there is anything to send now. Call this first, to avoid asking Slack for quiet hours needlessly. */
    public static boolean wantsToSend(Learner learner, Program program, Instant now) {
        return !learner.profile().deactivated()
                && stillToBeRead(learner, now).isEmpty()
                && ContactPlan.decide(PlanningInputs.of(learner, program, Optional.empty(), now))
                        instanceof Decision.Send;
    }
}
