package dev.fieldcert.slack.blockkit;

import dev.fieldcert.curriculum.Dates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Formats times the way the person reads them: in their own time zone, and with a 12-hour or 24-hour clock.
 *
 * @param twelveHours true for a 12-hour clock (2:00 PM), false for a 24-hour clock (14:00)
 */
public record When(ZoneId zone, Instant now, boolean twelveHours) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TWELVE_HOURS = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    /** Uses a 24-hour clock. */
    public static When in(String zone, Instant now) {
        return in(zone, null, now);
    }

    /**
     * @param zone as sent by Slack; UTC is used if null or invalid
     * @param locale as sent by Slack, like en-US; null if unknown
     */
    public static When in(String zone, String locale, Instant now) {
        boolean twelve = locale != null
                && DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                                null, FormatStyle.SHORT, IsoChronology.INSTANCE, Locale.forLanguageTag(locale))
                        .contains("a");
        try {
            return new When(zone == null ? ZoneOffset.UTC : ZoneId.of(zone), now, twelve);
        } catch (DateTimeException noZone) {
            return new When(ZoneOffset.UTC, now, twelve);
        }
    }

    /** Returns, for example, "14:00" or "2:00 PM". */
    public String time(LocalTime time) {
        return (twelveHours ? TWELVE_HOURS : TIME).format(time);
    }

    /** Returns, for example, "today at 14:00", "tomorrow at 09:30", or "on Monday, January 4, at 09:30". */
    public String moment(Instant moment) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        LocalDate today = now.atZone(zone).toLocalDate();
        String at = " at " + time(moment.atZone(zone).toLocalTime());
        if (day.equals(today)) {
            return "today" + at;
        }
        return (day.equals(today.plusDays(1)) ? "tomorrow" : "on " + Dates.weekday(day) + ",") + at;
    }

    public String date(LocalDate date) {
        return Dates.date(date);
    }

    public String date(Instant moment) {
        return Dates.date(LocalDate.ofInstant(moment, zone));
    }
}
