package dev.fieldcert.slack.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** A due date as an admin writes it. */
public final class DueDate {

    private DueDate() {}

    /** @throws CommandException when it is no date, or somewhere on earth it has passed */
    public static LocalDate read(String words, Instant now) {
        LocalDate due;
        try {
            due = LocalDate.parse(words.strip());
        } catch (DateTimeParseException noDate) {
            throw new CommandException("I don't read " + Sentences.quoted(words)
                    + " as a date. Write it as year-month-day, like `2027-03-31`. Nothing was changed.");
        }
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        if (due.isBefore(today)) {
            throw new CommandException("*" + due + "* has passed already. Choose a later day. Nothing was changed.");
        }
        if (due.equals(today)) {
            throw new CommandException("*" + due + "* is today, and where it is late it is over. Choose a later day."
                    + " Nothing was changed.");
        }
        if (due.getYear() > today.getYear() + 20) {
            throw new CommandException(
                    "*" + due + "* is more than twenty years away. Is the year right? Nothing was changed.");
        }
        return due;
    }
}
