package dev.fieldcert.slack.admin.work;

/** Long work was cancelled by a person, and leaves off where it is. */
public final class Cancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Cancelled() {
        super("cancelled by a person", null, false, false);
    }
}
