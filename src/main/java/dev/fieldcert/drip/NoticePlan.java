package dev.fieldcert.drip;

import dev.fieldcert.learner.Preferences;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When somebody may be told what they did not ask for and what is no contact: what others changed for them, want of them or
 * say to them. The quiet that a {@link ContactPlan} keeps is kept here too; no time of day is waited for, and no budget
 * counts. Who has stopped contacts until they resume still hears of what others decide.
 */
public final class NoticePlan {

    private NoticePlan() {}

    /**
     * The first allowed instant from {@code now} on. During a pause the next working day: a pause may end early.
     *
     * @param zone as Slack reports it; may be null or nonsense
     * @param dnd the hearer's next Slack Do-Not-Disturb window, if it is known
     */
    public static Instant notBefore(
            String person, String zone, Preferences preferences, Optional<DoNotDisturb> dnd, Instant now) {
        ContactWindows windows = new ContactWindows(person, zone, preferences, dnd);
        LocalDate today = windows.dayOf(now);
        boolean paused = !preferences.stopped() && preferences.isOnPause(today);
        return windows.nextAllowed(paused ? windows.startOf(today.plusDays(1)) : now);
    }
}
