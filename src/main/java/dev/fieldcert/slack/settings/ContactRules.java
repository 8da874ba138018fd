package dev.fieldcert.slack.settings;

import dev.fieldcert.drip.ContactWindows;
import dev.fieldcert.learner.Learner;
import java.time.Instant;
import java.time.LocalDate;

/** Translates a learner's preferences into the drip's rules. */
final class ContactRules {

    private ContactRules() {}

    /**
     * When the learner may be contacted, not counting Slack's Do Not Disturb, which the drip checks before sending.
     */
    static ContactWindows windows(Learner learner) {
        return ContactWindows.of(learner);
    }

    /** Today's date in the learner's contact hours. */
    static LocalDate today(Learner learner, Instant now) {
        return windows(learner).dayOf(now);
    }
}
