package dev.fieldcert.drip;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How days and times read in an English sentence. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private Words() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String time(LocalTime time) {
        return TIME.format(time);
    }

    static String moment(Instant instant, ZoneId zone) {
        return DAY.format(instant.atZone(zone)) + ", " + TIME.format(instant.atZone(zone));
    }
}
