package dev.fieldcert.slack.calendar;

import dev.fieldcert.calendar.CalendarDay;
import dev.fieldcert.slack.blockkit.Golden;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarScreensTest {

    private static final List<CalendarDay> DAYS = List.of(
            new CalendarDay("course-a", CalendarDay.Kind.COURSE_DUE, "Plans <&> more", LocalDate.of(2026, 12, 18)),
            new CalendarDay("path-b", CalendarDay.Kind.PATH_DUE, "The basics", LocalDate.of(2027, 1, 15)),
            new CalendarDay("badge-c", CalendarDay.Kind.BADGE_ENDS, "Forecasting", LocalDate.of(2027, 11, 2)));

    @Test
    void theDaysAndTwoWaysToTakeThemAlong() {
        Golden.assertMatches("settings/calendar", CalendarMessages.offer(DAYS, true));
    }

    @Test
    void withoutAPublicAddressThereIsAFileOnly() {
        Golden.assertMatches("settings/calendar-file-only", CalendarMessages.offer(DAYS, false));
        Golden.assertMatches("settings/calendar-empty", CalendarMessages.offer(List.of(), true));
    }

    @Test
    void theLinkItsEndAndNothing() {
        Golden.assertMatches(
                "settings/calendar-link", CalendarMessages.link("https://cert.example.com/calendar/abc.ics"));
        Golden.assertMatches("settings/calendar-closed", CalendarMessages.closed());
        Golden.assertMatches("settings/calendar-nothing", CalendarMessages.nothing());
    }
}
