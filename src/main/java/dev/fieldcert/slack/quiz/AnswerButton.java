package dev.fieldcert.slack.quiz;

import java.util.regex.Pattern;

/**
 * What a button of a question carries: what the learner was looking at, and what they chose.
 *
 * @param choice an option's id; for a scenario the whole way up to here, joined by dots; empty where the answer stands in
 *     the message's inputs
 */
record AnswerButton(String attempt, int index, String choice) {

    static final String ACTION = "answer";

    /** Runs of before 2026-11-27 have a number only. */
    private static final Pattern ATTEMPT = Pattern.compile("a\\d{1,9}(-[0-9a-z]{1,7})?");

    String toValue() {
        return attempt + "|" + index + "|" + choice;
    }

    /** @throws IllegalArgumentException when it is no value of ours */
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
