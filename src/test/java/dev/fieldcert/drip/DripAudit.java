package dev.fieldcert.drip;

import dev.fieldcert.learner.plan.ContactContent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must never happen in the simulation, checked by rules of its own. */
final class DripAudit {

    /** Whoever can be contacted for this long while the bot runs has been contacted. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final DripSimulation simulation;
    final List<String> lost = new ArrayList<>();
    int excused;
    private int daysLookedAt;

    DripAudit(DripSimulation simulation) {
        this.simulation = simulation;
    }

    int daysLookedAt() {
        return daysLookedAt;
    }

    /** Near the end of the learner's working day: is somebody still waiting for a contact that could have come? */
    void endOfDay(SimulatedLearner learner) {
        Instant now = simulation.now();
        daysLookedAt++;
        boolean unchanged = learner.changed.isBefore(now.minus(PATIENCE).minus(ContactPlan.LEAVE_ALONE));
        if (unchanged && couldBeContacted(learner, now) && couldBeContacted(learner, now.minus(PATIENCE))) {
            if (simulation.isDown(now) || isBusyRecovering(now)) {
                excused++;
            } else {
                lost.add(learner.id + " at " + now);
            }
        }
        ContactWindows windows = learner.preferences.windows(learner.id, learner.dnd(now));
        LocalDate tomorrow = windows.dayOf(now).plusDays(1);
        Instant next = windows.closes(tomorrow).minus(Duration.ofMinutes(2));
        if (next.isBefore(simulation.end)) {
            simulation.plan(next, () -> endOfDay(learner));
        }
    }

    private boolean couldBeContacted(SimulatedLearner learner, Instant at) {
        return ContactPlan.decide(learner.input(at)) instanceof Decision.Send;
    }

    /** Slack refuses, or the bot has just come back: both need a moment. */
    private boolean isBusyRecovering(Instant now) {
        return simulation.slack.isThrottling(now)
                || simulation.slack.isThrottling(now.minus(PATIENCE))
                || simulation.isDown(now.minus(PATIENCE));
    }

    /** Contacts that arrived when nothing may arrive, by the preferences they were sent under. */
    List<String> outsideWindows() {
        List<String> broken = new ArrayList<>();
        for (SimulatedSlack.Message message : simulation.slack.messages) {
            QuietRules.broken(message.preferences(), message.dnd(), message.at())
                    .ifPresent(rule -> broken.add(message.learner().id + ": " + rule));
        }
        return broken;
    }

    /**
     * Contacts beyond the budget of their day, as the learner's zone at that moment counts days; what the learner asked
     * back the same day is not one.
     */
    List<String> overBudget() {
        List<String> over = new ArrayList<>();
        Map<SimulatedLearner, List<Instant>> sent = new HashMap<>();
        for (SimulatedSlack.Message message : simulation.slack.messages) {
            if (message.send().what() instanceof ContactContent.ComesBack) {
                continue;
            }
            List<Instant> contacts = sent.computeIfAbsent(message.learner(), learner -> new ArrayList<>());
            contacts.add(message.at());
            long today = contacts.stream()
                    .filter(contact -> message.dayOf(contact).equals(message.day()))
                    .count();
            if (today > message.preferences().chosen().budget()) {
                over.add(message.learner().id + " at " + message.at());
            }
        }
        return over;
    }

    /** Messages that came twice, and items brought up twice on one day. */
    List<String> doubled() {
        List<String> twice = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Map<String, Instant> reminders = new HashMap<>();
        Set<String> news = new HashSet<>();
        for (SimulatedSlack.Message message : simulation.slack.messages) {
            if (!ids.add(message.id())) {
                twice.add(message.id());
            }
            if (message.send().what() instanceof ContactContent.Reminder reminder) {
                Instant before =
                        reminders.put(message.learner().id + reminder.work().id(), message.at());
                if (before != null && message.dayOf(before).equals(message.day())) {
                    twice.add(message.id() + ": a second reminder on " + message.day());
                }
            }
            if (message.send().what() instanceof ContactContent.NextThing next
                    && !news.add(message.learner().id + next.work().id())) {
                twice.add(message.id() + ": " + next.work().id() + " again as new");
            }
        }
        return twice;
    }

    /** Learner and local date. */
    record Day(SimulatedLearner learner, LocalDate date) {}

    Map<Day, Integer> contactsPerDay() {
        Map<Day, Integer> contacts = new HashMap<>();
        for (SimulatedSlack.Message message : simulation.slack.messages) {
            contacts.merge(new Day(message.learner(), message.day()), 1, Integer::sum);
        }
        return contacts;
    }
}
