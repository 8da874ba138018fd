package dev.fieldcert.drip;

import dev.fieldcert.learner.CoveredDays;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has passed between bot and learner, as far as the next contact depends on it.
 *
 * @param contacts when contacts went out; those of the last two days are enough
 * @param lastSent the kind of the last new work sent
 * @param reminders by {@link LearningTask#id}; those of open work are enough
 * @param lastAction when the learner last did anything with the bot, a click on snooze included
 * @param snoozed the contact put off; spent with the next contact
 * @param waitingSince when the bot said that it will wait; over with the learner's next action
 * @param askedToGoOn when, during this waiting, it asked "continue, pause, or stop?"
 * @param command keys of the {@link DueNotice}s, {@link DueAtRisk}s and {@link Overdue}s already told
 * @param covered how Slack's Do Not Disturb has held contacts back
 */
public record History(
        List<Instant> contacts,
        Optional<LearningTask.Kind> lastSent,
        Map<String, Reminders> reminders,
        Optional<Instant> lastAction,
        Optional<Snoozed> snoozed,
        Optional<Instant> waitingSince,
        Optional<Instant> askedToGoOn,
        Set<String> command,
        CoveredDays covered) {

    private static final Duration KEPT = Duration.ofDays(3);

    public static final History NONE = new History(
            List.of(),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            CoveredDays.NONE);

    /** A history in which Do Not Disturb has held nothing back. */
    public History(
            List<Instant> contacts,
            Optional<LearningTask.Kind> lastSent,
            Map<String, Reminders> reminders,
            Optional<Instant> lastAction,
            Optional<Snoozed> snoozed,
            Optional<Instant> waitingSince,
            Optional<Instant> askedToGoOn,
            Set<String> command) {
        this(contacts, lastSent, reminders, lastAction, snoozed, waitingSince, askedToGoOn, command, CoveredDays.NONE);
    }

    public History {
        contacts = List.copyOf(contacts);
        reminders = Map.copyOf(reminders);
        command = Set.copyOf(command);
    }

    /** This history once {@code send} has gone out: the definition of what a learner must remember of a contact. */
    public History after(Decision.Send send, Instant at) {
        List<Instant> sent = new ArrayList<>(contacts);
        sent.removeIf(contact -> contact.isBefore(at.minus(KEPT)));
        sent.add(at);
        Set<String> told = new HashSet<>(command);
        send.due().forEach(notice -> told.add(notice.key()));
        send.atRisk().forEach(risk -> told.add(risk.key()));
        History counted = new History(
                sent, lastSent, reminders, lastAction, Optional.empty(), waitingSince, askedToGoOn, told, covered);
        return send.what().match(new After(counted, at));
    }

    /** This history once the learner has done something: waiting is over, and what is open starts a new round. */
    public History acted(Instant at) {
        Map<String, Reminders> rounds = new HashMap<>(reminders);
        if (waitingSince.isPresent()) {
            rounds.replaceAll((work, before) -> new Reminders(0, at));
        }
        return new History(
                contacts,
                lastSent,
                rounds,
                Optional.of(at),
                snoozed,
                Optional.empty(),
                Optional.empty(),
                command,
                covered);
    }

    /** This history once the learner has snoozed the last contact. */
    public History snoozed(Instant at, Instant until) {
        History acted = acted(at);
        return new History(
                contacts,
                lastSent,
                acted.reminders,
                acted.lastAction,
                Optional.of(new Snoozed(at, until)),
                acted.waitingSince,
                acted.askedToGoOn,
                command,
                covered);
    }

    /** This history once the manager has been told. */
    public History told(Overdue overdue) {
        Set<String> told = new HashSet<>(command);
        told.add(overdue.key());
        return new History(
                contacts, lastSent, reminders, lastAction, snoozed, waitingSince, askedToGoOn, told, covered);
    }

    /** This history once Slack was asked for the learner's Do Not Disturb. */
    public History covered(CoveredDays days) {
        return new History(
                contacts, lastSent, reminders, lastAction, snoozed, waitingSince, askedToGoOn, command, days);
    }

    private record After(History history, Instant at) implements ContactContent.Cases<History> {

        @Override
        public History nextThing(ContactContent.NextThing what) {
            return with(Optional.of(what.work().kind()), history.reminders, history.waitingSince, history.askedToGoOn);
        }

        @Override
        public History reminder(ContactContent.Reminder what) {
            return with(
                    history.lastSent, broughtUp(what.work(), what.number()), history.waitingSince, history.askedToGoOn);
        }

        @Override
        public History comesBack(ContactContent.ComesBack what) {
            Reminders before = history.reminders.getOrDefault(what.work().id(), new Reminders(0, at));
            return with(
                    history.lastSent,
                    broughtUp(what.work(), before.count()),
                    history.waitingSince,
                    history.askedToGoOn);
        }

        @Override
        public History willWait(ContactContent.WillWait what) {
            return with(history.lastSent, history.reminders, Optional.of(at), history.askedToGoOn);
        }

        @Override
        public History askToGoOn(ContactContent.AskToGoOn what) {
            return with(history.lastSent, history.reminders, history.waitingSince, Optional.of(at));
        }

        @Override
        public History dueNews(ContactContent.DueNews what) {
            return history;
        }

        private Map<String, Reminders> broughtUp(LearningTask work, int count) {
            Map<String, Reminders> counted = new HashMap<>(history.reminders);
            counted.put(work.id(), new Reminders(count, at));
            return counted;
        }

        private History with(
                Optional<LearningTask.Kind> lastSent,
                Map<String, Reminders> reminders,
                Optional<Instant> waitingSince,
                Optional<Instant> askedToGoOn) {
            return new History(
                    history.contacts,
                    lastSent,
                    reminders,
                    history.lastAction,
                    history.snoozed,
                    waitingSince,
                    askedToGoOn,
                    history.command,
                    history.covered);
        }
    }
}
