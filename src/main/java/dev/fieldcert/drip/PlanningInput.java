package dev.fieldcert.drip;

import dev.fieldcert.learner.Preferences;
import dev.fieldcert.learner.plan.ContactState;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything that a plan depends on.
 *
 * @param learnerId also determines the learner's spread after the chosen time, which is always the same for one
 *     learner
 * @param zone the IANA time zone that Slack reports; null and invalid names are tolerated
 * @param dnd the next Slack Do Not Disturb window; empty if unknown
 */
public record PlanningInput(
        String learnerId,
        String zone,
        Preferences preferences,
        Optional<DoNotDisturb> dnd,
        Backlog backlog,
        ContactState history,
        Instant now) {

    /** When this learner may be contacted. */
    ContactWindows windows() {
        return new ContactWindows(learnerId, zone, preferences, dnd);
    }

    PlanningInput with(Optional<DoNotDisturb> dnd) {
        return new PlanningInput(learnerId, zone, preferences, dnd, backlog, history, now);
    }

    PlanningInput with(ContactState history) {
        return new PlanningInput(learnerId, zone, preferences, dnd, backlog, history, now);
    }

    public PlanningInput at(Instant later) {
        return new PlanningInput(learnerId, zone, preferences, dnd, backlog, history, later);
    }
}
