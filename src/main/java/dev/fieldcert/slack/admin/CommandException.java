package dev.fieldcert.slack.admin;

/** A refused command; the message says why in a friendly sentence of mrkdwn. */
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

    /** The same, shown under this field of a form. */
    public CommandException at(String blockId) {
        return new CommandException(getMessage(), blockId);
    }

    /** Null when the form's reader decides. */
    String field() {
        return field;
    }
}
