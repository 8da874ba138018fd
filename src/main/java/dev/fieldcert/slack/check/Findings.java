package dev.fieldcert.slack.check;

import java.io.PrintStream;

/** Prints the findings one by one; for each problem, also what to do about it. */
final class Findings {

    private final PrintStream out;
    private int failed;

    Findings(PrintStream out) {
        this.out = out;
    }

    void good(String what) {
        out.println("✓ " + what);
    }

    /** Reports a problem that keeps the bot from working. */
    void bad(String what, String todo) {
        failed++;
        out.println("✗ " + what + "\n  " + todo);
    }

    /** Reports a problem that costs some features; the bot works otherwise. */
    void less(String what, String todo) {
        out.println("! " + what + "\n  " + todo);
    }

    void skipped(String what, String why) {
        out.println("- " + what + ": not checked, " + why);
    }

    void note(String what) {
        out.println("  " + what);
    }

    /** Prints the summary and returns the exit code: 0 if no check failed, otherwise 1. */
    int sum() {
        out.println(
                failed == 0
                        ? "\nSlack and this installation work together."
                        : "\n" + failed + (failed == 1 ? " problem has" : " problems have") + " to be fixed.");
        return failed == 0 ? 0 : 1;
    }
}
