package dev.fieldcert.drip;

import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.CoveredDays;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a learner's Do Not Disturb lets contacts through at all. Slack tells only its next window; a window that comes
 * every day and covers the chosen hour would silence the bot for ever. So the days are counted on which it did, and after
 * {@value CoveredDays#HABIT} in a row any moment of the working hours that it leaves free will do. Where it leaves none,
 * nothing is sent, and the learner is told by other ways.
 */
public final class DndStreak {

    private DndStreak() {}

    /** The situation with what its Do Not Disturb teaches; unchanged when nothing could have been sent now anyway. */
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
