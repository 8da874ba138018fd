package dev.fieldcert.learner;

import java.time.Instant;

/**
 * What the learner's document keeps about a course whose badge was earned; the details are in the stored answers.
 *
 * @param award id of the badge award
 * @param score share of right answers among those that showed the objectives, 0 to 1
 */
public record Completion(
        String course, String award, Instant enrolledAt, Instant completedAt, double score, String version) {}
