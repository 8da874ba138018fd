package dev.fieldcert.curriculum.question;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A statement that is true or false; the options are {@code true} and {@code false}, in that order. */
public record TrueFalse(
        String id, String ask, Optional<Stimulus> stimulus, boolean right, String whyTempting, String explanation)
        implements Question {

    @Override
    public String prompt(long seed) {
        return ask;
    }

    @Override
    public Optional<String> problemWith(Answer answer, long seed) {
        chosen(answer);
        return Optional.empty();
    }

    @Override
    public GradingResult grade(Answer answer, long seed) {
        boolean given = chosen(answer);
        List<String> remarks = given == right || whyTempting.isBlank() ? List.of() : List.of(whyTempting);
        return new GradingResult(given == right ? 1 : 0, word(given), word(right), remarks, explanation);
    }

    private static String word(boolean value) {
        return value ? "True" : "False";
    }

    private boolean chosen(Answer answer) {
        if (answer instanceof Answer.Chosen chosen) {
            if (chosen.options().equals(Set.of("true"))) {
                return true;
            }
            if (chosen.options().equals(Set.of("false"))) {
                return false;
            }
        }
        throw new IllegalArgumentException("Question " + id + " is answered by true or false");
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.trueFalse(this);
    }
}
