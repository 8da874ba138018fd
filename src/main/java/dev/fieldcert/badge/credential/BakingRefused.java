package dev.fieldcert.badge.credential;

/** Thrown for an unreadable picture. The message is a sentence for the person who sent it. */
public final class BakingRefused extends RuntimeException {

    private final boolean duplicate;

    BakingRefused(String message) {
        this(message, false);
    }

    private BakingRefused(String message, boolean duplicate) {
        super(message);
        this.duplicate = duplicate;
    }

    static BakingRefused moreThanOne() {
        return new BakingRefused("The picture holds more than one credential.", true);
    }

    /** Whether the picture contains more than one credential. */
    public boolean isDuplicate() {
        return duplicate;
    }
}
