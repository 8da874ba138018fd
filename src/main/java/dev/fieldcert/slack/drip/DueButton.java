package dev.fieldcert.slack.drip;

import dev.fieldcert.learner.enrollment.AnswerDueRequest;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * The value of a button about a due date at risk.
 *
 * @param choice the number of contacts per day, or the later date; empty to keep the due date
 * @param learner the learner whose due date it is, on the buttons of the person who is asked for a later date; empty
 *     otherwise
 */
record DueButton(String course, LocalDate due, String choice, String learner) {

    static final String RAISE = "due-budget";
    static final String LATER = "due-later";
    static final String KEEP = "due-keep";
    static final String AGREE = "due-agree";
    static final String STAY = "due-stay";

    String toValue() {
        return String.join("|", course, due.toString(), choice, learner);
    }

    /** @throws IllegalArgumentException for an unknown value */
    static DueButton fromValue(String value) {
        String[] parts = value.split("\\|", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("Not a due date button's value");
        }
        return new DueButton(parts[0], date(parts[1]), parts[2], parts[3]);
    }

    int contactsADay() {
        if (!choice.matches("[1-5]")) {
            throw new IllegalArgumentException("Not a number of contacts");
        }
        return Integer.parseInt(choice);
    }

    LocalDate later() {
        return date(choice);
    }

    AnswerDueRequest.ScheduleRequest request() {
        return new AnswerDueRequest.ScheduleRequest(learner, course, due, later());
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notOurs) {
            throw new IllegalArgumentException("Not a due date button's value", notOurs);
        }
    }
}
