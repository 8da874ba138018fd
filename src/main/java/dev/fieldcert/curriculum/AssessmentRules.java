package dev.fieldcert.curriculum;

import java.time.Duration;

/**
 * How a course is certified.
 *
 * @param rule decides whether an objective is demonstrated, in the check, in a renewal, and when testing out
 * @param attempts how often the check may be taken
 * @param coolDown the wait after a failed check before the next attempt
 * @param testOutAttempts how often a learner may try to test out of each objective, apart from {@code attempts}
 */
public record AssessmentRules(MasteryRule rule, int attempts, Duration coolDown, int testOutAttempts) {

    public static final AssessmentRules DEFAULT = new AssessmentRules(MasteryRule.DEFAULT, 3, Duration.ofHours(24), 1);
}
