package dev.fieldcert.slack.admin;

import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.work.ProgressMessages;

/**
 * What became of an admin action.
 *
 * @param words what the admin reads
 * @param done whether it was done; a form whose action was refused stays open
 * @param field of a form, by block id, below which a refusal is said; null for the first
 * @param inDm whether the rest follows in our DM, so that a form closes
 * @param after sends what others get, once the admin has their answer
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

    /** A refusal is said below this parameter's field. */
    public CommandResult at(Parameter<?> parameter) {
        return new CommandResult(words, done, parameter.id(), inDm, after);
    }
}
