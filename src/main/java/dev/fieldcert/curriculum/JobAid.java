package dev.fieldcert.curriculum;

import dev.fieldcert.curriculum.question.Measure;
import dev.fieldcert.curriculum.question.VariableText;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document to use on the job: a checklist, a script, a template, or a calculator.
 *
 * @param use when it helps, in one line
 * @param inputs the numbers that a reader enters; empty for an aid that is only read
 * @param body CommonMark; if there are inputs, a {@link VariableText}
 */
public record JobAid(String id, String title, String use, List<Input> inputs, String body) {

    public JobAid {
        inputs = List.copyOf(inputs);
    }

    /** @param value the default; empty if there is none */
    public record Input(String name, String title, Measure as, Optional<BigDecimal> value) {}

    public boolean isCalculator() {
        return !inputs.isEmpty();
    }

    /**
     * Returns the body with the reader's numbers filled in.
     *
     * @param values one number for each input, by the input's name
     * @throws ArithmeticException if a formula in the body has no value for these numbers
     */
    public String filled(Map<String, BigDecimal> values) {
        Map<String, Measure> measures = new HashMap<>();
        inputs.forEach(input -> measures.put(input.name(), input.as()));
        return new VariableText(body).filled(values, measures);
    }
}
