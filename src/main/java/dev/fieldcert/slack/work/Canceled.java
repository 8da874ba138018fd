package dev.fieldcert.slack.work;

/** Long work was canceled by a person, and leaves off where it is. */
public final class Canceled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Canceled() {
        super("canceled by a person", null, false, false);
    }
}
