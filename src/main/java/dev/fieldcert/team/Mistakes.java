package dev.fieldcert.team;

import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.Confidence;
import dev.fieldcert.learner.LearnerEvent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A team's mistakes by objective. An objective for which fewer than {@value #SMALLEST_GROUP} people answered is not
 * shown, because its figures could identify people.
 */
public final class Mistakes {

    public static final int SMALLEST_GROUP = 5;

    private final Map<Key, Tally> tallies = new HashMap<>();

    private record Key(String course, String objective) {}

    private static final class Tally {
        private int answers;
        private int wrong;
        private int sure;
        private final Set<String> people = new HashSet<>();
    }

    /**
     * @param answers number of answers
     * @param wrong how many of the answers scored less than the full score
     * @param sure how many of the wrong answers were given as certain
     */
    public record Line(String courseTitle, Objective objective, int answers, int wrong, int sure) {}

    public void add(LearnerEvent.AnswerGiven answer) {
        Tally tally = tallies.computeIfAbsent(new Key(answer.course(), answer.objective()), key -> new Tally());
        tally.answers++;
        tally.people.add(answer.learner());
        if (answer.score() < 1) {
            tally.wrong++;
            tally.sure += answer.confidence() == Confidence.CERTAIN ? 1 : 0;
        }
    }

    /**
     * The objectives with mistakes: the most wrong answers given as certain first, then the largest share of wrong
     * answers. Only objectives that are still taught.
     */
    public List<Line> most(Program program, int lines) {
        return tallies.entrySet().stream()
                .filter(entry -> entry.getValue().people.size() >= SMALLEST_GROUP && entry.getValue().wrong > 0)
                .flatMap(entry -> program.course(entry.getKey().course()).stream()
                        .flatMap(course -> course.objective(entry.getKey().objective()).stream()
                                .map(objective -> line(course.title(), objective, entry.getValue()))))
                .sorted(Comparator.comparingInt(Line::sure)
                        .thenComparingDouble(line -> (double) line.wrong() / line.answers())
                        .reversed()
                        .thenComparing(line -> line.objective().id()))
                .limit(lines)
                .toList();
    }

    private static Line line(String courseTitle, Objective objective, Tally tally) {
        return new Line(courseTitle, objective, tally.answers, tally.wrong, tally.sure);
    }
}
