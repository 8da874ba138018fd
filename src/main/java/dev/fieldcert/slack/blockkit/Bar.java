package dev.fieldcert.slack.blockkit;

/** A progress bar made of characters. */
public final class Bar {

    private static final int PARTS = 10;
    /** Tolerance for floating-point errors in a share such as three tenths. */
    private static final double TINY = 1e-9;

    private Bar() {}

    /** Returns the bar; all parts are full only at 100 percent. */
    public static String of(double share) {
        int full = (int) Math.floor(Math.max(0, Math.min(1, share)) * PARTS + TINY);
        return "▰".repeat(full) + "▱".repeat(PARTS - full);
    }

    /** Returns the bar followed by the percentage, which screen readers read aloud. */
    public static String withVariable(double share) {
        return of(share) + " " + Math.round(share * 100) + "%";
    }
}
