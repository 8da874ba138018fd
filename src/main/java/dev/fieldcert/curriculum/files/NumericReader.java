package dev.fieldcert.curriculum.files;

import dev.fieldcert.curriculum.question.Formula;
import dev.fieldcert.curriculum.question.Measure;
import dev.fieldcert.curriculum.question.Numeric;
import dev.fieldcert.curriculum.question.Stimulus;
import dev.fieldcert.curriculum.question.Variable;
import dev.fieldcert.curriculum.question.VariableText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a question with variables and formulas, and checks that every name in it is a variable. */
final class NumericReader {

    private static final List<String> MEASURES = List.of("money", "percent", "number", "ratio");

    private final Fields fields;
    private final Set<String> names = new HashSet<>();

    NumericReader(Fields fields) {
        this.fields = fields;
    }

    /** Returns the question; empty if its answer's formula cannot be parsed. */
    Optional<Numeric> read(String id, String ask, Optional<Stimulus> stimulus, String explain) {
        List<Variable> variables = variables();
        List<Formula> where = new ArrayList<>();
        fields.texts("where", Limits.FORMULA).forEach(text -> formula(text).ifPresent(where::add));
        Optional<Formula> answer = formula(fields, "answer");
        List<Numeric.Mistake> mistakes = new ArrayList<>();
        Set<String> shown = new HashSet<>(names);
        shown.add(Numeric.ANSWER);
        for (Fields entry : fields.maps("mistakes")) {
            entry.as(Shape.MISTAKE);
            String why = filledText(entry, "why", entry.text("why", Limits.WHY), shown);
            formula(entry, "answer").ifPresent(formula -> mistakes.add(new Numeric.Mistake(formula, why)));
        }
        filledText(fields, "ask", ask, names);
        filledText(fields, "explain", explain, shown);
        stimulus.ifPresent(this::checkCells);
        String solution = filledText(fields, "solution", fields.text("solution", Limits.EXPLAIN), shown);
        BigDecimal round = fields.number("round", BigDecimal.ZERO);
        if (round.signum() < 0 || fields.has("round") && round.signum() == 0) {
            fields.error("round", "“round” is above zero.", "Write what may be rounded to, like 1000.");
        }
        Measure as = measure(fields);
        Numeric.Tolerance tolerance = tolerance();
        return answer.map(formula -> new Numeric(
                id, ask, stimulus, variables, where, formula, as, round, tolerance, mistakes, solution, explain));
    }

    private List<Variable> variables() {
        List<Variable> variables = new ArrayList<>();
        Set<String> lower = new HashSet<>();
        Fields map = fields.map("variables").orElse(null);
        if (map == null) {
            return variables;
        }
        for (String name : map.keys()) {
            Fields entry = map.map(name).orElseThrow().as(Shape.VARIABLE);
            boolean taken = name.equals(Numeric.ANSWER)
                    || Formula.FUNCTIONS.contains(name.toUpperCase(Locale.ROOT))
                    || !lower.add(name.toLowerCase(Locale.ROOT));
            if (!name.matches("[A-Za-z][A-Za-z0-9_]*") || taken) {
                map.error(
                        name,
                        "“" + name + "” cannot name a variable" + (taken ? ": it is taken." : "."),
                        "Use letters, digits and _, and a name that means nothing else.");
            }
            names.add(name);
            BigDecimal from = entry.number("from", BigDecimal.ZERO);
            BigDecimal to = entry.number("to", from);
            BigDecimal step = entry.number("step", BigDecimal.ONE);
            try {
                variables.add(new Variable(name, from, to, step, measure(entry)));
            } catch (IllegalArgumentException e) {
                map.error(name, "The range cannot be drawn from: " + e.getMessage() + ".", "Change from, to or step.");
            }
        }
        if (variables.isEmpty() && map.keys().isEmpty()) {
            fields.error(
                    "variables",
                    "There are no variables to draw.",
                    "Add one, like quota: {from: 300000, to: 900000," + " step: 10000, as: money}.");
        }
        return variables;
    }

    private static Measure measure(Fields entry) {
        return Measure.valueOf(entry.word("as", "number", MEASURES).toUpperCase(Locale.ROOT));
    }

    private Numeric.Tolerance tolerance() {
        BigDecimal size = fields.number("tolerance", BigDecimal.ZERO);
        if (size.signum() < 0) {
            fields.error("tolerance", "A tolerance is not below zero.", "Write 0.5% or an amount.");
        }
        return new Numeric.Tolerance(size, fields.text("tolerance").endsWith("%"));
    }

    private Optional<Formula> formula(Fields entry, String key) {
        return entry.has(key) ? formula(new Text(entry.text(key, Limits.FORMULA), entry.place(key))) : Optional.empty();
    }

    private Optional<Formula> formula(Text text) {
        if (text.value().isEmpty()) {
            return Optional.empty();
        }
        try {
            Formula formula = new Formula(text.value());
            for (String name : formula.names()) {
                if (!names.contains(name)) {
                    fields.problems()
                            .error(
                                    text.place(),
                                    "“" + name + "” is not one of the variables.",
                                    DidYouMean.among(names, name).orElse("Add it under “variables”."));
                }
            }
            return Optional.of(formula);
        } catch (IllegalArgumentException e) {
            fields.problems()
                    .error(
                            text.place(),
                            "“" + text.value() + "” is not a formula: " + e.getMessage() + ".",
                            "Use variables, numbers, + - * / ^ ( ), comparisons, and "
                                    + String.join(
                                            " ",
                                            Formula.FUNCTIONS.stream().sorted().toList()) + ".");
            return Optional.empty();
        }
    }

    private String filledText(Fields entry, String key, String text, Set<String> known) {
        for (String problem : new VariableText(text).problems(known)) {
            entry.error(
                    key,
                    "In “" + key + "”: " + problem + ".",
                    "Use the names under “variables”" + (known.contains(Numeric.ANSWER) ? " and {answer}." : "."));
        }
        return text;
    }

    private void checkCells(Stimulus stimulus) {
        if (stimulus instanceof Stimulus.Table table) {
            table.rows().forEach(row -> row.forEach(cell -> filledText(fields, "table", cell, names)));
            filledText(fields, "table", table.alternative(), names);
        }
    }
}
