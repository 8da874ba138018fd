package dev.fieldcert.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/**
 * Writes days as an iCalendar object (RFC 5545): all-day events that count as free time and have no alarm. The same
 * item always has the same UID.
 */
public final class CalendarFile {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LINE_OCTETS = 75;

    private CalendarFile() {}

    /** @param owner makes the UIDs unique to this person; does not appear in them */
    public static String of(List<CalendarDay> days, String owner, Instant now) {
        StringBuilder file = new StringBuilder();
        line(file, "BEGIN:VCALENDAR");
        line(file, "VERSION:2.0");
        line(file, "PRODID:-//FieldCert//FieldCert//EN");
        line(file, "CALSCALE:GREGORIAN");
        line(file, "METHOD:PUBLISH");
        line(file, "X-WR-CALNAME:FieldCert");
        line(file, "REFRESH-INTERVAL;VALUE=DURATION:PT12H");
        line(file, "X-PUBLISHED-TTL:PT12H");
        for (CalendarDay day : days) {
            line(file, "BEGIN:VEVENT");
            line(file, "UID:" + uid(owner, day) + "@fieldcert");
            line(file, "DTSTAMP:" + MOMENT.format(now));
            line(file, "DTSTART;VALUE=DATE:" + DAY.format(day.day()));
            line(file, "DTEND;VALUE=DATE:" + DAY.format(day.day().plusDays(1)));
            line(file, "SUMMARY:" + escaped(day.summary()));
            line(file, "TRANSP:TRANSPARENT");
            line(file, "END:VEVENT");
        }
        line(file, "END:VCALENDAR");
        return file.toString();
    }

    private static UUID uid(String owner, CalendarDay day) {
        return UUID.nameUUIDFromBytes((owner + "|" + day.id()).getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** Folds the line after 75 octets, never inside a character. */
    private static void line(StringBuilder file, String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            String one = Character.toString(character);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE_OCTETS) {
                file.append("\r\n ");
                octets = 1;
            }
            file.append(one);
            octets += size;
            i += one.length();
        }
        file.append("\r\n");
    }
}
