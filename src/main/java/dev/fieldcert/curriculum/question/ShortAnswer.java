package dev.fieldcert.curriculum.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A few typed words, compared by meaning with the accepted answers. Case, punctuation, articles, singular or plural,
 * and the ways to write numbers and times make no difference.
 *
 * @param accept the accepted answers; the first is shown as the right answer
 * @param typo how many letters may be wrong; never more than one in four, because short words leave no room for typos
 * @param mistakes wrong answers with an explanation of their own
 */
public record ShortAnswer(
        String id,
        String ask,
        Optional<Stimulus> stimulus,
        List<String> accept,
        int typo,
        List<Mistake> mistakes,
        String explanation)
        implements Question {

    /** The maximum length in characters. A longer text is rejected, because it cannot be a serious answer. */
    public static final int LONGEST = 200;

    public ShortAnswer {
        accept = List.copyOf(accept);
        mistakes = List.copyOf(mistakes);
        if (accept.isEmpty()) {
            throw new IllegalArgumentException("Question " + id + " accepts nothing");
        }
    }

    /** A typical wrong answer, and why it is wrong. */
    public record Mistake(String answer, String why) {}

    /** Returns the question with one more accepted answer, which is no longer among its mistakes. */
    ShortAnswer accepting(String variant) {
        List<String> more = new ArrayList<>(accept);
        more.add(variant);
        List<Mistake> left = mistakes.stream()
                .filter(mistake -> !Spelling.plain(mistake.answer()).equals(Spelling.plain(variant)))
                .toList();
        return new ShortAnswer(id, ask, stimulus, more, typo, left, explanation);
    }

    /** Whether the text counts as one of the accepted answers. */
    public boolean accepts(String text) {
        return acceptsLetters(text) || !isKnownMistake(text) && Meaning.isOneOf(accept, text);
    }

    private boolean isKnownMistake(String text) {
        return mistakes.stream()
                .map(mistake -> Spelling.plain(mistake.answer()))
                .anyMatch(Spelling.plain(text)::equals);
    }

    private boolean acceptsLetters(String text) {
        String given = Spelling.plain(text);
        return accept.stream().map(Spelling::plain).anyMatch(variant -> {
            int allowed = Math.min(typo, variant.length() / 4);
            return given.equals(variant) || allowed > 0 && Spelling.distance(given, variant) <= allowed;
        });
    }

    @Override
    public String prompt(long seed) {
        return ask;
    }

    @Override
    public Optional<String> problemWith(Answer answer, long seed) {
        String text = written(answer);
        if (text.length() > LONGEST) {
            return Optional.of("Keep it to a few words.");
        }
        return Spelling.plain(text).isEmpty() ? Optional.of("Type your answer in a word or two.") : Optional.empty();
    }

    @Override
    public GradingResult grade(Answer answer, long seed) {
        String text = written(answer);
        if (problemWith(answer, seed).isPresent()) {
            throw new IllegalArgumentException("Question " + id + " cannot mark this text");
        }
        String correct = accept.get(0);
        if (accepts(text)) {
            boolean spelled = accept.stream().map(Spelling::plain).anyMatch(Spelling.plain(text)::equals)
                    || Meaning.isOneOf(accept, text);
            return new GradingResult(
                    1, text.strip(), correct, spelled ? List.of() : List.of("Spelled “" + correct + "”."), explanation);
        }
        List<String> remarks = mistakes.stream()
                .filter(mistake -> Spelling.plain(mistake.answer()).equals(Spelling.plain(text)))
                .map(Mistake::why)
                .toList();
        return new GradingResult(0, text.strip(), correct, remarks, explanation);
    }

    private String written(Answer answer) {
        if (answer instanceof Answer.Written written) {
            return written.text();
        }
        throw new IllegalArgumentException("Question " + id + " is answered in writing");
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.shortAnswer(this);
    }
}
