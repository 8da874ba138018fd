package dev.fieldcert.slack.settings;

import dev.fieldcert.drip.ContactWindows;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses "pause until January 7", "pause for 2 weeks", "resume" and "remind me at 9:30", in English. */
final class PauseText {

    private static final Pattern PAUSE =
            Pattern.compile("pause(?: (?:me|my lessons|lessons|everything|reminders))?(?: (.*))?");
    private static final Pattern FOR = Pattern.compile("for (\\w+) (day|week|month|year)s?");
    private static final Pattern UNTIL = Pattern.compile("(?:until|till|til|to|up to) (.*)");
    private static final Pattern REMIND = Pattern.compile(
            "(?:please )?(?:remind|contact|message|write to|write|ping) (?:me )?(?:daily |every day )?(?:at|from) (.*)");
    private static final Pattern RESUME =
            Pattern.compile("(?:resume|unpause)(?: (?:me|my lessons|lessons|reminders))?");
    private static final Pattern BARE_TIME = Pattern.compile("\\d{1,2}[:.]\\d{2}(?: ?[ap]m)?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.h](\\d{2}))?(?: ?([ap])\\.?m\\.?)?");
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6));
    private static final LocalTime EARLIEST_CHOICE = LocalTime.of(5, 0);

    private PauseText() {}

    /** Parses a whole message; empty if it is not about pausing or the time of contacts. */
    static Optional<ScheduleRequest> read(String message, LocalDate today) {
        String text = normal(message);
        Matcher remind = REMIND.matcher(text);
        if (remind.matches()) {
            return Optional.of(time(remind.group(1)));
        }
        if (BARE_TIME.matcher(text).matches()) {
            return Optional.of(time(text));
        }
        if (RESUME.matcher(text).matches()) {
            return Optional.of(new ScheduleRequest.Resume());
        }
        Matcher pause = PAUSE.matcher(text);
        return pause.matches() ? Optional.of(pause(pause.group(1), today)) : Optional.empty();
    }

    /** Parses the end of a pause, such as "January 7", "2027-01-07" or "next Monday". */
    static ScheduleRequest day(String text, LocalDate today) {
        return DayText.read(normal(text), today);
    }

    /** Parses a time of day, such as "9:30", "9.30", "9", "2 pm" or "noon". */
    static ScheduleRequest time(String text) {
        String normal = normal(text);
        if (normal.equals("noon") || normal.equals("midday")) {
            return new ScheduleRequest.ContactAt(LocalTime.NOON);
        }
        Matcher time = TIME.matcher(normal);
        if (!time.matches()) {
            return new ScheduleRequest.Problem("I couldn’t read “%s” as a time of day. Try “9:30” or “2 pm”."
                    .formatted(text == null ? "" : text.strip()));
        }
        return time(time, normal);
    }

    private static ScheduleRequest time(Matcher read, String text) {
        int hour = Integer.parseInt(read.group(1));
        int minute = read.group(2) == null ? 0 : Integer.parseInt(read.group(2));
        String half = read.group(3);
        if (half != null && (hour < 1 || hour > 12) || hour > 23 || minute > 59) {
            return new ScheduleRequest.Problem("“%s” isn’t a time. Try “9:30” or “2 pm”.".formatted(text));
        }
        if (half != null) {
            hour = hour % 12 + (half.equals("p") ? 12 : 0);
        }
        LocalTime time = LocalTime.of(hour, minute);
        if (time.isBefore(EARLIEST_CHOICE) || time.isAfter(ContactWindows.LATEST_CHOICE)) {
            return new ScheduleRequest.Problem(String.format(
                    Locale.US,
                    "I don’t message you at night. Choose a time between %1$tl %1$Tp and %2$tl %2$Tp.",
                    EARLIEST_CHOICE,
                    ContactWindows.LATEST_CHOICE));
        }
        return new ScheduleRequest.ContactAt(time);
    }

    private static ScheduleRequest pause(String rest, LocalDate today) {
        if (rest == null || rest.isBlank()) {
            return new ScheduleRequest.PauseUntilResumed();
        }
        Matcher length = FOR.matcher(rest);
        if (length.matches()) {
            return pauseFor(length.group(1), length.group(2), today);
        }
        Matcher until = UNTIL.matcher(rest);
        return DayText.read(until.matches() ? until.group(1) : rest, today);
    }

    private static ScheduleRequest pauseFor(String amount, String unit, LocalDate today) {
        Integer count = amount.matches("\\d{1,4}") ? Integer.valueOf(amount) : NUMBERS.get(amount);
        if (count == null || count == 0) {
            return new ScheduleRequest.Problem(
                    "I couldn’t read “%s %s” as a length of time. Try “pause for 2 weeks”.".formatted(amount, unit));
        }
        try {
            return DayText.checked(
                    switch (unit) {
                        case "day" -> today.plusDays(count);
                        case "week" -> today.plusWeeks(count);
                        case "month" -> today.plusMonths(count);
                        default -> today.plusYears(count);
                    },
                    today);
        } catch (DateTimeException beyondTheCalendar) {
            return DayText.TOO_FAR;
        }
    }

    private static String normal(String text) {
        return (text == null ? "" : text)
                .strip()
                .toLowerCase(Locale.ENGLISH)
                .replaceAll("[,!?\"“”„«»‘’*_~`]", " ")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("(?<=\\D)\\.$|(?<=:\\d\\d)\\.$", "")
                .strip();
    }
}
