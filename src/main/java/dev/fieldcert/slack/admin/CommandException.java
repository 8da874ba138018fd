package dev.fieldcert.slack.admin;

/** A command that cannot be followed; its message is the friendly sentence that says why, as mrkdwn. */
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

    /** The same, said below this field of a form. */
    public CommandException at(String blockId) {
        return new CommandException(getMessage(), blockId);
    }

    /** Null where the reader of the form knows best. */
    String field() {
        return field;
    }
}
