package dev.fieldcert.slack.settings;

import dev.fieldcert.curriculum.Dates;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Parses and formats days off: one day or range per line. */
final class DaysOffText {

    /** The most days off in total; a longer absence has to be entered as a pause. */
    static final int MOST_DAYS = 120;

    private static final String RANGE = "\\s+(?:-|–|—|to|until|till)\\s+";

    private DaysOffText() {}

    /**
     * @param days sorted and distinct; empty if there is a problem
     * @param problem what could not be parsed, and what would work; null if there is no problem
     */
    record Reading(List<LocalDate> days, String problem) {}

    static Reading read(String text, LocalDate today) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (String line : text.split("[\\n;]")) {
            if (line.isBlank()) {
                continue;
            }
            String[] ends = line.strip().split(RANGE, 2);
            Optional<LocalDate> first = day(ends[0], today);
            Optional<LocalDate> last = ends.length == 1 ? first : day(ends[1], today);
            if (first.isEmpty() || last.isEmpty()) {
                return problem("I couldn’t read “" + shortened(line)
                        + "” as future dates. Put one day or range per line: " + "December 24 – January 2");
            }
            if (last.get().isBefore(first.get())) {
                return problem("“" + shortened(line) + "” ends before it starts.");
            }
            if (first.get().plusDays(MOST_DAYS).isBefore(last.get())) {
                return tooMany();
            }
            first.get().datesUntil(last.get().plusDays(1)).forEach(days::add);
        }
        return days.size() > MOST_DAYS ? tooMany() : new Reading(List.copyOf(days), null);
    }

    private static Optional<LocalDate> day(String text, LocalDate today) {
        // A date may be today, so dates are read relative to yesterday. "tomorrow" and "Monday" are relative to today.
        LocalDate from = text.matches(".*\\d.*") ? today.minusDays(1) : today;
        ScheduleRequest request = PauseText.day(text, from);
        return request instanceof ScheduleRequest.PauseUntil until ? Optional.of(until.day()) : Optional.empty();
    }

    private static Reading tooMany() {
        return problem("That’s more than " + MOST_DAYS + " days. For a long absence, pause instead.");
    }

    private static Reading problem(String sentence) {
        return new Reading(List.of(), sentence);
    }

    private static String shortened(String line) {
        String stripped = line.strip();
        return stripped.length() > 40 ? stripped.substring(0, 39) + "…" : stripped;
    }

    /** Formats the days off from today on so that they can be parsed again; consecutive days become a range. */
    static String write(Collection<LocalDate> daysOff, LocalDate today) {
        return String.join("\n", ranges(daysOff, today, DaysOffText::range));
    }

    /** Formats the days off from today on for a sentence, like "December 24–25, 2026"; empty if there are none. */
    static String inSentence(Collection<LocalDate> daysOff, LocalDate today) {
        return String.join("; ", ranges(daysOff, today, DaysOffText::shortRange));
    }

    private static List<String> ranges(
            Collection<LocalDate> daysOff, LocalDate today, BiFunction<LocalDate, LocalDate, String> range) {
        List<String> lines = new ArrayList<>();
        LocalDate first = null;
        LocalDate last = null;
        for (LocalDate day : new TreeSet<>(daysOff).tailSet(today)) {
            if (last != null && last.plusDays(1).equals(day)) {
                last = day;
                continue;
            }
            if (first != null) {
                lines.add(range.apply(first, last));
            }
            first = day;
            last = day;
        }
        if (first != null) {
            lines.add(range.apply(first, last));
        }
        return lines;
    }

    private static String range(LocalDate first, LocalDate last) {
        return first.equals(last) ? Dates.date(first) : Dates.date(first) + " – " + Dates.date(last);
    }

    private static String shortRange(LocalDate first, LocalDate last) {
        return !first.equals(last) && YearMonth.from(first).equals(YearMonth.from(last))
                ? Dates.date(first).replaceFirst(",", "–" + last.getDayOfMonth() + ",")
                : range(first, last);
    }
}
