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
 * Says moments as the person reads them: in their own time zone, and with twelve or twenty-four hours.
 *
 * @param twelveHours whether two in the afternoon is 2:00 PM, or else 14:00
 */
public record When(ZoneId zone, Instant now, boolean twelveHours) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TWELVE_HOURS = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    /** With twenty-four hours. */
    public static When in(String zone, Instant now) {
        return in(zone, null, now);
    }

    /**
     * @param zone as Slack sent it; an invalid one counts as UTC
     * @param locale as Slack sent it, like en-US; null when unknown
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

    /** "14:00" or "2:00 PM". */
    public String time(LocalTime time) {
        return (twelveHours ? TWELVE_HOURS : TIME).format(time);
    }

    /** "today at 14:00", "tomorrow at 09:30", "on Monday, January 4, at 09:30". */
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
