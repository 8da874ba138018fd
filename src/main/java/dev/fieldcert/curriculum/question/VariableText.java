package dev.fieldcert.curriculum.question;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with placeholders: {@code {quota}} shows a variable, {@code {= quota / 4 as money}} a computed value. */
public record VariableText(String text) {

    private static final Pattern HOLE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern COMPUTED = Pattern.compile("=(?<formula>.*?)(?:\\s+as\\s+(?<as>\\w+))?\\s*");

    /**
     * Replaces the placeholders.
     *
     * @throws IllegalArgumentException if a variable is unknown or a formula is not valid
     * @throws ArithmeticException if a formula has no value for these variables
     */
    public String filled(Map<String, BigDecimal> values, Map<String, Measure> measures) {
        return HOLE.matcher(text)
                .replaceAll(hole -> Matcher.quoteReplacement(shown(hole.group(1).strip(), values, measures)));
    }

    private static String shown(String hole, Map<String, BigDecimal> values, Map<String, Measure> measures) {
        Matcher computed = COMPUTED.matcher(hole);
        if (computed.matches()) {
            Measure as = computed.group("as") == null ? Measure.NUMBER : measure(computed.group("as"));
            return as.shown(new Formula(computed.group("formula")).value(values));
        }
        if (!values.containsKey(hole)) {
            throw new IllegalArgumentException("there is no figure named " + hole);
        }
        return measures.getOrDefault(hole, Measure.NUMBER).shown(values.get(hole));
    }

    /** The problems of the text if these are the variables, each as a clause without a period. */
    public List<String> problems(Set<String> names) {
        List<String> problems = new ArrayList<>();
        Matcher holes = HOLE.matcher(text);
        while (holes.find()) {
            String hole = holes.group(1).strip();
            Matcher computed = COMPUTED.matcher(hole);
            try {
                if (!computed.matches()) {
                    unknown(Set.of(hole), names, problems);
                } else {
                    if (computed.group("as") != null) {
                        measure(computed.group("as"));
                    }
                    unknown(new Formula(computed.group("formula")).names(), names, problems);
                }
            } catch (IllegalArgumentException e) {
                problems.add("{" + hole + "}: " + e.getMessage());
            }
        }
        if (HOLE.matcher(text).replaceAll("").matches("(?s).*[{}].*")) {
            problems.add("a brace is not closed, or not opened");
        }
        return problems;
    }

    private static void unknown(Set<String> used, Set<String> names, List<String> problems) {
        used.stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(name -> problems.add("{" + name + "} is not one of the variables"));
    }

    private static Measure measure(String word) {
        for (Measure measure : Measure.values()) {
            if (measure.word().equals(word.toLowerCase(Locale.ROOT))) {
                return measure;
            }
        }
        throw new IllegalArgumentException("a number is shown as money, percent, number or ratio, not as " + word);
    }
}
