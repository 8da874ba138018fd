package dev.fieldcert.calendar;

import java.time.LocalDate;

/**
 * A day to remember.
 *
 * @param id stays the same when the day moves
 * @param title of the path or course, or the badge's name
 */
public record CalendarDay(String id, Kind kind, String title, LocalDate day) {

    public enum Kind {
        COURSE_DUE,
        PATH_DUE,
        BADGE_ENDS
    }

    /** What it is called in a calendar. */
    public String summary() {
        return kind == Kind.BADGE_ENDS ? "Badge ends: " + title : "Due: " + title;
    }
}
