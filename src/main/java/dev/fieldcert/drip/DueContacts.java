package dev.fieldcert.drip;

import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.ContactState;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.contact.PlanContacts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a plan's decision into what is owed and remembered. */
public final class DueContacts {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private DueContacts() {}

    /** What happens to this learner now: a contact, or the next moment to look; and why, for whoever asks. */
    public static PlanContacts.Plan plan(Learner learner, Program program, Optional<DoNotDisturb> dnd, Instant now) {
        if (learner.profile().deactivated()) {
            return new PlanContacts.Plan(
                    learner.contact().because("The Slack account is deactivated.", now),
                    "deactivated",
                    Optional.empty(),
                    List.of());
        }
        Optional<Instant> heard = stillToBeRead(learner, now);
        if (heard.isPresent()) {
            return new PlanContacts.Plan(
                    learner.contact().because("What Slack took late is to be read first.", now),
                    "undelivered",
                    heard,
                    List.of());
        }
        PlanningInput input = DndStreak.learned(PlanningInputs.of(learner, program, dnd, now));
        List<Notification> notifications = new ArrayList<>();
        History history = input.history();
        for (Overdue overdue : Overdue.toTell(input)) {
            learner.profile()
                    .manager()
                    .ifPresent(manager ->
                            notifications.add(new Notification.Overdue(manager, overdue.courseId(), overdue.due())));
            history = history.told(overdue);
        }
        Decision decision = ContactPlan.decide(input);
        Optional<LearningTask> sent = Optional.empty();
        if (decision instanceof Decision.Send send) {
            history = history.after(send, now);
            sent = work(send.what());
            notifications.add(notification(send));
        }
        ContactState remembered = PlanningInputs.remembered(history, learner.contact(), input, sent);
        String why = decision.reason().sentence();
        ContactState state =
                decision instanceof Decision.Send ? remembered.sentBecause(why, now) : remembered.because(why, now);
        PlanningInput after =
                new PlanningInput(input.learnerId(), input.preferences(), dnd, input.backlog(), history, now);
        Optional<Instant> again = sent.isPresent() || decision instanceof Decision.Send
                ? Optional.of(now.plus(LOOK_AGAIN))
                : ContactPlan.dueAt(after);
        return new PlanContacts.Plan(state, decision.reason().code().name(), again, notifications);
    }

    /**
     * When to look again at somebody whose last answer or contact Slack has not taken yet, or has only just taken: it is
     * left to them for as long as something they did is.
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

    /** Whether there is something to send at all: asked before Slack is asked for the learner's quiet hours. */
    public static boolean wantsToSend(Learner learner, Program program, Instant now) {
        return !learner.profile().deactivated()
                && stillToBeRead(learner, now).isEmpty()
                && ContactPlan.decide(PlanningInputs.of(learner, program, Optional.empty(), now))
                        instanceof Decision.Send;
    }

    private static Optional<LearningTask> work(ContactContent what) {
        return what.match(new Works());
    }

    private static Notification.Contact notification(Decision.Send send) {
        Optional<LearningTask> work = work(send.what());
        List<String> due = new ArrayList<>();
        send.due().forEach(notice -> due.add(DueWords.of(notice)));
        return new Notification.Contact(
                send.what().match(new Names()),
                work.map(each -> each.kind().name()).orElse(null),
                work.map(PlanningInputs::courseOf).orElse(null),
                work.map(LearningTask::title).orElse(null),
                send.what() instanceof ContactContent.Reminder reminder ? reminder.number() : 0,
                due,
                send.atRisk().stream().map(DueContacts::risk).toList());
    }

    private static Notification.Contact.Risk risk(DueAtRisk risk) {
        int contactsADay = 0;
        LocalDate later = null;
        for (DueAtRisk.Choice choice : risk.choices()) {
            if (choice instanceof DueAtRisk.Choice.RaiseBudget raise) {
                contactsADay = raise.contactsADay();
            } else if (choice instanceof DueAtRisk.Choice.MoveDueDate move) {
                later = move.to();
            }
        }
        return new Notification.Contact.Risk(risk.courseId(), DueWords.of(risk), risk.due(), contactsADay, later);
    }

    private static final class Works implements ContactContent.Cases<Optional<LearningTask>> {

        @Override
        public Optional<LearningTask> nextThing(ContactContent.NextThing what) {
            return Optional.of(what.work());
        }

        @Override
        public Optional<LearningTask> reminder(ContactContent.Reminder what) {
            return Optional.of(what.work());
        }

        @Override
        public Optional<LearningTask> comesBack(ContactContent.ComesBack what) {
            return Optional.of(what.work());
        }

        @Override
        public Optional<LearningTask> willWait(ContactContent.WillWait what) {
            return Optional.of(what.work());
        }

        @Override
        public Optional<LearningTask> askToGoOn(ContactContent.AskToGoOn what) {
            return Optional.of(what.work());
        }

        @Override
        public Optional<LearningTask> dueNews(ContactContent.DueNews what) {
            return Optional.empty();
        }
    }

    private static final class Names implements ContactContent.Cases<String> {

        @Override
        public String nextThing(ContactContent.NextThing what) {
            return "next";
        }

        @Override
        public String reminder(ContactContent.Reminder what) {
            return "reminder";
        }

        @Override
        public String comesBack(ContactContent.ComesBack what) {
            return "comes-back";
        }

        @Override
        public String willWait(ContactContent.WillWait what) {
            return "will-wait";
        }

        @Override
        public String askToGoOn(ContactContent.AskToGoOn what) {
            return "ask-to-go-on";
        }

        @Override
        public String dueNews(ContactContent.DueNews what) {
            return "due";
        }
    }
}
