package dev.fieldcert.slack.work;

/** A person canceled the long work, which stops where it is. */
public final class Canceled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Canceled() {
        super("canceled by a person", null, false, false);
    }
}
