package dev.fieldcert.curriculum.question;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A number to compute from variables that the seed draws.
 *
 * <p>An answer is right if it differs from the exact one by no more than the largest of the tolerance, half of the
 * allowed rounding, and half of the smallest displayed step.
 *
 * @param where constraints that every draw satisfies
 * @param round the step that the learner may round to; zero for none
 * @param mistakes typical wrong answers; in no draw does one of them count as right
 * @param solution the worked solution, with variables in braces and {@code {answer}}
 */
public record Numeric(
        String id,
        String ask,
        Optional<Stimulus> stimulus,
        List<Variable> variables,
        List<Formula> where,
        Formula answer,
        Measure as,
        BigDecimal round,
        Tolerance tolerance,
        List<Mistake> mistakes,
        String solution,
        String explanation)
        implements Question {

    /** The name of the answer in texts: {@code {answer}}. */
    public static final String ANSWER = "answer";

    private static final int MOST_TRIES = 1000;

    public Numeric {
        variables = List.copyOf(variables);
        where = List.copyOf(where);
        mistakes = List.copyOf(mistakes);
    }

    /** A typical wrong answer, and why it is wrong; the text may show variables. */
    public record Mistake(Formula answer, String why) {}

    /** The tolerance: a share of the answer, or an absolute amount. */
    public record Tolerance(BigDecimal size, boolean relative) {

        public static final Tolerance NONE = new Tolerance(BigDecimal.ZERO, false);

        BigDecimal around(BigDecimal answer) {
            return relative ? answer.abs().multiply(size) : size;
        }
    }

    /**
     * This seed's variables by name, in file order. Each is within its range, and together they satisfy the
     * constraints.
     */
    public Map<String, BigDecimal> variables(long seed) {
        return draw(seed)
                .orElseThrow(() -> new IllegalStateException(
                        "Question " + id + " found no variables for seed " + seed + " in " + MOST_TRIES + " tries"));
    }

    /**
     * Like {@link #variables(long)}, but empty if none of a thousand draws satisfies the constraints, can be computed,
     * and keeps every mistake wrong. The linter checks many seeds for this.
     */
    public Optional<Map<String, BigDecimal>> draw(long seed) {
        Random random = random(seed);
        for (int i = 0; i < MOST_TRIES; i++) {
            Map<String, BigDecimal> candidate = candidate(random);
            if (isPosable(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /**
     * This seed's first draw that satisfies the constraints, even if the formulas cannot be computed; for the linter.
     * Empty if a thousand draws have none.
     *
     * @throws ArithmeticException if a constraint cannot be computed
     */
    public Optional<Map<String, BigDecimal>> allowedDraw(long seed) {
        Random random = random(seed);
        for (int i = 0; i < MOST_TRIES; i++) {
            Map<String, BigDecimal> candidate = candidate(random);
            if (where.stream().allMatch(condition -> condition.holds(candidate))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** The right answer for this seed, not rounded. */
    public BigDecimal answer(long seed) {
        return answer.value(variables(seed));
    }

    /** Whether a number is a right answer for these variables. */
    public boolean accepts(BigDecimal given, Map<String, BigDecimal> variables) {
        return isNear(given, answer.value(variables));
    }

    /** Whether a number is close enough to this right answer. */
    public boolean isNear(BigDecimal given, BigDecimal right) {
        return given.subtract(right).abs().compareTo(slack(right)) <= 0;
    }

    /** How far a number may be from this right answer and still be right. */
    public BigDecimal slack(BigDecimal right) {
        BigDecimal half = new BigDecimal("0.5");
        return tolerance.around(right).max(round.multiply(half)).max(as.step().multiply(half));
    }

    private boolean isPosable(Map<String, BigDecimal> candidate) {
        try {
            if (!where.stream().allMatch(condition -> condition.holds(candidate))) {
                return false;
            }
            BigDecimal right = answer.value(candidate);
            return mistakes.stream()
                    .noneMatch(mistake -> isNear(mistake.answer().value(candidate), right));
        } catch (ArithmeticException e) {
            return false;
        }
    }

    /** Spreads neighboring seeds, because {@link Random} gives them similar first draws. */
    private static Random random(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    private Map<String, BigDecimal> candidate(Random random) {
        Map<String, BigDecimal> drawn = new LinkedHashMap<>();
        variables.forEach(variable -> drawn.put(variable.name(), variable.draw(random)));
        return drawn;
    }

    /** Replaces the variables and the answer in one of this question's texts. */
    private String filled(String text, Map<String, BigDecimal> drawn) {
        Map<String, BigDecimal> values = new HashMap<>(drawn);
        Map<String, Measure> measures = new HashMap<>();
        variables.forEach(variable -> measures.put(variable.name(), variable.as()));
        values.put(ANSWER, answer.value(drawn));
        measures.put(ANSWER, as);
        return new VariableText(text).filled(values, measures);
    }

    @Override
    public String prompt(long seed) {
        return filled(ask, variables(seed));
    }

    @Override
    public Optional<Stimulus> stimulus(long seed) {
        return stimulus.map(shown -> shown instanceof Stimulus.Table table ? filled(table, variables(seed)) : shown);
    }

    private Stimulus filled(Stimulus.Table table, Map<String, BigDecimal> drawn) {
        List<List<String>> rows = table.rows().stream()
                .map(row -> row.stream().map(cell -> filled(cell, drawn)).toList())
                .toList();
        return new Stimulus.Table(rows, filled(table.alternative(), drawn));
    }

    @Override
    public Optional<String> problemWith(Answer answer, long seed) {
        return TypedNumber.read(written(answer), as).problem();
    }

    @Override
    public GradingResult grade(Answer given, long seed) {
        TypedNumber typed = TypedNumber.read(written(given), as);
        if (typed.problem().isPresent()) {
            throw new IllegalArgumentException("Question " + id + " cannot mark this text");
        }
        Map<String, BigDecimal> variables = variables(seed);
        BigDecimal number = typed.value();
        BigDecimal answered = answer.value(variables);
        boolean right = isNear(number, answered);
        List<String> remarks = right
                ? List.of()
                : mistakes.stream()
                        .filter(mistake -> isNear(number, mistake.answer().value(variables)))
                        .map(mistake -> filled(mistake.why(), variables))
                        .limit(1)
                        .toList();
        String correct = as.shown(answered);
        String worked = solution.isBlank() ? "" : "With your numbers: " + filled(solution, variables) + "\n\n";
        return new GradingResult(
                right ? 1 : 0, as.shown(number), correct, remarks, worked + filled(explanation, variables));
    }

    private String written(Answer answer) {
        if (answer instanceof Answer.Written written) {
            return written.text();
        }
        throw new IllegalArgumentException("Question " + id + " is answered in writing");
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.numeric(this);
    }
}
