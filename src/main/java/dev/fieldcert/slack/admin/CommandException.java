package dev.fieldcert.slack.admin;

/** A word of command that cannot be followed; its message is the friendly sentence that says why, as mrkdwn. */
public final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommandException(String sentence) {
        super(sentence, null, false, false);
    }
}
