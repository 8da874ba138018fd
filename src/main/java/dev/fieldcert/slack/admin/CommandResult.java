package dev.fieldcert.slack.admin;

import dev.fieldcert.slack.blockkit.SlackMessage;
import java.util.function.Consumer;

/**
 * What became of something an admin asked for, by a command or in a form.
 *
 * @param words what the admin reads
 * @param done whether anything was changed; a form that changed nothing stays open
 * @param field of a form, by block id, below which a refusal is said; null for where that change's refusals are said
 * @param after what others hear of it, once the admin has their answer
 */
public record CommandResult(SlackMessage words, boolean done, String field, Runnable after) {

    public static CommandResult of(SlackMessage words, boolean done, Runnable after) {
        return new CommandResult(words, done, null, after);
    }

    /** To a command. */
    public void answer(Consumer<SlackMessage> teller) {
        teller.accept(words);
        after.run();
    }
}
