package dev.fieldcert;

/** A fifth of a simulation in the build, and all of it by {@code bench/simulate}. */
public final class ShortForm {

    private static final int PART = Boolean.getBoolean("fieldcert.whole-simulations") ? 1 : 5;

    private ShortForm() {}

    public static int of(int whole) {
        return whole / PART;
    }
}
