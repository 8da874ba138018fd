package dev.fieldcert.curriculum;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day in American English, the same wherever it is shown. */
public final class Dates {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("MMM d", Locale.US);

    private Dates() {}

    /** "March 31, 2027". */
    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** "Wednesday, March 31", for a day within a few weeks. */
    public static String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** "Wednesday, March 31, 2027". */
    public static String full(LocalDate day) {
        return FULL.format(day);
    }

    /** "Mar 31", for a button. */
    public static String brief(LocalDate day) {
        return BRIEF.format(day);
    }
}
