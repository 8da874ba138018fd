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
 * @param objective the only objective it covered; null for the whole course
 * @param opensAt when the next check opens, after a failed one; null otherwise
 * @param attemptsLeft number of attempts left at the course's check
 * @param keptUp objectives for which a renewal asked only one question
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
     * The result for one objective.
     *
     * @param score the average score of its answers, 0 to 1
     * @param passed whether it was shown, by the course's rule; only an answer with the full score counts as correct
     */
    public record ObjectiveScore(String objective, double score, boolean passed) {}

    public AttemptResult {
        objectives = List.copyOf(objectives);
        items = List.copyOf(items);
        keptUp = keptUp == null ? List.of() : List.copyOf(keptUp);
    }

    /** The questions about one objective. */
    public Stream<Attempt.Item> items(String objective) {
        return items.stream().filter(item -> item.objective().equals(objective));
    }

    /** The objectives that were not shown. */
    public List<String> toRepeat() {
        return objectives.stream()
                .filter(objective -> !objective.passed())
                .map(ObjectiveScore::objective)
                .toList();
    }

    /**
     * Whether this objective was shown by the single question that a renewal asks about an objective that was kept up.
     */
    public boolean isShownAtOnce(String objective) {
        return keptUp.contains(objective)
                && items(objective).count() == 1
                && items(objective).allMatch(Attempt.Item::isRight);
    }

    /** What the answers decide about an objective, by the course's rule; open if the attempt was not about it. */
    public MasteryRule.Verdict verdict(Objective objective, Course course) {
        MasteryRule rule = course.rule(objective);
        return (keptUp.contains(objective.id()) ? rule.whenKeptUp() : rule)
                .after((int) items(objective.id()).filter(Attempt.Item::isRight).count(), (int)
                        items(objective.id()).filter(Attempt.Item::isAnswered).count());
    }

    /** Returns the result with these regraded answers. */
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
