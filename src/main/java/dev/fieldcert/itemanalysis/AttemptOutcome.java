package dev.fieldcert.itemanalysis;

import java.util.List;

/**
 * The outcome of one certifying attempt, without the person's id.
 *
 * @param key derived from the attempt's id; does not identify the person
 * @param second time of the last answer, in seconds since 1970
 * @param seconds from the start to the last answer; −1 if unknown
 * @param parts one for each objective, in the order asked
 */
public record AttemptOutcome(long key, long second, int seconds, List<Part> parts) {

    /** Every objective gets at least this many answers, unless its pass rule can decide after one. */
    public static final int OPENING = 2;

    /**
     * The answers about one objective.
     *
     * @param score mean score
     * @param right number of answers with the full score
     * @param openingRight how many of the first {@value #OPENING} answers had the full score; −1 if there were fewer
     *     answers
     */
    public record Part(String objective, int asked, int right, double score, int openingRight) {}

    public AttemptOutcome {
        parts = List.copyOf(parts);
    }

    public int asked() {
        return parts.stream().mapToInt(Part::asked).sum();
    }

    /** The mean score of all answers. */
    public double score() {
        return parts.stream().mapToDouble(part -> part.score() * part.asked()).sum() / asked();
    }
}
