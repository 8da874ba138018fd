package dev.fieldcert.slack.work;

/** The person who started the long work canceled it; the work stops where it is. */
public final class Canceled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Canceled() {
        super("canceled by a person", null, false, false);
    }
}
