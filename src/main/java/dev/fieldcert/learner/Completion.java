package dev.fieldcert.learner;

import java.time.Instant;

/**
 * What remains in the learner's document of a course whose badge is earned; the details are in the stored answers.
 *
 * @param award id of the badge award
 * @param score of the passed check, 0 to 1
 */
public record Completion(
        String course, String award, Instant enrolledAt, Instant completedAt, double score, String version) {}
