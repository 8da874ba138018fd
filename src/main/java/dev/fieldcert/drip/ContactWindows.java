package dev.fieldcert.drip;

import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Preferences;
import dev.fieldcert.learner.plan.Reason;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a learner may be contacted: on working days, within working hours except for the first minutes, and outside Do
 * Not Disturb, in the learner's own time zone.
 *
 * <p>A time in a daylight-saving gap moves forward by the length of the gap; a time that exists twice means the first
 * occurrence. A day whose working hours vanish in a gap has no window.
 */
public final class ContactWindows {

    /** No contacts in the first minutes of a working day. */
    public static final Duration SETTLING_IN = Duration.ofMinutes(10);

    /** Contacts of learners who chose the same minute are spread over this interval. */
    public static final Duration SPREAD = Duration.ofMinutes(7);

    /** Nothing is sent this shortly before quiet hours begin, because delivery takes a moment. */
    public static final Duration LAST_CALL = Duration.ofMinutes(1);

    /** A later choice is treated as this time, so that every working day has a window. */
    public static final LocalTime LATEST_CHOICE = LocalTime.of(22, 0);

    /** Working hours, in the person's local time. */
    private static final LocalTime START_OF_WORK = LocalTime.of(9, 0);

    private static final LocalTime END_OF_WORK = LocalTime.of(17, 30);

    /** Where the window begins within the day. */
    enum From {
        /** At the learner's chosen time plus their spread: for unsolicited messages. */
        CHOSEN_TIME,
        /** At the start of the working day: for moments that the learner picked. */
        START_OF_WORK
    }

    /** An allowed instant, and why it differs from the requested one; {@code because} is empty if it does not. */
    record Opening(Instant at, Optional<Reason> because) {}

    private final ZoneId zone;
    private final WorkingDays workingDays;
    private final Optional<DoNotDisturb> dnd;
    private final LocalTime chosen;
    private final LocalTime start;
    private final LocalTime end;
    private final Duration spread;
    private final List<Reason> notes = new ArrayList<>();

    /** Uses the learner's preferences; Slack's Do Not Disturb is unknown. */
    public static ContactWindows of(Learner learner) {
        return new ContactWindows(learner.id(), learner.profile().zone(), learner.preferences(), Optional.empty());
    }

    /** @param zone the IANA time zone that Slack reports; null and invalid names are tolerated */
    ContactWindows(String learnerId, String zone, Preferences preferences, Optional<DoNotDisturb> dnd) {
        this.zone = zoneOf(zone);
        this.workingDays = workingDaysOf(preferences);
        this.dnd = dnd.filter(this::isUsable);
        this.chosen = usable(preferences.hour());
        this.start = START_OF_WORK.isBefore(chosen) ? START_OF_WORK : chosen;
        LocalTime anHourLater = chosen.plusHours(1);
        this.end = END_OF_WORK.isAfter(anHourLater) ? END_OF_WORK : anHourLater;
        this.spread = spreadOf(learnerId);
    }

    public ZoneId zone() {
        return zone;
    }

    public WorkingDays workingDays() {
        return workingDays;
    }

    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Missing or invalid settings for which a default is used. */
    List<Reason> notes() {
        return List.copyOf(notes);
    }

    /** The first allowed instant at or after {@code instant}, for a time that the learner picked. */
    public Instant nextAllowed(Instant instant) {
        return next(instant, From.START_OF_WORK).at();
    }

    /** Whether nothing may be sent from {@code instant} until the end of its day. */
    boolean isClosedFrom(Instant instant) {
        return dayOf(nextAllowed(instant)).isAfter(dayOf(instant));
    }

