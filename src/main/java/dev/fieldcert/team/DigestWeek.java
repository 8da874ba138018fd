package dev.fieldcert.team;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The week of a digest.
 *
 * @param monday the first day of the week
 * @param zone the manager's time zone
 */
public record DigestWeek(LocalDate monday, ZoneId zone) {

    private static final ZoneId EARLIEST = ZoneOffset.ofHours(14);
    private static final ZoneId LATEST = ZoneOffset.ofHours(-12);
    static final LocalTime MORNING = LocalTime.of(9, 0);

    /**
     * The week whose digest is due. It is due from Monday 09:00 until the end of Tuesday, so a missed Monday morning
     * is made up for, and no outdated digest arrives later.
     */
    public static Optional<DigestWeek> due(Instant now, ZoneId zone) {
        ZonedDateTime there = now.atZone(zone);
        DayOfWeek day = there.getDayOfWeek();
        boolean monday = day == DayOfWeek.MONDAY && !there.toLocalTime().isBefore(MORNING);
        if (!monday && day != DayOfWeek.TUESDAY) {
            return Optional.empty();
        }
        LocalDate first = there.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Optional.of(new DigestWeek(first, zone));
    }

    /** Whether it can be digest time anywhere on earth. */
    public static boolean isDueSomewhere(Instant now) {
        return Stream.of(EARLIEST, LATEST).anyMatch(zone -> due(now, zone).isPresent());
    }

    /** The ISO week, such as "2026-W46". */
    public String isoWeek() {
        return "%d-W%02d"
                .formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** The start of the previous week. */
    public Instant lastWeekFrom() {
        return monday.minusWeeks(1).atStartOfDay(zone).toInstant();
    }

    /** The start of this week, which is the end of the previous one. */
    public Instant from() {
        return monday.atStartOfDay(zone).toInstant();
    }
}
