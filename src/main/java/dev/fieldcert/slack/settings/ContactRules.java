package dev.fieldcert.slack.settings;

import dev.fieldcert.drip.ContactWindows;
import dev.fieldcert.learner.Learner;
import java.time.Instant;
import java.time.LocalDate;

/** What a learner chose, as the rules of the drip read it. */
final class ContactRules {

    private ContactRules() {}

    /** When the learner may be contacted; Slack's Do Not Disturb is not known here, the drip asks for it when it sends. */
    static ContactWindows windows(Learner learner) {
        return ContactWindows.of(learner);
    }

    /** The day it is where the learner is. */
    static LocalDate today(Learner learner, Instant now) {
        return windows(learner).dayOf(now);
    }
}
