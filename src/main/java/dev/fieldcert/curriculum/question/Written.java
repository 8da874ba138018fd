package dev.fieldcert.curriculum.question;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A few sentences in the learner's own words. The bot cannot grade them: the learner compares them with a model answer
 * and marks the key points that they contain. So this kind is used only in practice.
 *
 * @param keyPoints what a good answer contains; each earns the same share of the score
 */
public record Written(
        String id,
        String ask,
        Optional<Stimulus> stimulus,
        List<String> keyPoints,
        String modelAnswer,
        String explanation)
        implements Question {

    /** The maximum length of the text, in characters. */
    public static final int LONGEST = 1500;

    public Written {
        keyPoints = List.copyOf(keyPoints);
        if (keyPoints.isEmpty()) {
            throw new IllegalArgumentException("Question " + id + " has no key point");
        }
    }

    /** The key points, each with its id. */
    public List<Item> points() {
        return Items.numbered(keyPoints);
    }

    @Override
    public String prompt(long seed) {
        return ask;
    }

    @Override
    public Optional<String> problemWith(Answer answer, long seed) {
        return problemWith(new Answer.Written(checked(answer).text()));
    }

    /** Why a draft cannot be compared with the model answer yet; empty if it can. */
    public Optional<String> problemWith(Answer.Written draft) {
        String text = draft.text();
        if (text.length() > LONGEST) {
            return Optional.of("Keep it to " + LONGEST + " characters.");
        }
        return text.isBlank() ? Optional.of("Write a sentence or two first.") : Optional.empty();
    }

    @Override
    public GradingResult grade(Answer answer, long seed) {
        Answer.SelfChecked checked = checked(answer);
        List<String> missing = points().stream()
                .filter(point -> !checked.points().contains(point.id()))
                .map(Item::text)
                .toList();
        double score = (double) (keyPoints.size() - missing.size()) / keyPoints.size();
        return new GradingResult(score, checked.text(), modelAnswer, missing, explanation);
    }

    private Answer.SelfChecked checked(Answer answer) {
        if (answer instanceof Answer.SelfChecked checked && ids().containsAll(checked.points())) {
            return checked;
        }
        throw new IllegalArgumentException("Question " + id + " is answered in writing and checked by its key points");
    }

    private Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        points().forEach(point -> ids.add(point.id()));
        return ids;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.written(this);
    }
}
