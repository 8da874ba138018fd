package dev.fieldcert.itemanalysis;

import dev.fieldcert.learner.Confidence;

/**
 * One answer to one item, without the person's id.
 *
 * @param key derived from the attempt and the position in it; does not identify the person
 * @param second time of the answer, in seconds since 1970
 * @param score 0 to 1
 * @param rest mean score of the other answers in the attempt, without this one; 0 if there are none
 * @param others how many answers {@code rest} is the mean of
 * @param seconds from the time the question was shown to the answer; −1 if unknown
 * @param confidence null if not asked
 * @param chosen the chosen options, one bit each as in {@link #bit}; 0 if the item is not answered by choosing
 * @param first whether this is the person's first answer to the item in this mode
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

    /** The number of options for which {@link #chosen} has bits. */
    public static final int MOST_OPTIONS = 32;

    public boolean isRight() {
        return score >= 1;
    }

    public boolean chose(int option) {
        return (chosen & 1 << option) != 0;
    }

    /** The 0-based place of an option by its id: "a", "b" …, or "true" and "false"; −1 for any other id. */
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

    /** The option's bit in {@link #chosen}; 0 if the id has no place. */
    public static int bit(String option) {
        int place = place(option);
        return place < 0 ? 0 : 1 << place;
    }
}
