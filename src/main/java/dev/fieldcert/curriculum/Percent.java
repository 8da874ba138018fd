package dev.fieldcert.curriculum;

import java.util.Locale;

/** A score in percent, the same wherever it is shown. */
public final class Percent {

    private Percent() {}

    /** A share of 0 to 1, without the sign: whole where it is whole, else with one decimal, never rounded up to a pass. */
    public static String of(double share) {
        double tenths = Math.floor(share * 1000 + 1e-9);
        return tenths % 10 == 0
                ? String.format(Locale.ROOT, "%.0f", tenths / 10)
                : String.format(Locale.ROOT, "%.1f", tenths / 10);
    }
}
