package dev.fieldcert.drip;

import java.time.Instant;
import java.util.Optional;

/**
 * All a plan depends on.
 *
 * @param learnerId spreads a team over a few minutes, always the same for the same learner
 * @param dnd the next Slack Do-Not-Disturb window, if it is known
 */
public record PlanningInput(
        String learnerId,
        Preferences preferences,
        Optional<DoNotDisturb> dnd,
        Backlog backlog,
        History history,
        Instant now) {

    PlanningInput with(Optional<DoNotDisturb> dnd) {
        return new PlanningInput(learnerId, preferences, dnd, backlog, history, now);
    }

    PlanningInput with(History history) {
        return new PlanningInput(learnerId, preferences, dnd, backlog, history, now);
    }

    public PlanningInput at(Instant later) {
        return new PlanningInput(learnerId, preferences, dnd, backlog, history, later);
    }
}
