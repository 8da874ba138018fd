package dev.fieldcert.drip;

import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.CoveredDays;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Detects a Do Not Disturb schedule that would block every contact. Slack reports only the next window, and a daily
 * window that covers the chosen hour would silence the bot forever. So blocked days are counted, and after {@value
 * CoveredDays#HABIT} in a row, any free time within working hours is used. If there is none, nothing is sent, and the
 * App Home tells the learner why.
 */
public final class DndStreak {

    private DndStreak() {}

    /**
     * Returns the input with the count of blocked days updated; unchanged if nothing would be sent now even without Do
     * Not Disturb.
     */
    public static PlanningInput learned(PlanningInput input) {
        if (!(ContactPlan.decide(input.with(Optional.empty())) instanceof Decision.Send)) {
            return input;
        }
        ContactWindows windows = input.windows();
        LocalDate today = windows.dayOf(input.now());
        ContactState history = input.history();
        CoveredDays days = windows.isClosedFrom(windows.chosenTimeOn(today))
                ? history.covered().and(today, windows.isClosedFrom(windows.startOf(today)))
                : CoveredDays.NONE;
        return input.with(history.covered(days));
    }
}
