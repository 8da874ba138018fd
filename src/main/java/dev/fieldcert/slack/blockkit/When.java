package dev.fieldcert.slack.blockkit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says moments as the person reads them: in their own time zone. */
public record When(ZoneId zone, Instant now) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /** @param zone as Slack sent it; what is no zone counts as UTC */
    public static When in(String zone, Instant now) {
        try {
            return new When(zone == null ? ZoneOffset.UTC : ZoneId.of(zone), now);
        } catch (DateTimeException noZone) {
            return new When(ZoneOffset.UTC, now);
        }
    }

    /** "today at 14:00", "tomorrow at 09:30", "on Monday 4 January at 09:30". */
    public String moment(Instant moment) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        LocalDate today = now.atZone(zone).toLocalDate();
        String at = " at " + TIME.format(moment.atZone(zone));
        if (day.equals(today)) {
            return "today" + at;
        }
        return (day.equals(today.plusDays(1)) ? "tomorrow" : "on " + DAY.format(day)) + at;
    }

    public String date(LocalDate date) {
        return DATE.format(date);
    }

    public String date(Instant moment) {
        return DATE.format(moment.atZone(zone));
    }
}
