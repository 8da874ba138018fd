package dev.fieldcert.slack.blockkit;

/** How far something has come, drawn with letters. */
public final class Bar {

    private static final int PARTS = 10;
    /** What the machine's arithmetic may lose of a share such as three tenths. */
    private static final double TINY = 1e-9;

    private Bar() {}

    /** Full only when all of it is done. */
    public static String of(double share) {
        int full = (int) Math.floor(Math.max(0, Math.min(1, share)) * PARTS + TINY);
        return "▰".repeat(full) + "▱".repeat(PARTS - full);
    }

    /** With the figure beside it, which is what those who listen hear. */
    public static String withVariable(double share) {
        return of(share) + " " + Math.round(share * 100) + " %";
    }
}
