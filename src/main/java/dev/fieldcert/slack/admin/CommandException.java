package dev.fieldcert.slack.admin;

/** Refuses a command. The message tells the admin why, in a friendly sentence of mrkdwn. */
public final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    public CommandException(String sentence) {
        this(sentence, null);
    }

    private CommandException(String sentence, String field) {
        super(sentence, null, false, false);
        this.field = field;
    }

    /** A copy of this exception that is shown under this field of a form. */
    public CommandException at(String blockId) {
        return new CommandException(getMessage(), blockId);
    }

    /** Block id of the form field under which the message is shown; null if {@link #at} was not called. */
    String field() {
        return field;
    }
}
