package dev.fieldcert.drip;

import dev.fieldcert.learner.Preferences;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Decides when a person may get an unsolicited message that is not a contact, such as another person's change, request
 * or message. It keeps the same quiet times as {@link ContactPlan}, but ignores the chosen time of day and the budget.
 * People who stopped contacts until they resume still get these messages.
 */
public final class NoticePlan {

    private NoticePlan() {}

    /**
     * The first allowed instant at or after {@code now}. During a pause it is on the next working day, because a pause
     * may end early.
     *
     * @param zone the time zone that Slack reports; null and invalid names are tolerated
     * @param dnd the recipient's next Slack Do Not Disturb window, if known
     */
    public static Instant notBefore(
            String person, String zone, Preferences preferences, Optional<DoNotDisturb> dnd, Instant now) {
        ContactWindows windows = new ContactWindows(person, zone, preferences, dnd);
        LocalDate today = windows.dayOf(now);
        boolean paused = !preferences.stopped() && preferences.isOnPause(today);
        return windows.nextAllowed(paused ? windows.startOf(today.plusDays(1)) : now);
    }
}
