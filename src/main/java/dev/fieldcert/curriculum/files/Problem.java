package dev.fieldcert.curriculum.files;

import java.util.Locale;

/**
 * A problem in the program's files.
 *
 * @param message what is wrong, and why it matters unless that is obvious
 * @param mend how to fix it
 */
public record Problem(Severity severity, String file, int line, int column, String message, String mend) {

    /** The bot does not start with a program that has an error; it does with one that has only warnings. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Problem error(SourceLocation place, String message, String mend) {
        return new Problem(Severity.ERROR, place.file(), place.line(), place.column(), message, mend);
    }

    public static Problem warning(SourceLocation place, String message, String mend) {
        return new Problem(Severity.WARNING, place.file(), place.line(), place.column(), message, mend);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    public SourceLocation place() {
        return new SourceLocation(file, line, column);
    }

    /**
     * Formats the problem as {@code file:line:column: error: what is wrong → how to fix it}, so that editors can jump
     * to the position.
     */
    @Override
    public String toString() {
        return place() + ": " + severity.name().toLowerCase(Locale.ROOT) + ": " + message + " → " + mend;
    }
}
