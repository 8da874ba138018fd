package dev.fieldcert.drip;

import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.CoveredDays;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Detects a Do Not Disturb schedule that would block every contact. Slack reports only the next window, and a daily
 * window that covers the chosen hour would silence the bot forever. So blocked days are counted, and after {@value
 * CoveredDays#HABIT} in a row any free moment of the working hours will do. If there is none, nothing is sent, and the
 * learner finds out in Home.
 */
public final class DndStreak {

    private DndStreak() {}

    /**
     * The input, adjusted for a known daily Do Not Disturb; unchanged when nothing could have been sent now anyway.
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
