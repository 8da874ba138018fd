package dev.fieldcert.learner;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the drip remembers of a learner between two contacts.
 *
 * @param lastDeed when the learner last did something themselves
 * @param sent contacts of the last days, oldest first; bounded
 * @param reminders how often the same open item was brought up since the learner's last deed, by item
 * @param snoozedUntil null when not snoozed
 * @param why the plan's last words: why it wrote, or why not yet
 * @param said milestones already spoken of ("due-7:course"), so that each is said once
 */
public record ContactState(
        Instant lastDeed,
        List<Sent> sent,
        Map<String, Integer> reminders,
        Instant snoozedUntil,
        String why,
        Instant whyAt,
        List<String> said) {

    private static final int REMEMBERED = 30;

    public record Sent(Instant at, String item, String kind) {}

    public static final ContactState NONE = new ContactState(null, List.of(), Map.of(), null, null, null, List.of());

    public ContactState {
        sent = sent == null ? List.of() : List.copyOf(sent);
        reminders = reminders == null ? Map.of() : Map.copyOf(reminders);
        said = said == null ? List.of() : List.copyOf(said);
    }

    /** The learner did something: reminders start anew. */
    public ContactState afterDeed(Instant at) {
        return new ContactState(at, sent, Map.of(), null, why, whyAt, said);
    }

    public ContactState afterContact(Sent contact) {
        List<Sent> all = new ArrayList<>(sent);
        all.add(contact);
        while (all.size() > REMEMBERED) {
            all.remove(0);
        }
        Map<String, Integer> counted = new java.util.HashMap<>(reminders);
        counted.merge(contact.item(), 1, Integer::sum);
        return new ContactState(lastDeed, all, counted, null, why, whyAt, said);
    }

    public ContactState snoozedUntil(Instant until) {
        return new ContactState(lastDeed, sent, reminders, until, why, whyAt, said);
    }

    public ContactState because(String why, Instant at) {
        return new ContactState(lastDeed, sent, reminders, snoozedUntil, why, at, said);
    }

    public ContactState said(String milestone) {
        List<String> all = new ArrayList<>(said);
        all.add(milestone);
        while (all.size() > REMEMBERED) {
            all.remove(0);
        }
        return new ContactState(lastDeed, sent, reminders, snoozedUntil, why, whyAt, all);
    }
}
