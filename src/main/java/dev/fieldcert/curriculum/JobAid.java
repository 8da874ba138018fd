package dev.fieldcert.curriculum;

import dev.fieldcert.curriculum.question.Measure;
import dev.fieldcert.curriculum.question.VariableText;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something to take along to the work itself: a checklist, a script, a skeleton, a calculation.
 *
 * @param use when it helps, in one line
 * @param inputs the numbers a reader puts in; empty for an aid that is only read
 * @param body CommonMark; with inputs a {@link VariableText}
 */
public record JobAid(String id, String title, String use, List<Input> inputs, String body) {

    public JobAid {
        inputs = List.copyOf(inputs);
    }

    /** @param value what stands there unless the reader says otherwise */
    public record Input(String name, String title, Measure as, Optional<BigDecimal> value) {}

    public boolean isCalculator() {
        return !inputs.isEmpty();
    }

    /**
     * The body with the reader's numbers in it.
     *
     * @param values one for each input
     * @throws ArithmeticException when these numbers give no result
     */
    public String filled(Map<String, BigDecimal> values) {
        Map<String, Measure> measures = new HashMap<>();
        inputs.forEach(input -> measures.put(input.name(), input.as()));
        return new VariableText(body).filled(values, measures);
    }
}
