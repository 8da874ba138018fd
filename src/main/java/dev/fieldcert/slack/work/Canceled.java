package dev.fieldcert.slack.work;

/** The long work was canceled, by a person or by a shutdown of the bot; it stops where it is. */
public final class Canceled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Canceled() {
        super("canceled by a person", null, false, false);
    }
}
