package dev.fieldcert.curriculum;

import java.time.Duration;

/**
 * How a course is certified.
 *
 * @param questionsPerObjective drawn from each objective's check pool
 * @param passScore share of the points, 0 to 1
 * @param attempts how often the check may be taken
 * @param coolDown how long after a failed check the next attempt opens
 * @param testOutAttempts how often each objective may be tested out; counted apart from {@code attempts}
 */
public record AssessmentRules(
        int questionsPerObjective, double passScore, int attempts, Duration coolDown, int testOutAttempts) {

    public static final AssessmentRules DEFAULT = new AssessmentRules(3, 0.8, 3, Duration.ofHours(24), 1);
}
