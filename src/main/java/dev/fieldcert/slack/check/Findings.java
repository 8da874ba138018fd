package dev.fieldcert.slack.check;

import java.io.PrintStream;

/** Prints what was found, line by line, each failing point with what to do. */
final class Findings {

    private final PrintStream out;
    private int failed;

    Findings(PrintStream out) {
        this.out = out;
    }

    void good(String what) {
        out.println("✓ " + what);
    }

    /** The bot does not work until this is mended. */
    void bad(String what, String todo) {
        failed++;
        out.println("✗ " + what + "\n  " + todo);
    }

    /** The bot works, with less. */
    void less(String what, String todo) {
        out.println("! " + what + "\n  " + todo);
    }

    void skipped(String what, String why) {
        out.println("- " + what + ": not checked, " + why);
    }

    void note(String what) {
        out.println("  " + what);
    }

    /** Prints the sum; the exit code. */
    int sum() {
        out.println(
                failed == 0
                        ? "\nSlack and this installation fit together."
                        : "\n" + failed + (failed == 1 ? " point has" : " points have") + " to be mended.");
        return failed == 0 ? 0 : 1;
    }
}
