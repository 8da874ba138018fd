package dev.fieldcert.slack.admin.enrol;

import dev.fieldcert.slack.SlackMessage;
import dev.fieldcert.slack.admin.Sentences;

/** What is said of a dry run once it is answered. */
final class PlanMessages {

    private PlanMessages() {}

    static SlackMessage begun(int steps) {
        return SlackMessage.note("Doing it for " + Sentences.people(steps) + ". Our DM shows how far I am.");
    }

    static SlackMessage dropped() {
        return SlackMessage.note("Dropped. Nothing was changed.");
    }

    static SlackMessage gone() {
        return SlackMessage.note("Somebody has begun with this already, or it is more than a day old. "
                + "If it stopped half-way, ask for it again: nothing is done twice.");
    }
}
