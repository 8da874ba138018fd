package dev.fieldcert.learner.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What happened between bot and learner, as far as the next contact depends on it. In every field, null means never.
 *
 * @param contacts when contacts were sent in recent days
 * @param lastSent the kind of work that was last sent as new
 * @param tasks work that was offered to the learner, and the reminders about it
 * @param lastAction when the learner last did anything with the bot, including clicking Snooze
 * @param snoozed the snoozed contact; cleared by the next contact
 * @param waitingSince when the bot announced that it will wait; cleared by the learner's next action
 * @param askedToGoOn when, during this wait, the bot asked "continue, pause, or stop?"
 * @param mentioned the messages and requests about due dates that must not be repeated
 * @param decided the plan's last decision
 * @param sent the decision behind the last message
 * @param covered how Slack's Do Not Disturb has blocked contacts
 */
public record ContactState(
        List<Instant> contacts,
        LearningTask.Kind lastSent,
        List<KnownTask> tasks,
        Instant lastAction,
        Snoozed snoozed,
        Instant waitingSince,
        Instant askedToGoOn,
        Set<DueMention> mentioned,
        Decided decided,
        Decided sent,
        CoveredDays covered) {

    /** The reason for a decision, and when it was made. */
    public record Decided(Reason reason, Instant at) {}

    private static final Duration KEPT = Duration.ofDays(3);

    public static final ContactState NONE = new ContactState(
            List.of(), null, List.of(), null, null, null, null, Set.of(), null, null, CoveredDays.NONE);

    public ContactState {
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        tasks = tasks == null ? List.of() : List.copyOf(tasks);
        mentioned = mentioned == null ? Set.of() : Set.copyOf(mentioned);
        covered = covered == null ? CoveredDays.NONE : covered;
    }

    /** When this work was offered to the learner; empty if it never was. */
    public Optional<Instant> openedAt(TaskId work) {
        return tasks.stream().filter(task -> task.id().equals(work)).findFirst().map(KnownTask::openedAt);
    }

    /** The reminders about this work; empty if there have been none. */
    public Optional<Reminders> reminders(TaskId work) {
        return tasks.stream().filter(task -> task.id().equals(work)).findFirst().map(KnownTask::reminders);
    }

    /** Records a sent contact. */
    public ContactState contacted(ContactContent content, List<DueNotice> due, List<DueAtRisk> atRisk, Instant at) {
        return with(next -> {
            next.contacts.removeIf(contact -> contact.isBefore(at.minus(KEPT)));
            next.contacts.add(at);
            next.snoozed = null;
            due.forEach(notice -> next.mentioned.add(notice.mention()));
            atRisk.forEach(risk -> next.mentioned.add(risk.mention()));
            content.match(new Contacted(next, at));
        });
    }

    /**
     * Records that the learner acted. This ends the waiting; if the bot was waiting, reminders about open work start
     * again at 0.
     */
    public ContactState acted(Instant at) {
        return with(next -> {
            if (waitingSince != null) {
                next.reminders.replaceAll((work, before) -> new Reminders(0, at));
            }
            next.lastAction = at;
            next.waitingSince = null;
            next.askedToGoOn = null;
        });
    }

    /** Records that the learner snoozed the last contact. */
    public ContactState snoozed(Instant at, Instant until) {
        return acted(at).with(next -> next.snoozed = new Snoozed(at, until));
    }

    /** Forgets that the course's check was offered, so that it counts as new work again. */
    public ContactState checkNotOpened(String course) {
        return with(next -> {
            next.forget(work -> work.course().equals(course) && work.step() == TaskId.Step.CHECK);
            next.waitingSince = null;
            next.askedToGoOn = null;
        });
    }

    /** Records that this work was sent, so it is open from now on. */
    public ContactState opened(LearningTask work, Instant at) {
        return with(next -> next.opened.putIfAbsent(work.id(), at));
    }

    /** Drops what is stored about all other work, and about the due dates of all other courses. */
    public ContactState keeping(Set<TaskId> work, Set<String> courses) {
        return with(next -> {
            next.forget(known -> !work.contains(known));
            next.mentioned.removeIf(mention -> !courses.contains(mention.course()));
        });
    }

    public ContactState decided(Reason reason, Instant at) {
        return with(next -> next.decided = new Decided(reason, at));
    }

    /** Same as {@link #decided(Reason, Instant)}, for a decision to send. */
    public ContactState sent(Reason reason, Instant at) {
        return decided(reason, at).with(next -> next.sent = next.decided);
    }

    /** Records a message or a request about a due date. */
    public ContactState mentioned(DueMention mention) {
        return with(next -> next.mentioned.add(mention));
    }

    /** Records how Slack's Do Not Disturb has blocked contacts. */
    public ContactState covered(CoveredDays days) {
        return with(next -> next.covered = days);
    }

    /** Records that the learner was notified that no contact can reach them. */
    public ContactState toldOfDoNotDisturb() {
        return covered(covered.nowTold());
    }

    private ContactState with(Consumer<Draft> change) {
        Draft next = new Draft(this);
        change.accept(next);
        return next.done();
    }

    /** A mutable copy, for changing some of the fields. */
    private static final class Draft {

        private final List<Instant> contacts;
        private LearningTask.Kind lastSent;
        private final Map<TaskId, Reminders> reminders = new LinkedHashMap<>();
        private Instant lastAction;
        private Snoozed snoozed;
        private Instant waitingSince;
        private Instant askedToGoOn;
        private final Set<DueMention> mentioned;
        private final Map<TaskId, Instant> opened = new LinkedHashMap<>();
        private Decided decided;
        private Decided sent;
        private CoveredDays covered;

        Draft(ContactState before) {
            this.contacts = new ArrayList<>(before.contacts);
            this.lastSent = before.lastSent;
            before.tasks.forEach(task -> {
                Optional.ofNullable(task.reminders()).ifPresent(reminders -> this.reminders.put(task.id(), reminders));
                Optional.ofNullable(task.openedAt()).ifPresent(openedAt -> this.opened.put(task.id(), openedAt));
            });
            this.lastAction = before.lastAction;
            this.snoozed = before.snoozed;
            this.waitingSince = before.waitingSince;
            this.askedToGoOn = before.askedToGoOn;
            this.mentioned = new HashSet<>(before.mentioned);
            this.decided = before.decided;
            this.sent = before.sent;
            this.covered = before.covered;
        }

        private void forget(Predicate<TaskId> gone) {
            reminders.keySet().removeIf(gone);
            opened.keySet().removeIf(gone);
        }

        private List<KnownTask> tasks() {
            return Stream.concat(opened.keySet().stream(), reminders.keySet().stream())
                    .distinct()
                    .map(id -> new KnownTask(id, opened.get(id), reminders.get(id)))
                    .toList();
        }

        ContactState done() {
            return new ContactState(
                    contacts,
                    lastSent,
                    tasks(),
                    lastAction,
                    snoozed,
                    waitingSince,
                    askedToGoOn,
                    mentioned,
                    decided,
                    sent,
                    covered);
        }
    }

    private record Contacted(Draft next, Instant at) implements ContactContent.Cases<Void> {

        @Override
        public Void nextThing(ContactContent.NextThing what) {
            next.lastSent = what.work().kind();
            return null;
        }

        @Override
        public Void reminder(ContactContent.Reminder what) {
            next.reminders.put(what.work().id(), new Reminders(what.number(), at));
            return null;
        }

        @Override
        public Void comesBack(ContactContent.ComesBack what) {
            int before = next.reminders
                    .getOrDefault(what.work().id(), new Reminders(0, at))
                    .count();
            next.reminders.put(what.work().id(), new Reminders(before, at));
            return null;
        }

        @Override
        public Void willWait(ContactContent.WillWait what) {
            next.waitingSince = at;
            return null;
        }

        @Override
        public Void askToGoOn(ContactContent.AskToGoOn what) {
            next.askedToGoOn = at;
            return null;
        }

        @Override
        public Void dueNews(ContactContent.DueNews what) {
            return null;
        }
    }
}
