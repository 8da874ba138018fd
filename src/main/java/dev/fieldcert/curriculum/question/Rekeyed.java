package dev.fieldcert.curriculum.question;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives a question another key: other options are right, or one more text is accepted. The result is empty if the kind
 * of question does not allow that, or if the key does not fit the question.
 */
public final class Rekeyed implements Question.Cases<Optional<Question>> {

    private final Answer key;
    private final String explanation;

    private Rekeyed(Answer key, String explanation) {
        this.key = key;
        this.explanation = explanation;
    }

    /** @param explanation replaces the explanation of the old key; CommonMark */
    public static Optional<Question> of(Question question, Answer key, String explanation) {
        return question.match(new Rekeyed(key, explanation));
    }

    /** Whether a question of this kind can have another key without a change to its file. */
    public static boolean isPossible(Question question) {
        return question instanceof SingleChoice
                || question instanceof MultipleChoice
                || question instanceof TrueFalse
                || question instanceof ShortAnswer;
    }

    private Set<String> chosen(Stream<String> options) {
        Set<String> chosen = key instanceof Answer.Chosen choice ? choice.options() : Set.of();
        return options.toList().containsAll(chosen) ? chosen : Set.of();
    }

    /**
     * Sets which options are right. An option that changes loses its explanation, which was written for the old key.
     */
    private static List<Option> keyed(List<Option> options, Set<String> right) {
        return options.stream()
                .map(option -> option.right() == right.contains(option.id())
                        ? option
                        : new Option(option.id(), option.text(), !option.right(), "", option.pinned()))
                .toList();
    }

    @Override
    public Optional<Question> singleChoice(SingleChoice question) {
        Set<String> right = chosen(question.options().stream().map(Option::id));
        return Optional.of(right)
                .filter(one -> one.size() == 1)
                .map(one -> new SingleChoice(
                        question.id(),
                        question.ask(),
                        question.stimulus(),
                        keyed(question.options(), one),
                        explanation));
    }

    @Override
    public Optional<Question> multipleChoice(MultipleChoice question) {
        Set<String> right = chosen(question.options().stream().map(Option::id));
        return Optional.of(right)
                .filter(some -> !some.isEmpty())
                .map(some -> new MultipleChoice(
                        question.id(),
                        question.ask(),
                        question.stimulus(),
                        keyed(question.options(), some),
                        explanation,
                        question.saysHowMany()));
    }

    @Override
    public Optional<Question> trueFalse(TrueFalse question) {
        Set<String> right = chosen(Stream.of("true", "false"));
        return Optional.of(right)
                .filter(one -> one.size() == 1)
                .map(one -> new TrueFalse(
                        question.id(), question.ask(), question.stimulus(), one.contains("true"), "", explanation));
    }

    /** Keeps the explanation: one more text is accepted, so the explanation is still true. */
    @Override
    public Optional<Question> shortAnswer(ShortAnswer question) {
        return key instanceof Answer.Written written
                        && question.problemWith(written, 0).isEmpty()
                ? Optional.of(question.accepting(written.text().strip()))
                : Optional.empty();
    }

    @Override
    public Optional<Question> matching(Matching question) {
        return Optional.empty();
    }

    @Override
    public Optional<Question> sorting(Sorting question) {
        return Optional.empty();
    }

    @Override
    public Optional<Question> ordering(Ordering question) {
        return Optional.empty();
    }

    @Override
    public Optional<Question> numeric(Numeric question) {
        return Optional.empty();
    }

    @Override
    public Optional<Question> written(Written question) {
        return Optional.empty();
    }

    @Override
    public Optional<Question> scenario(Scenario question) {
        return Optional.empty();
    }
}
