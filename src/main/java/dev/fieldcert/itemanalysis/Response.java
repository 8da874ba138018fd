package dev.fieldcert.itemanalysis;

import dev.fieldcert.learner.Confidence;

/**
 * One answer to one item, without who gave it.
 *
 * @param key of the attempt and the place in it; leads to nobody
 * @param second when, in seconds since 1970
 * @param score 0 to 1
 * @param rest mean score of the other answers of the attempt, so without this one; 0 when there are none
 * @param others how many answers that rest is the mean of
 * @param seconds from when the question could be seen to the answer; −1 when unknown
 * @param confidence null when not asked
 * @param chosen options, a bit each as in {@link #bit}; 0 for what is not answered by choosing
 * @param first whether the person had not answered the item in this mode before
 */
public record Response(
        long key,
        long second,
        double score,
        double rest,
        int others,
        int seconds,
        Confidence confidence,
        int chosen,
        boolean first) {

    /** As many options as fit. */
    public static final int MOST_OPTIONS = 32;

    public boolean isRight() {
        return score >= 1;
    }

    public boolean chose(int option) {
        return (chosen & 1 << option) != 0;
    }

    /** The place of an option by its id: "a", "b" …, or "true" and "false"; −1 for any other. */
    public static int place(String option) {
        if (option.equals("true")) {
            return 0;
        }
        if (option.equals("false")) {
            return 1;
        }
        int place = option.length() == 1 ? option.charAt(0) - 'a' : -1;
        return place >= 0 && place < 26 ? place : -1;
    }

    /** The option's bit in {@link #chosen}; 0 for what has no place. */
    public static int bit(String option) {
        int place = place(option);
        return place < 0 ? 0 : 1 << place;
    }
}
