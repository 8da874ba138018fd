package dev.fieldcert.curriculum.question;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Options of which several can be right. Each right option earns a share, each wrong one costs a share; the score is
 * never below zero.
 *
 * @param saysHowMany whether the learner is told how many options are right
 */
public record MultipleChoice(
        String id,
        String ask,
        Optional<Stimulus> stimulus,
        List<Option> options,
        String explanation,
        boolean saysHowMany)
        implements Question {

    public MultipleChoice {
        options = List.copyOf(options);
    }

    /** A question that does not say how many options are right. */
    public MultipleChoice(
            String id, String ask, Optional<Stimulus> stimulus, List<Option> options, String explanation) {
        this(id, ask, stimulus, options, explanation, false);
    }

    /** How many options are right. */
    public int howMany() {
        return (int) options.stream().filter(Option::right).count();
    }

    /** The options in this seed's order. */
    public List<Option> options(long seed) {
        return Options.shuffled(options, seed);
    }

    @Override
    public String prompt(long seed) {
        return ask;
    }

    @Override
    public Optional<String> problemWith(Answer answer, long seed) {
        return Options.chosen(answer, options, id).isEmpty()
                ? Optional.of("Select at least one option.")
                : Optional.empty();
    }

    @Override
    public GradingResult grade(Answer answer, long seed) {
        Set<String> chosen = Options.chosen(answer, options, id);
        List<Option> right = options.stream().filter(Option::right).toList();
        long hits =
                right.stream().filter(option -> chosen.contains(option.id())).count();
        double score = Math.max(0, (double) (2 * hits - chosen.size()) / right.size());
        List<String> remarks = options.stream()
                .filter(option -> chosen.contains(option.id()) != option.right())
                .filter(option -> !option.why().isBlank())
                .map(option -> (option.right() ? "You missed “" : "“") + option.text() + "”: " + option.why())
                .toList();
        List<Option> given =
                options.stream().filter(option -> chosen.contains(option.id())).toList();
        return new GradingResult(score, Options.texts(given), Options.texts(right), remarks, explanation);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.multipleChoice(this);
    }
}
