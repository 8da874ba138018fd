package dev.fieldcert.calendar;

import java.time.LocalDate;

/**
 * A due date or the end of a badge.
 *
 * @param id stays the same if the day changes
 * @param title the title of the path or course, or the badge's name
 */
public record CalendarDay(String id, Kind kind, String title, LocalDate day) {

    public enum Kind {
        COURSE_DUE,
        PATH_DUE,
        BADGE_ENDS
    }

    /** The title to show in a calendar. */
    public String summary() {
        return kind == Kind.BADGE_ENDS ? "Badge ends: " + title : "Due: " + title;
    }
}
