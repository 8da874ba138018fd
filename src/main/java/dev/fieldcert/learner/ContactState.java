package dev.fieldcert.learner;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        Set<String> said,
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
        said = said == null ? Set.of() : Set.copyOf(said);
        opened = opened == null ? Map.of() : Map.copyOf(opened);
        covered = covered == null ? CoveredDays.NONE : covered;
    }

    /** The learner did something: waiting is over, and what is open starts a new round of reminders. */
    public ContactState acted(Instant at) {
        Map<String, Reminded> rounds = new HashMap<>(reminders);
        if (waitingSince != null) {
            rounds.replaceAll((work, before) -> new Reminded(0, at));
        }
        return new ContactState(
                contacts,
                lastSent,
                rounds,
                at,
                snoozedAt,
                snoozedUntil,
                null,
                null,
                said,
                opened,
                why,
                whyAt,
                sentWhy,
                sentAt,
                covered);
    }

    ContactState snoozed(Instant at, Instant until) {
        ContactState acted = acted(at);
        return new ContactState(
                contacts,
                lastSent,
                acted.reminders,
                at,
                at,
                until,
                null,
                null,
                said,
                opened,
                why,
                whyAt,
                sentWhy,
                sentAt,
                covered);
    }

    /** What begins so has not been put before the learner: it is new again. */
    ContactState notOpened(String workPrefix) {
        Map<String, Instant> left = new HashMap<>(opened);
        left.keySet().removeIf(work -> work.startsWith(workPrefix));
        Map<String, Reminded> rounds = new HashMap<>(reminders);
        rounds.keySet().removeIf(work -> work.startsWith(workPrefix));
        return new ContactState(
                contacts,
                lastSent,
                rounds,
                lastAction,
                snoozedAt,
                snoozedUntil,
                null,
                null,
                said,
                left,
                why,
                whyAt,
                sentWhy,
                sentAt,
                covered);
    }

    public ContactState because(String why, Instant at) {
        return new ContactState(
                contacts,
                lastSent,
                reminders,
                lastAction,
                snoozedAt,
                snoozedUntil,
                waitingSince,
                askedToGoOn,
                said,
                opened,
                why,
                at,
                sentWhy,
                sentAt,
                covered);
    }

    public ContactState sentBecause(String why, Instant at) {
        return new ContactState(
                contacts,
                lastSent,
                reminders,
                lastAction,
                snoozedAt,
                snoozedUntil,
                waitingSince,
                askedToGoOn,
                said,
                opened,
                why,
                at,
                why,
                at,
                covered);
    }

    /** Remembers that something about a course's due date was said or asked: {@code <course>@<due date>:<what>}. */
    ContactState remembering(String key) {
        Set<String> more = new HashSet<>(said);
        more.add(key);
        return new ContactState(
                contacts,
                lastSent,
                reminders,
                lastAction,
                snoozedAt,
                snoozedUntil,
                waitingSince,
                askedToGoOn,
                more,
                opened,
                why,
                whyAt,
                sentWhy,
                sentAt,
                covered);
    }

    /** The learner was told that nothing gets through to them. */
    ContactState toldOfDoNotDisturb() {
        return new ContactState(
                contacts,
                lastSent,
                reminders,
                lastAction,
                snoozedAt,
                snoozedUntil,
                waitingSince,
                askedToGoOn,
                said,
                opened,
                why,
                whyAt,
                sentWhy,
                sentAt,
                covered.nowTold());
    }
}
