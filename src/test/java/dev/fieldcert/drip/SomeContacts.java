package dev.fieldcert.drip;

import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.CoveredDays;
import dev.fieldcert.learner.plan.KnownTask;
import dev.fieldcert.learner.plan.LearningTask;
import dev.fieldcert.learner.plan.Reminders;
import dev.fieldcert.learner.plan.Snoozed;
import dev.fieldcert.learner.plan.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a learner remembers of contacts; null for what has not been. */
final class SomeContacts {

    private SomeContacts() {}

    static ContactState state(
            List<Instant> contacts,
            LearningTask.Kind lastSent,
            Map<TaskId, Reminders> reminders,
            Instant lastAction,
            Snoozed snoozed,
            Instant waitingSince,
            Instant askedToGoOn) {
        return new ContactState(
                contacts,
                lastSent,
                reminders.entrySet().stream()
                        .map(task -> new KnownTask(task.getKey(), null, task.getValue()))
                        .toList(),
                lastAction,
                snoozed,
                waitingSince,
                askedToGoOn,
                Set.of(),
                null,
                null,
                CoveredDays.NONE);
    }
}
