package dev.fieldcert.itemanalysis;

import java.util.List;

/**
 * One certifying run of questions, without who took it.
 *
 * @param key of the attempt; leads to nobody
 * @param second when it was last answered, in seconds since 1970
 * @param seconds from its beginning to the last answer; −1 when unknown
 * @param parts one an objective, in the order asked
 */
public record AttemptOutcome(long key, long second, int seconds, List<Part> parts) {

    /** Whatever the answers, an objective is asked about so often: by then nothing is decided, under any rule but “1 of 1”. */
    public static final int OPENING = 2;

    /**
     * @param score mean score
     * @param right answers with the full score
     * @param openingRight how many of the first {@value #OPENING} answers had it; −1 when there were fewer
     */
    public record Part(String objective, int asked, int right, double score, int openingRight) {}

    public AttemptOutcome {
        parts = List.copyOf(parts);
    }

    public int asked() {
        return parts.stream().mapToInt(Part::asked).sum();
    }

    /** Mean score of its answers. */
    public double score() {
        return parts.stream().mapToDouble(part -> part.score() * part.asked()).sum() / asked();
    }
}
