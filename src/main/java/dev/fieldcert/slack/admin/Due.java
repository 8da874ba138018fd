package dev.fieldcert.slack.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** A due date as an admin writes it. */
public final class Due {

    private Due() {}

    /** @throws NotUnderstood when it is no date, or has passed */
    public static LocalDate read(String words, Instant now) {
        LocalDate due;
        try {
            due = LocalDate.parse(words.strip());
        } catch (DateTimeParseException noDate) {
            throw new NotUnderstood("I don't read " + Sentences.quoted(words)
                    + " as a date. Write it as year-month-day, like `2027-03-31`. Nothing was changed.");
        }
        if (due.isBefore(now.atZone(ZoneOffset.UTC).toLocalDate())) {
            throw new NotUnderstood("*" + due + "* has passed already. Choose a day to come. Nothing was changed.");
        }
        if (due.getYear() > now.atZone(ZoneOffset.UTC).getYear() + 20) {
            throw new NotUnderstood(
                    "*" + due + "* is more than twenty years away. Is the year right? Nothing was changed.");
        }
        return due;
    }
}
