package dev.fieldcert.slack.settings;

import dev.fieldcert.curriculum.Dates;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Parses a future day in English. A date without a year is the next such date. "Monday" is the next Monday after
 * today, "next Monday" the Monday of next week.
 */
public final class DayText {

    static final ScheduleRequest.Problem TOO_FAR = new ScheduleRequest.Problem(
            "That’s more than a year away. Type “pause” by itself, and I’ll stay quiet until you type “resume”.");

    private static final int MOST_YEARS = 20;
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DAY_MONTH =
            Pattern.compile("(?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\.?(?: of)? ([a-z]{3,9})\\.?(?: (\\d{4}))?");
    private static final Pattern MONTH_DAY =
            Pattern.compile("([a-z]{3,9})\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: (\\d{4}))?");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})?");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})(?:[/-](\\d{4}))?");
    private static final Pattern WEEKDAY = Pattern.compile("(?:(next|this|on) )?([a-z]{3,9})");

    /** The bot itself writes dates such as "Monday, January 4, 2027". */
    private static final Pattern WEEKDAY_BEFORE =
            Pattern.compile("^(?:on )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.? (?=\\d|[a-z]{3,9}\\.? \\d)");

    private DayText() {}

    /**
     * Parses a day after {@code today} in any of the forms that people type; empty if the text is not such a day, or
     * if the day is decades away.
     */
    public static Optional<LocalDate> date(String text, LocalDate today) {
        String words = text.strip().toLowerCase(Locale.ENGLISH).replaceAll("\\s+", " ");
        return IntStream.rangeClosed(0, MOST_YEARS)
                .mapToObj(years -> read(words, today.plusYears(years)))
                .takeWhile(read -> read.equals(TOO_FAR) || read instanceof ScheduleRequest.PauseUntil)
                .filter(ScheduleRequest.PauseUntil.class::isInstance)
                .map(read -> ((ScheduleRequest.PauseUntil) read).day())
                .findFirst();
    }

    /** @param typed in lowercase, with single spaces */
    static ScheduleRequest read(String typed, LocalDate today) {
        String text = WEEKDAY_BEFORE.matcher(typed.replace(",", "")).replaceFirst("");
        Optional<LocalDate> relative = relative(text, today);
        if (relative.isPresent()) {
            return checked(relative.get(), today);
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return date(number(iso, 3), number(iso, 2), number(iso, 1), today);
        }
        Matcher dotted = DOTTED.matcher(text);
        if (dotted.matches()) {
            return date(number(dotted, 1), number(dotted, 2), number(dotted, 3), today);
        }
        Matcher slashed = SLASHED.matcher(text);
        if (slashed.matches()) {
            return slashed(text, number(slashed, 1), number(slashed, 2), number(slashed, 3), today);
        }
        Matcher dayMonth = DAY_MONTH.matcher(text);
        if (dayMonth.matches() && month(dayMonth.group(2)).isPresent()) {
            return date(number(dayMonth, 1), month(dayMonth.group(2)).get().getValue(), number(dayMonth, 3), today);
        }
        Matcher monthDay = MONTH_DAY.matcher(text);
        if (monthDay.matches() && month(monthDay.group(1)).isPresent()) {
            return date(number(monthDay, 2), month(monthDay.group(1)).get().getValue(), number(monthDay, 3), today);
        }
        return new ScheduleRequest.Problem(
                "I couldn’t read “%s” as a day. Try “pause until January 7” or “pause for 2 weeks”.".formatted(text));
    }

    /** Returns a pause until {@code day}, or the reason why it is impossible. */
    static ScheduleRequest checked(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return new ScheduleRequest.Problem(
                    "%s is today. When should I start messaging you again?".formatted(Dates.full(day)));
        }
        if (day.isBefore(today)) {
            return new ScheduleRequest.Problem(
                    "%s has already passed. When should I start messaging you again?".formatted(Dates.full(day)));
        }
        return day.isAfter(today.plusYears(1)) ? TOO_FAR : new ScheduleRequest.PauseUntil(day);
    }

    private static Optional<LocalDate> relative(String text, LocalDate today) {
        return switch (text) {
            case "yesterday" -> Optional.of(today.minusDays(1));
            case "today" -> Optional.of(today);
            case "tomorrow" -> Optional.of(today.plusDays(1));
            case "the day after tomorrow", "day after tomorrow" -> Optional.of(today.plusDays(2));
            case "next week" -> Optional.of(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
            case "next month" -> Optional.of(today.with(TemporalAdjusters.firstDayOfNextMonth()));
            case "next year" -> Optional.of(today.with(TemporalAdjusters.firstDayOfNextYear()));
            default -> weekday(text, today);
        };
    }

    private static Optional<LocalDate> weekday(String text, LocalDate today) {
        Matcher words = WEEKDAY.matcher(text);
        if (!words.matches()) {
            return Optional.empty();
        }
        boolean nextWeek = "next".equals(words.group(1));
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> isNamed(words.group(2), day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
                .findFirst()
                .map(day -> nextWeek
                        ? today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(TemporalAdjusters.nextOrSame(day))
                        : today.with(TemporalAdjusters.next(day)));
    }

    private static ScheduleRequest slashed(String text, int first, int second, int year, LocalDate today) {
        boolean dayFirst = first > 12;
        boolean monthFirst = second > 12;
        if (!dayFirst && !monthFirst && first != second) {
            return new ScheduleRequest.Problem(
                    "“%s” could mean two days. Write the month as a word, like “%s %d” or “%s %d”."
                            .formatted(text, name(second), first, name(first), second));
        }
        return monthFirst ? date(second, first, year, today) : date(first, second, year, today);
    }

    /** @param year 0 for the next such date */
    private static ScheduleRequest date(int day, int month, int year, LocalDate today) {
        try {
            if (year != 0) {
                return checked(LocalDate.of(year, month, day), today);
            }
            MonthDay wanted = MonthDay.of(month, day);
            return IntStream.of(today.getYear(), today.getYear() + 1)
                    .filter(wanted::isValidYear)
                    .mapToObj(wanted::atYear)
                    .filter(next -> !next.isBefore(today))
                    .findFirst()
                    .map(next -> checked(next, today))
                    .orElseThrow(() -> new DateTimeException("only in a leap year"));
        } catch (DateTimeException noSuchDay) {
            String named = month >= 1 && month <= 12 ? name(month) + " " + day : day + "." + month + ".";
            return new ScheduleRequest.Problem(
                    "There’s no %s in that year. When should I start messaging you again?".formatted(named));
        }
    }

    private static String name(int month) {
        return Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static Optional<Month> month(String word) {
        return Arrays.stream(Month.values())
                .filter(month -> isNamed(word, month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
                .findFirst();
    }

    /** Whether the word is the name, or at least its first three letters. */
    private static boolean isNamed(String word, String name) {
        return word.length() >= 3 && name.toLowerCase(Locale.ENGLISH).startsWith(word);
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }
}
