package dev.fieldcert.curriculum.files;

import java.util.Locale;

/**
 * A problem in the program's files.
 *
 * @param message what is wrong, and why it matters unless that is obvious
 * @param mend how to fix it
 */
public record Problem(Severity severity, String file, int line, int column, String message, String mend) {

    /** A program with an error does not start; one with warnings does. */
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

    /** {@code file:line:column: error: what is wrong → how to fix it}, which editors can jump to. */
    @Override
    public String toString() {
        return place() + ": " + severity.name().toLowerCase(Locale.ROOT) + ": " + message + " → " + mend;
    }
}
