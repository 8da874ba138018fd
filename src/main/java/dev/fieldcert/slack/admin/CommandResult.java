package dev.fieldcert.slack.admin;

import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.work.ProgressMessages;

/**
 * The result of an admin action.
 *
 * @param words the answer to the admin
 * @param done whether the action ran; the form of a refused action stays open
 * @param field block id of the form field under which a refusal is shown; null for the first field
 * @param inDm whether the result follows in the DM, so that the form can close
 * @param after sends the messages to other people; runs after the admin has been answered
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

    /** A copy of this result that is shown under this parameter's field if it is a refusal. */
    public CommandResult at(Parameter<?> parameter) {
        return new CommandResult(words, done, parameter.id(), inDm, after);
    }
}
