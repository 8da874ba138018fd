package dev.fieldcert.learner;

import java.time.Instant;

/**
 * A practice question that was missed and is asked again, because answering it correctly once repairs an error for
 * only a few days.
 *
 * @param confident whether the learner was certain of the wrong answer; these are asked first
 * @param due when to ask again, within a week of the miss
 */
public record ReviewItem(String question, String objective, boolean confident, Instant due) {}
