package dev.fieldcert.slack.admin.record;

import dev.fieldcert.slack.blockkit.SlackMessage;

/** A look at one person's record, the same by command and from Home. */
interface RecordLook {

    /** The form knows it by this. */
    String id();

    /** What it shows, in at most 24 characters. */
    String label();

    SlackMessage look(String person);
}
