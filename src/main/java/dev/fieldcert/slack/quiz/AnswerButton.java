package dev.fieldcert.slack.quiz;

import java.util.regex.Pattern;

/**
 * The value of a button on a question: the attempt, the question's position in it, and the choice.
 *
 * @param choice the id of an option; for a scenario, the ids of all choices so far, joined by dots, and preceded by
 *     {@code <} on the button that goes back; empty if the answer is in the message's inputs
 */
record AnswerButton(String attempt, int index, String choice) {

    static final String ACTION = "answer";

    /** Attempts started before 2026-11-27 have an id without the suffix. */
    private static final Pattern ATTEMPT = Pattern.compile("a\\d{1,9}(-[0-9a-z]{1,7})?");

    String toValue() {
        return attempt + "|" + index + "|" + choice;
    }

    /** @throws IllegalArgumentException if this is not such a value */
    static AnswerButton fromValue(String value) {
        String[] parts = value.split("\\|", -1);
        if (parts.length != 3 || !ATTEMPT.matcher(parts[0]).matches() || !parts[1].matches("\\d{1,4}")) {
            throw new IllegalArgumentException("Not an answer button's value");
        }
        return new AnswerButton(parts[0], Integer.parseInt(parts[1]), parts[2]);
    }

    static String action(int button) {
        return ACTION + ":" + button;
    }
}
