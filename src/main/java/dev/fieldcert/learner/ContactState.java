package dev.fieldcert.learner;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a learner's document remembers between two contacts, for the drip's plan; what each of it means is said there
 * ({@code dev.fieldcert.drip.History}). Null for what has not been.
 *
 * @param reminders by the id of the open work; bounded by what is open
 * @param opened when work that is open was put before the learner, by its id
 * @param why the plan's last words: why the bot wrote, or why not yet
 * @param sentWhy why the bot last wrote, and at {@code sentAt}
 * @param covered how Slack's Do Not Disturb has kept contacts back
 */
public record ContactState(
        List<Instant> contacts,
        String lastSent,
        Map<String, Reminded> reminders,
        Instant lastAction,
        Instant snoozedAt,
        Instant snoozedUntil,
        Instant waitingSince,
        Instant askedToGoOn,
        Set<String> command,
        Map<String, Instant> opened,
        String why,
        Instant whyAt,
        String sentWhy,
        Instant sentAt,
        CoveredDays covered) {

    public record Reminded(int count, Instant at) {}

    public static final ContactState NONE = new ContactState(
            List.of(),
            null,
            Map.of(),
            null,
            null,
            null,
            null,
            null,
            Set.of(),
            Map.of(),
            null,
            null,
            null,
            null,
            CoveredDays.NONE);

    public ContactState {
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
        reminders = reminders == null ? Map.of() : Map.copyOf(reminders);
        command = command == null ? Set.of() : Set.copyOf(command);
        opened = opened == null ? Map.of() : Map.copyOf(opened);
        covered = covered == null ? CoveredDays.NONE : covered;
    }

    /** The learner did something: waiting is over, and what is open starts a new round of reminders. */
    public ContactState acted(Instant at) {
        return with(next -> {
            if (waitingSince != null) {
                next.reminders.replaceAll((work, before) -> new Reminded(0, at));
            }
            next.lastAction = at;
            next.waitingSince = null;
            next.askedToGoOn = null;
        });
    }

    ContactState snoozed(Instant at, Instant until) {
        return acted(at).with(next -> {
            next.snoozedAt = at;
            next.snoozedUntil = until;
        });
    }

    /** The course's check has not been put before the learner: it is new again. */
    ContactState checkNotOpened(String course) {
        String workPrefix = course + "|check:";
        return with(next -> {
            next.opened.keySet().removeIf(work -> work.startsWith(workPrefix));
            next.reminders.keySet().removeIf(work -> work.startsWith(workPrefix));
            next.waitingSince = null;
            next.askedToGoOn = null;
        });
    }

    public ContactState because(String why, Instant at) {
        return with(next -> {
            next.why = why;
            next.whyAt = at;
        });
    }

    public ContactState sentBecause(String why, Instant at) {
        return because(why, at).with(next -> {
            next.sentWhy = why;
            next.sentAt = at;
        });
    }

    /** Remembers that something about a course's due date was said or asked: {@code <course>@<due date>:<what>}. */
    ContactState remembering(String key) {
        return with(next -> next.command.add(key));
    }

    /** The learner was told that nothing gets through to them. */
    ContactState toldOfDoNotDisturb() {
        return with(next -> next.covered = covered.nowTold());
    }

    /** The same but for what is changed. */
    private ContactState with(Consumer<Draft> change) {
        Draft next = new Draft(this);
        change.accept(next);
        return next.done();
    }

    /** What a change may touch. */
    private static final class Draft {

        private final ContactState before;
        private final Map<String, Reminded> reminders;
        private final Set<String> command;
        private final Map<String, Instant> opened;
        private Instant lastAction;
        private Instant snoozedAt;
        private Instant snoozedUntil;
        private Instant waitingSince;
        private Instant askedToGoOn;
        private String why;
        private Instant whyAt;
        private String sentWhy;
        private Instant sentAt;
        private CoveredDays covered;

        Draft(ContactState before) {
            this.before = before;
            this.reminders = new HashMap<>(before.reminders);
            this.command = new HashSet<>(before.command);
            this.opened = new HashMap<>(before.opened);
            this.lastAction = before.lastAction;
            this.snoozedAt = before.snoozedAt;
            this.snoozedUntil = before.snoozedUntil;
            this.waitingSince = before.waitingSince;
            this.askedToGoOn = before.askedToGoOn;
            this.why = before.why;
            this.whyAt = before.whyAt;
            this.sentWhy = before.sentWhy;
            this.sentAt = before.sentAt;
            this.covered = before.covered;
        }

        ContactState done() {
            return new ContactState(
                    before.contacts,
                    before.lastSent,
                    reminders,
                    lastAction,
                    snoozedAt,
                    snoozedUntil,
                    waitingSince,
                    askedToGoOn,
                    command,
                    opened,
                    why,
                    whyAt,
                    sentWhy,
                    sentAt,
                    covered);
        }
    }
}
