package dev.fieldcert.drip;

import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.LearningTask;
import dev.fieldcert.learner.plan.Reminders;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A learner's past contacts, relative to now. A timestamp after now means that the clock was set back. One that is up
 * to a day ahead is read as now, one further ahead as long ago, so the daily budget holds and no learner is forgotten.
 */
final class ContactHistory {

    private static final Duration CLOCK_ERROR = Duration.ofDays(1);

    private final ContactState history;
    private final Instant now;

    ContactHistory(ContactState history, Instant now) {
        this.history = history;
        this.now = now;
    }

    boolean isAheadOfNow() {
        return Stream.of(
                        history.contacts().stream(),
                        history.tasks().stream()
                                .flatMap(task -> Stream.ofNullable(task.reminders()))
                                .map(Reminders::last),
                        Stream.ofNullable(history.lastAction()),
                        Stream.ofNullable(history.waitingSince()),
                        Stream.ofNullable(history.askedToGoOn()))
                .flatMap(instants -> instants)
                .anyMatch(now::isBefore);
    }

    Stream<Instant> contacts() {
        return history.contacts().stream().map(this::seen);
    }

    /**
     * Ignores future timestamps: read as now, they would move along with the clock, and the gap after the last contact
     * would never end.
     */
    Optional<Instant> lastContact() {
        return history.contacts().stream()
                .filter(contact -> !contact.isAfter(now))
                .max(Comparator.naturalOrder());
    }

    /** Ignores future timestamps, like {@link #lastContact}. */
    Optional<Instant> lastAction() {
        return Optional.ofNullable(history.lastAction()).filter(action -> !action.isAfter(now));
    }

    Optional<Instant> waitingSince() {
        return Optional.ofNullable(history.waitingSince()).map(this::seen);
    }

    int reminded(LearningTask work) {
        return history.reminders(work.id()).map(Reminders::count).orElse(0);
    }

    /** When the learner was last contacted about this work; if never, when the work was opened. */
    Instant broughtUp(LearningTask work) {
        Instant opened = seen(work.isOpen() ? work.openSince() : Instant.EPOCH);
        return history.reminders(work.id())
                .map(reminders -> seen(reminders.last()))
                .filter(last -> !last.isBefore(opened))
                .orElse(opened);
    }

    boolean isSilentSince(Instant instant) {
        return history.lastAction() == null || !history.lastAction().isAfter(instant);
    }

    private Instant seen(Instant instant) {
        if (!instant.isAfter(now)) {
            return instant;
        }
        return instant.isBefore(now.plus(CLOCK_ERROR)) ? now : Instant.EPOCH;
    }
}
