package dev.fieldcert.slack.settings;

import dev.fieldcert.drip.ContactWindows;
import dev.fieldcert.learner.Learner;
import java.time.Instant;
import java.time.LocalDate;

/** A learner's preferences as the drip's rules. */
final class ContactRules {

    private ContactRules() {}

    /** When the learner may be contacted, without Slack's Do Not Disturb, which the drip checks before sending. */
    static ContactWindows windows(Learner learner) {
        return ContactWindows.of(learner);
    }

    /** Today's date for the learner. */
    static LocalDate today(Learner learner, Instant now) {
        return windows(learner).dayOf(now);
    }
}
