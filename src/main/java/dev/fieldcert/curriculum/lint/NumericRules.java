package dev.fieldcert.curriculum.lint;

import dev.fieldcert.curriculum.files.Problem;
import dev.fieldcert.curriculum.files.SourceLocation;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.Formula;
import dev.fieldcert.curriculum.question.Numeric;
import dev.fieldcert.curriculum.question.Variable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks a numeric question with a thousand seeds. */
final class NumericRules {

    private static final int SEEDS = 1000;
    /** One seed in this many is also used to pose and grade the question, which takes ten times as long. */
    private static final int POSED = 10;

    private static final int FEWEST_ANSWERS = 50;

    private final SourceLocation place;
    private final List<Problem> problems;

    NumericRules(SourceLocation place, List<Problem> problems) {
        this.place = place;
        this.problems = problems;
    }

    void check(Numeric question) {
        unusedVariables(question);
        Map<Numeric.Mistake, Integer> same = new HashMap<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            if (!isSound(question, seed, same)) {
                return;
            }
        }
        if (!question.variables().isEmpty()) {
            differentAnswers(question);
        }
        same.forEach((mistake, times) -> {
            if (times > SEEDS / 2) {
                problems.add(Problem.warning(
                        place,
                        "The mistake “" + mistake.answer() + "” is right for " + times + " of " + SEEDS
                                + " draws, which are then thrown away.",
                        "Add a “where” that keeps the two apart, or lower the tolerance."));
            }
        });
    }

    /** Warns if the variables give few different answers, because learners could then get a colleague's question. */
    private void differentAnswers(Numeric question) {
        Set<String> answers = new HashSet<>();
        for (long seed = 0; seed < SEEDS && answers.size() < FEWEST_ANSWERS; seed++) {
            answers.add(question.as().shown(question.answer(seed)));
        }
        if (answers.size() < FEWEST_ANSWERS) {
            problems.add(Problem.warning(
                    place,
                    "The variables give only " + answers.size() + " different answers.",
                    "Widen the ranges, or make the steps smaller, until there are " + FEWEST_ANSWERS + "."));
        }
    }

    /** Returns false after reporting an error. One seed is enough to show it, so the check then stops. */
    private boolean isSound(Numeric question, long seed, Map<Numeric.Mistake, Integer> same) {
        try {
            Optional<Map<String, BigDecimal>> allowed = question.allowedDraw(seed);
            if (allowed.isEmpty()) {
                error(
                        "No variables were found that fulfill every “where”.",
                        "Widen the ranges, or take a condition away.");
                return false;
            }
            Optional<BigDecimal> answer = value(question.answer(), allowed.get());
            if (answer.isEmpty()) {
                return false;
            }
            for (Numeric.Mistake mistake : question.mistakes()) {
                Optional<BigDecimal> mistaken = value(mistake.answer(), allowed.get());
                if (mistaken.isEmpty()) {
                    return false;
                }
                if (question.isNear(mistaken.get(), answer.get())) {
                    same.merge(mistake, 1, Integer::sum);
                }
            }
            return seed % POSED != 0 || poses(question, seed, same);
        } catch (ArithmeticException e) {
            error(
                    "A condition cannot be computed: " + e.getMessage() + ".",
                    "Write a comparison, like closed < quota.");
            return false;
        }
    }

    private boolean poses(Numeric question, long seed, Map<Numeric.Mistake, Integer> same) {
        if (question.draw(seed).isEmpty()) {
            List<String> right = same.keySet().stream()
                    .map(mistake -> "“" + mistake.answer() + "”")
                    .sorted()
                    .toList();
            error(
                    "No variables were found for which every mistake is wrong; see " + String.join(", ", right) + ".",
                    "Change its formula, lower the tolerance, or remove it.");
            return false;
        }
        try {
            question.prompt(seed);
            question.stimulus(seed);
            String right = question.as().shown(question.answer(seed));
            Answer answer = new Answer.Written(right);
            if (question.problemWith(answer, seed).isPresent()
                    || !question.grade(answer, seed).isRight()) {
                error(
                        "The answer as the bot shows it, " + right + ", would not be scored as right.",
                        "Choose another “as”, or a larger tolerance.");
                return false;
            }
            return true;
        } catch (ArithmeticException | IllegalArgumentException e) {
            error("A text cannot be filled with variables: " + e.getMessage() + ".", "Correct the formula in it.");
            return false;
        }
    }

    private Optional<BigDecimal> value(Formula formula, Map<String, BigDecimal> variables) {
        try {
            return Optional.of(formula.value(variables));
        } catch (ArithmeticException e) {
            error(
                    "“" + formula + "” cannot be computed for " + variables + ": " + e.getMessage() + ".",
                    "Keep such variables out with a “where”, or change the ranges.");
            return Optional.empty();
        }
    }

    private void unusedVariables(Numeric question) {
        Set<String> used = new HashSet<>(question.answer().names());
        question.where().forEach(condition -> used.addAll(condition.names()));
        for (Variable variable : question.variables()) {
            boolean shown = (question.ask() + question.stimulus())
                    .matches("(?s).*\\{[^{}]*\\b" + variable.name() + "\\b[^{}]*}.*");
            if (!used.contains(variable.name()) && !shown) {
                problems.add(Problem.warning(
                        place,
                        "The figure “" + variable.name() + "” is drawn and never used.",
                        "Use it, or remove it."));
            }
        }
    }

    private void error(String message, String mend) {
        problems.add(Problem.error(place, message, mend));
    }
}
