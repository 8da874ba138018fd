package dev.fieldcert.learner;

import java.time.Instant;

/**
 * A practice question that was missed and returns: giving the right answer once repairs an error only for some days.
 *
 * @param confident true when the learner was certain; those come back first
 * @param due within a week of the miss
 */
public record ReviewItem(String question, String objective, boolean confident, Instant due) {}
