package dev.fieldcert.learner;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.MasteryRule;
import dev.fieldcert.curriculum.Objective;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How an attempt ended.
 *
 * @param objective null when the attempt was about the whole course
 * @param opensAt when the next check opens after a failed one; null otherwise
 * @param attemptsLeft of the course's check
 * @param keptUp objectives that a renewal asked about once
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
        Calibration calibration,
        List<String> keptUp) {

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
        keptUp = keptUp == null ? List.of() : List.copyOf(keptUp);
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

    /** Whether this objective was shown by the one question that a renewal asks of what was kept up. */
    public boolean isShownAtOnce(String objective) {
        return keptUp.contains(objective)
                && items(objective).count() == 1
                && items(objective).allMatch(Attempt.Item::isRight);
    }

    /** What its answers decide of an objective, by the course's rule; open for an objective it is not about. */
    public MasteryRule.Verdict verdict(Objective objective, Course course) {
        MasteryRule rule = course.rule(objective);
        return (keptUp.contains(objective.id()) ? rule.whenKeptUp() : rule)
                .after((int) items(objective.id()).filter(Attempt.Item::isRight).count(), (int)
                        items(objective.id()).filter(Attempt.Item::isAnswered).count());
    }

    /** The same run with its answers marked anew. */
    public AttemptResult regraded(List<Attempt.Item> marked, Course course) {
        AttemptResult anew = with(marked, objectives);
        List<ObjectiveScore> scores = objectives.stream()
                .map(score -> course.objective(score.objective())
                        .map(objective -> new ObjectiveScore(
                                objective.id(),
                                mean(anew.items(objective.id())),
                                anew.verdict(objective, course) == MasteryRule.Verdict.SHOWN))
                        .orElse(score))
                .toList();
        return with(marked, scores);
    }

    private AttemptResult with(List<Attempt.Item> marked, List<ObjectiveScore> scores) {
        return new AttemptResult(
                attempt,
                kind,
                course,
                objective,
                version,
                mean(marked.stream()),
                scores.stream().allMatch(ObjectiveScore::passed),
                scores,
                marked,
                opensAt,
                attemptsLeft,
                calibration,
                keptUp);
    }

    private static double mean(Stream<Attempt.Item> items) {
        return items.mapToDouble(item -> item.isAnswered() ? item.score() : 0)
                .average()
                .orElse(0);
    }
}
