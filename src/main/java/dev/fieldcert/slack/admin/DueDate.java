package dev.fieldcert.slack.admin;

import dev.fieldcert.curriculum.Dates;
import dev.fieldcert.slack.settings.DayText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads a due date as an admin types it. */
public final class DueDate {

    private DueDate() {}

    /**
     * @throws CommandException if the text is not a date, or if the date is today or earlier in UTC, or more than
     *     twenty years away
     */
    public static LocalDate read(String words, Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate due = parsed(words, today)
                .orElseThrow(() -> new CommandException("I couldn’t read " + Sentences.quoted(words)
                        + " as a date. Write it like `March 31, 2027` or `2027-03-31`. Nothing was changed."));
        if (due.isBefore(today)) {
            throw new CommandException(
                    "*" + Dates.date(due) + "* has already passed. Choose a later day. Nothing was changed.");
        }
        if (due.equals(today)) {
            throw new CommandException("*" + Dates.date(due)
                    + "* is today, and already over in some time zones. Choose a later day." + " Nothing was changed.");
        }
        if (due.getYear() > today.getYear() + 20) {
            throw new CommandException(
                    "*" + Dates.date(due) + "* is more than 20 years away. Is the year right? Nothing was changed.");
        }
        return due;
    }

    private static Optional<LocalDate> parsed(String words, LocalDate today) {
        try {
            return Optional.of(LocalDate.parse(words.strip()));
        } catch (DateTimeParseException inWords) {
            return words.matches(".*\\d.*") ? DayText.date(words, today) : Optional.empty();
        }
    }

    /** Whether the whole text is a date. */
    static boolean isDate(String words, Instant now) {
        return parsed(words, now.atZone(ZoneOffset.UTC).toLocalDate()).isPresent();
    }
}
