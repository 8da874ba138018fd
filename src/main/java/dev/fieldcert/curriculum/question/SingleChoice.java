package dev.fieldcert.curriculum.question;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One right option among several. */
public record SingleChoice(String id, String ask, Optional<Stimulus> stimulus, List<Option> options, String explanation)
        implements Question {

    public SingleChoice {
        options = List.copyOf(options);
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
        Set<String> chosen = Options.chosen(answer, options, id);
        return chosen.size() == 1 ? Optional.empty() : Optional.of("Choose one option.");
    }

    @Override
    public GradingResult grade(Answer answer, long seed) {
        Set<String> chosen = Options.chosen(answer, options, id);
        Option given = options.stream()
                .filter(option -> chosen.contains(option.id()))
                .findFirst()
                .orElseThrow();
        Option right = options.stream().filter(Option::right).findFirst().orElseThrow();
        List<String> remarks = given.right() || given.why().isBlank() ? List.of() : List.of(given.why());
        return new GradingResult(given.right() ? 1 : 0, given.text(), right.text(), remarks, explanation);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.singleChoice(this);
    }
}
