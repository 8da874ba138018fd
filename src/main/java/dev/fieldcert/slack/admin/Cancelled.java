package dev.fieldcert.slack.admin;

/** Long work was cancelled by a person, and leaves off where it is. */
final class Cancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Cancelled() {
        super("cancelled by a person", null, false, false);
    }
}
