package dev.fieldcert.drip;

import java.time.Instant;
import java.util.Optional;

/**
 * All a plan depends on.
 *
 * @param learnerId spreads a team over a few minutes, always the same for the same learner
 * @param dnd the next Slack Do-Not-Disturb window, if it is known
 */
public record Situation(
        String learnerId,
        Preferences preferences,
        Optional<DoNotDisturb> dnd,
        Agenda agenda,
        History history,
        Instant now) {

    Situation with(Optional<DoNotDisturb> dnd) {
        return new Situation(learnerId, preferences, dnd, agenda, history, now);
    }

    Situation with(History history) {
        return new Situation(learnerId, preferences, dnd, agenda, history, now);
    }

    public Situation at(Instant later) {
        return new Situation(learnerId, preferences, dnd, agenda, history, later);
    }
}
