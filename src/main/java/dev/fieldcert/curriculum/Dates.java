package dev.fieldcert.curriculum;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats dates in American English, so that a date looks the same everywhere. */
public final class Dates {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("MMM d", Locale.US);

    private Dates() {}

    /** The day with its year: "March 31, 2027". */
    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** The day without its year: "Wednesday, March 31". For a day within a few weeks. */
    public static String weekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** The day with its weekday and year: "Wednesday, March 31, 2027". */
    public static String full(LocalDate day) {
        return FULL.format(day);
    }

    /** The shortest form: "Mar 31". For a button. */
    public static String brief(LocalDate day) {
        return BRIEF.format(day);
    }
}
