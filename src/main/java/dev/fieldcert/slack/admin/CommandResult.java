package dev.fieldcert.slack.admin;

import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.work.ProgressMessages;

/**
 * The result of an admin action.
 *
 * @param words the answer to the admin
 * @param done whether the action ran; the form of a refused action stays open
 * @param field block id of the form field under which a refusal is shown; null for the first
 * @param inDm whether the rest follows in the DM, so the form closes
 * @param after sends the messages to others, once the admin has the answer
 */
public record CommandResult(SlackMessage words, boolean done, String field, boolean inDm, Runnable after) {

    public static CommandResult of(SlackMessage words, boolean done, Runnable after) {
        return new CommandResult(words, done, null, false, after);
    }

    public static CommandResult shown(SlackMessage words) {
        return of(words, true, () -> {});
    }

    public static CommandResult inDm(Runnable after) {
        return new CommandResult(ProgressMessages.inTheDm(), true, null, true, after);
    }

    public static CommandResult refused(String sentence) {
        return of(SlackMessage.note(sentence), false, () -> {});
    }

    /** A refusal shown under this parameter's field. */
    public CommandResult at(Parameter<?> parameter) {
        return new CommandResult(words, done, parameter.id(), inDm, after);
    }
}
