package dev.fieldcert.drip;

import dev.fieldcert.learner.plan.ContactContent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a run of the simulation came to, as text. */
final class DripFigures {

    private final DripSimulation simulation;
    private final long seed;
    private int finishedInTime;
    private int finishedLate;
    private int unfinishedAfterDue;
    private int stillRunning;

    DripFigures(DripSimulation simulation, long seed) {
        this.simulation = simulation;
        this.seed = seed;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        DripAudit audit = simulation.audit;
        line(
                text,
                "seed %d: %,d learners, 12 zones, %s and %d days, 2 instances",
                seed,
                simulation.learners.size(),
                simulation.start,
                DripSimulation.DAYS);
        line(
                text,
                "trouble: outage %s to %s, %,d answers 429 in the hour from %s, %d posts lost, %d replies lost, %d crashes, %d stalls",
                simulation.outageFrom,
                simulation.outageUntil,
                simulation.slack.throttled,
                simulation.throttledFrom,
                simulation.slack.requestsLost,
                simulation.slack.repliesLost,
                simulation.crashes,
                simulation.stalls);
        line(
                text,
                "outside windows %d · over budget %d · lost %d · doubled %d   (%,d learner-days looked at, %d cut short by outage or 429)",
                audit.outsideWindows().size(),
                audit.overBudget().size(),
                audit.lost.size(),
                audit.doubled().size(),
                audit.daysLookedAt(),
                audit.excused);
        line(
                text,
                "contacts %,d, busiest minute %d",
                simulation.slack.messages.size(),
                simulation.slack.busiestMinute());
        line(text, "contacts by kind: %s", kinds());
        line(text, "learner-days by contacts (what was snoozed to the same day included): %s", days(audit));
        line(text, "contacts per learner: %s", perLearner());
        line(text, "items by reminders: %s", reminders());
        courses();
        line(
                text,
                "courses with a due date: %d finished in time, %d late, %d overdue and open, %d not due yet",
                finishedInTime,
                finishedLate,
                unfinishedAfterDue,
                stillRunning);
        line(
                text,
                "learners who finished everything: %d; managers told of %d overdue courses",
                simulation.learners.stream()
                        .filter(SimulatedLearner::hasFinished)
                        .count(),
                simulation.managersTold);
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ENGLISH, format, values)).append('\n');
    }

    private Map<String, Integer> kinds() {
        Map<String, Integer> kinds = new TreeMap<>();
        simulation.slack.messages.forEach(
                message -> kinds.merge(message.send().what().getClass().getSimpleName(), 1, Integer::sum));
        return kinds;
    }

    private Map<Integer, Integer> days(DripAudit audit) {
        Map<Integer, Integer> days = new TreeMap<>();
        audit.contactsPerDay().values().forEach(contacts -> days.merge(contacts, 1, Integer::sum));
        days.put(
                0,
                audit.daysLookedAt()
                        - days.values().stream().mapToInt(Integer::intValue).sum());
        return days;
    }

    private String perLearner() {
        Map<String, Integer> counts = new HashMap<>();
        simulation.learners.forEach(learner -> counts.put(learner.id, 0));
        simulation.slack.messages.forEach(message -> counts.merge(message.learner().id, 1, Integer::sum));
        List<Integer> sorted = counts.values().stream().sorted().toList();
        return String.format(
                Locale.ENGLISH,
                "least %d, tenth %d, median %d, nine tenths %d, most %d",
                sorted.get(0),
                sorted.get(sorted.size() / 10),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 9 / 10),
                sorted.get(sorted.size() - 1));
    }

    private Map<Integer, Integer> reminders() {
        Map<String, Integer> most = new HashMap<>();
        simulation.slack.messages.forEach(message -> {
            if (message.send().what() instanceof ContactContent.Reminder reminder) {
                most.merge(message.learner().id + reminder.work().id(), reminder.number(), Math::max);
            }
        });
        Map<Integer, Integer> counted = new TreeMap<>();
        most.values().forEach(number -> counted.merge(number, 1, Integer::sum));
        return counted;
    }

    private void courses() {
        for (SimulatedLearner learner : simulation.learners) {
            for (SimulatedLearner.Course course : learner.courses) {
                if (course.due.isEmpty()) {
                    continue;
                }
                LocalDate last = course.due.get();
                LocalDate today = LocalDate.ofInstant(
                        course.finished.orElse(simulation.end.minus(Duration.ofSeconds(1))),
                        QuietRules.zone(learner.preferences.zone()));
                if (course.finished.isPresent()) {
                    finishedInTime += today.isAfter(last) ? 0 : 1;
                    finishedLate += today.isAfter(last) ? 1 : 0;
                } else {
                    unfinishedAfterDue += today.isAfter(last) ? 1 : 0;
                    stillRunning += today.isAfter(last) ? 0 : 1;
                }
            }
        }
    }
}