    Opening next(Instant from, From since) {
        LocalDate first = dayOf(from);
        Optional<Reason> because = Optional.empty();
        for (LocalDate day = first; day.isBefore(first.plusDays(WorkingDays.HORIZON)); day = day.plusDays(1)) {
            Optional<Reason> free = workingDays.whyFree(day);
            if (free.isPresent()) {
                because = because.or(() -> free);
                continue;
            }
            Instant opens = opens(day, since);
            Instant closes = closes(day).minus(LAST_CALL);
            if (!opens.isBefore(closes) || !dayOf(opens).equals(day)) {
                LocalDate odd = day;
                because = because.or(() ->
                        Optional.of(Reason.of(Reason.Code.NO_HOURS_THAT_DAY).on(odd)));
                continue;
            }
            Instant candidate = from.isBefore(opens) ? opens : from;
            if (from.isBefore(opens)) {
                because = because.or(() -> Optional.of(tooEarly(since)));
            }
            if (!candidate.isBefore(closes)) {
                because = because.or(
                        () -> Optional.of(Reason.of(Reason.Code.AFTER_HOURS).at(end)));
                continue;
            }
            if (isDisturbing(candidate)) {
                Instant quietUntil = dnd.orElseThrow().end();
                because = because.or(
                        () -> Optional.of(Reason.of(Reason.Code.DO_NOT_DISTURB).at(quietUntil)));
                candidate = wholeSecond(quietUntil);
            }
            if (candidate.isBefore(closes)) {
                return new Opening(candidate, because);
            }
        }
        return new Opening(
                startOf(first.plusDays(WorkingDays.HORIZON)),
                Optional.of(Reason.of(Reason.Code.NO_WORKING_DAY_IN_SIGHT)));
    }

    /** The end of that day's working hours. */
    Instant closes(LocalDate day) {
        return day.atTime(end).atZone(zone).toInstant();
    }

    /** The time from the chosen hour to the end of working hours. */
    Duration length() {
        return Duration.between(chosen, end);
    }

    /** When the chosen-time window opens on that day, whether or not it is a working day. */
    Instant chosenTimeOn(LocalDate day) {
        return opens(day, From.CHOSEN_TIME);
    }

    private Instant opens(LocalDate day, From since) {
        LocalDateTime settled = day.atTime(start).plus(SETTLING_IN);
        LocalDateTime opening = day.atTime(chosen);
        if (since == From.START_OF_WORK || opening.isBefore(settled)) {
            opening = settled;
        }
        LocalDateTime spreadOut = since == From.CHOSEN_TIME ? opening.plus(spread) : opening;
        return spreadOut.atZone(zone).toInstant();
    }

    private Reason tooEarly(From since) {
        return since == From.CHOSEN_TIME
                ? Reason.of(Reason.Code.BEFORE_CHOSEN_TIME).at(chosen)
                : Reason.of(Reason.Code.BEFORE_HOURS).at(start);
    }

    private boolean isDisturbing(Instant instant) {
        return dnd.filter(window -> window.contains(instant) || window.contains(instant.plus(LAST_CALL)))
                .isPresent();
    }

    private ZoneId zoneOf(String name) {
        try {
            return ZoneId.of(name == null ? "" : name.strip());
        } catch (DateTimeException unknown) {
            notes.add(Reason.of(Reason.Code.UNKNOWN_ZONE).named(name == null ? "" : name));
            return ZoneOffset.UTC;
        }
    }

    private WorkingDays workingDaysOf(Preferences preferences) {
        String country =
                preferences.country() == null ? "" : preferences.country().strip();
        Holidays holidays = Holidays.of(country);
        if (country.isEmpty()) {
            notes.add(Reason.of(Reason.Code.NO_COUNTRY));
        } else if (!holidays.isKnown()) {
            notes.add(Reason.of(Reason.Code.UNKNOWN_COUNTRY).named(country));
        }
        if (preferences.days().isEmpty()) {
            notes.add(Reason.of(Reason.Code.NO_WORKING_DAYS));
        }
        return new WorkingDays(preferences.days(), holidays, preferences.daysOff());
    }

    private LocalTime usable(LocalTime wanted) {
        if (!wanted.isAfter(LATEST_CHOICE)) {
            return wanted;
        }
        notes.add(Reason.of(Reason.Code.LATE_CHOICE).at(wanted));
        return LATEST_CHOICE;
    }

    private boolean isUsable(DoNotDisturb window) {
        if (window.start().isBefore(window.end())) {
            return true;
        }
        notes.add(Reason.of(Reason.Code.UNUSABLE_DND));
        return false;
    }

    static Instant wholeSecond(Instant instant) {
        return instant.getNano() == 0 ? instant : Instant.ofEpochSecond(instant.getEpochSecond() + 1);
    }

    private static Duration spreadOf(String learnerId) {
        // Uses the finalizer of MurmurHash3: ids that differ in one character must not get neighboring seconds.
        int hash = learnerId.hashCode();
        hash ^= hash >>> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        hash *= 0xc2b2ae35;
        hash ^= hash >>> 16;
        return Duration.ofSeconds(Math.floorMod(hash, SPREAD.toSeconds()));
    }
}
