package dev.fieldcert.learner;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How an attempt ended.
 *
 * @param objective null when the attempt was about the whole course
 * @param opensAt when the next check opens after a failed one; null otherwise
 * @param attemptsLeft of the course's check
 */
public record AttemptResult(
        String attempt,
        Attempt.Kind kind,
        String course,
        String objective,
        String version,
        double score,
        boolean passed,
        List<ObjectiveScore> objectives,
        List<Attempt.Item> items,
        Instant opensAt,
        int attemptsLeft,
        Calibration calibration) {

    /**
     * One objective's share of the result.
     *
     * @param score mean score of its answers, 0 to 1
     * @param passed whether it has been shown, by the course's rule; an answer counts as right with the full score
     */
    public record ObjectiveScore(String objective, double score, boolean passed) {}

    public AttemptResult {
        objectives = List.copyOf(objectives);
        items = List.copyOf(items);
    }

    /** What was asked about one objective. */
    public Stream<Attempt.Item> items(String objective) {
        return items.stream().filter(item -> item.objective().equals(objective));
    }

    /** Objectives that were not shown. */
    public List<String> toRepeat() {
        return objectives.stream()
                .filter(objective -> !objective.passed())
                .map(ObjectiveScore::objective)
                .toList();
    }
}
