package dev.fieldcert.slack.admin.enroll;

import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.blockkit.SlackMessage;

/** Renders the answers to the buttons of a dry run. */
public final class PlanMessages {

    private PlanMessages() {}

    static SlackMessage begun(int steps) {
        return SlackMessage.note("Confirmed" + (steps == 0 ? "" : " for " + Sentences.people(steps))
                + ". You can see my progress and the result in our DM.");
    }

    public static SlackMessage dropped() {
        return SlackMessage.note("I dropped this dry run. Nothing was changed.");
    }

    public static SlackMessage gone() {
        return SlackMessage.note("Someone already started this, or it’s more than a day old. "
                + "If it stopped partway, run it again. Nothing happens twice.");
    }
}
