package dev.fieldcert.drip;

import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.CoveredDays;
import dev.fieldcert.learner.plan.LearningTask;
import dev.fieldcert.learner.plan.Reminders;
import dev.fieldcert.learner.plan.Snoozed;
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
            Map<String, Reminders> reminders,
            Instant lastAction,
            Snoozed snoozed,
            Instant waitingSince,
            Instant askedToGoOn) {
        return new ContactState(
                contacts,
                lastSent,
                reminders,
                lastAction,
                snoozed,
                waitingSince,
                askedToGoOn,
                Set.of(),
                Map.of(),
                null,
                null,
                CoveredDays.NONE);
    }
}
