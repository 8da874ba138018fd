package dev.fieldcert.curriculum.lint;

import dev.fieldcert.curriculum.Angoff;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.files.Shape;
import dev.fieldcert.curriculum.question.Option;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.SingleChoice;
import dev.fieldcert.curriculum.question.TrueFalse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statistics of a program as text tables: pool sizes, kinds of questions, positions of the right answers, what the
 * mastery rules decide, Angoff estimates, and how well the right answers can be guessed.
 */
public final class LintStats {

    private static final List<String> HEADER = Stream.of(
                    Stream.of("objective", "cards", "practice", "check"),
                    Shape.KINDS.stream().map(Shape::title),
                    Stream.of("right at", "true/false"))
            .flatMap(Function.identity())
            .toList();

    private LintStats() {}

    public static String table(Program program) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        List<Question> all = new ArrayList<>();
        for (Course course : program.courses()) {
            for (Objective objective : course.objectives()) {
                List<Question> questions = Stream.concat(objective.practice().stream(), objective.checkPool().stream())
                        .toList();
                all.addAll(questions);
                rows.add(row(
                        course.id() + "/" + objective.id(),
                        objective.lesson().cards().size(),
                        objective.practice().size(),
                        objective.checkPool().size(),
                        questions));
            }
        }
        List<Objective> objectives = program.courses().stream()
                .flatMap(course -> course.objectives().stream())
                .toList();
        rows.add(row(
                objectives.size() + " objectives",
                objectives.stream()
                        .mapToInt(each -> each.lesson().cards().size())
                        .sum(),
                objectives.stream().mapToInt(each -> each.practice().size()).sum(),
                objectives.stream().mapToInt(each -> each.checkPool().size()).sum(),
                all));
        return aligned(rows) + "\n" + DecisionTable.of(program) + "\n" + angoff(program) + Guesser.guess(program)
                + "\n";
    }

    /** The experts' estimates next to the rule; empty if there are no estimates. */
    private static String angoff(Program program) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Angoff", "questions", "expected", "implied", "rule", "lets through"));
        for (Course course : program.courses()) {
            for (Objective objective : course.objectives()) {
                Angoff.of(objective, course.rule(objective))
                        .ifPresent(is -> rows.add(List.of(
                                course.id() + "/" + objective.id(),
                                is.rated() + " of " + is.of(),
                                String.format(Locale.ROOT, "%.2f", is.expected()),
                                is.implied().right() + " of " + is.implied().of(),
                                course.rule(objective).written(),
                                String.format(Locale.ROOT, "%.2f", is.shown()))));
            }
        }
        return rows.size() == 1 ? "" : aligned(rows) + "\n";
    }

    private static List<String> row(String name, int cards, int practice, int check, List<Question> questions) {
        Map<String, Long> kinds = questions.stream()
                .collect(Collectors.groupingBy(question -> question.match(new KindName()), Collectors.counting()));
        List<String> row =
                new ArrayList<>(List.of(name, String.valueOf(cards), String.valueOf(practice), String.valueOf(check)));
        Shape.KINDS.forEach(kind -> row.add(kinds.containsKey(kind.title()) ? "" + kinds.get(kind.title()) : "·"));
        row.add(positions(questions));
        row.add(truths(questions));
        return row;
    }

    /** Counts the positions of the right options of single-choice questions: "a 2, b 3, c 1". */
    private static String positions(List<Question> questions) {
        Map<String, Long> counts = questions.stream()
                .filter(SingleChoice.class::isInstance)
                .flatMap(question -> ((SingleChoice) question).options().stream())
                .filter(Option::right)
                .collect(Collectors.groupingBy(Option::id, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String truths(List<Question> questions) {
        List<Boolean> truths = questions.stream()
                .filter(TrueFalse.class::isInstance)
                .map(question -> ((TrueFalse) question).right())
                .toList();
        long right = truths.stream().filter(truth -> truth).count();
        return truths.isEmpty() ? "" : right + "/" + (truths.size() - right);
    }

    static String aligned(List<List<String>> rows) {
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream()
                        .mapToInt(each -> each.get(at).length())
                        .max()
                        .orElse(0);
                line.append(row.get(column))
                        .append(" ".repeat(width - row.get(column).length() + 2));
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }
}
