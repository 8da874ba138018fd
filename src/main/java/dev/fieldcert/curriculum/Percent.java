package dev.fieldcert.curriculum;

import java.util.Locale;

/** Formats scores as percentages, in the same way everywhere. */
public final class Percent {

    private Percent() {}

    /**
     * Formats a share from 0 to 1 as a percentage, without the percent sign. Rounds down to one decimal, so that a
     * score below a threshold never appears to reach it, and omits a decimal of 0.
     */
    public static String of(double share) {
        double tenths = Math.floor(share * 1000 + 1e-9);
        return tenths % 10 == 0
                ? String.format(Locale.ROOT, "%.0f", tenths / 10)
                : String.format(Locale.ROOT, "%.1f", tenths / 10);
    }
}
