package dev.fieldcert.curriculum.lint;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.DecisionError;
import dev.fieldcert.curriculum.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The exact probabilities that each course's check certifies a learner, as a text table. The authors' documentation
 * explains how to read it.
 */
final class DecisionTable {

    private static final List<Double> RIGHTNESS = List.of(0.60, 0.70, 0.80, 0.90, 0.95);
    private static final double STRONG = 0.93;
    private static final double WEAK = 0.30;

    private DecisionTable() {}

    static String of(Program program) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "course", "rule", "objectives", "right", "1 attempt", "3 attempts", "questions", "at most", "pool"));
        program.courses().stream().filter(course -> !course.coming()).forEach(course -> rows.addAll(rows(course)));
        return LintStats.aligned(rows);
    }

    private static List<List<String>> rows(Course course) {
        List<List<String>> rows = new ArrayList<>();
        int objectives = course.objectives().size();
        DecisionError error = new DecisionError(course.check().rule());
        for (double rightness : RIGHTNESS) {
            boolean first = rows.isEmpty();
            rows.add(List.of(
                    first ? course.id() : "",
                    first ? course.check().rule().written() : "",
                    first ? String.valueOf(objectives) : "",
                    figure(rightness),
                    figure(error.passes(rightness, objectives, 1)),
                    figure(error.passes(rightness, objectives, 3)),
                    String.format(Locale.ROOT, "%.1f", objectives * error.questions(rightness)),
                    first ? String.valueOf(objectives * course.check().rule().longest()) : "",
                    first ? smallestPool(course) : ""));
        }
        rows.add(List.of(
                "",
                "",
                "",
                "one " + figure(WEAK) + ", rest " + figure(STRONG),
                figure(weakOne(error, objectives, 1)),
                figure(weakOne(error, objectives, 3)),
                String.format(Locale.ROOT, "%.1f", error.questions(WEAK) + (objectives - 1) * error.questions(STRONG)),
                "",
                ""));
        return rows;
    }

    private static double weakOne(DecisionError error, int objectives, int attempts) {
        return error.shown(WEAK, attempts) * error.passes(STRONG, objectives - 1, attempts);
    }

    private static String smallestPool(Course course) {
        return String.valueOf(course.objectives().stream()
                .mapToInt(objective -> objective.checkPool().size())
                .min()
                .orElse(0));
    }

    private static String figure(double share) {
        return String.format(Locale.ROOT, "%.2f", share);
    }
}
