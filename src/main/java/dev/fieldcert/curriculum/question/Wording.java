package dev.fieldcert.curriculum.question;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells versions of a question apart. Two versions have the same wording if they ask the same and have the same key.
 * Explanations do not count, because they do not change which answers are right.
 */
public final class Wording implements Question.Cases<List<?>> {

    private static final int LENGTH = 8;

    private Wording() {}

    /** A hash of what is asked and of the key: 16 hexadecimal digits. */
    public static String of(Question question) {
        return digest(Stream.of(what(question), question.stimulus(), question.match(new Wording())));
    }

    /** A hash of only what is asked, regardless of which answers are right. */
    public static String asked(Question question) {
        return digest(Stream.of(what(question), question.stimulus()));
    }

    private static List<String> what(Question question) {
        return List.of(question.getClass().getSimpleName(), question.ask());
    }

    private static String digest(Stream<Object> parts) {
        try {
            byte[] text = parts.toList().toString().getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(hash, 0, LENGTH);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public List<?> singleChoice(SingleChoice question) {
        return options(question.options());
    }

    @Override
    public List<?> multipleChoice(MultipleChoice question) {
        return options(question.options());
    }

    private static List<?> options(List<Option> options) {
        return options.stream()
                .map(option -> List.of(option.id(), option.text(), option.right()))
                .toList();
    }

    @Override
    public List<?> trueFalse(TrueFalse question) {
        return List.of(question.right());
    }

    @Override
    public List<?> matching(Matching question) {
        return List.of(
                question.pairs().stream()
                        .map(pair -> List.of(pair.left(), pair.right()))
                        .toList(),
                question.extra());
    }

    @Override
    public List<?> sorting(Sorting question) {
        return List.of(
                question.categoryNames(),
                question.entries().stream()
                        .map(entry -> List.of(entry.text(), entry.category()))
                        .toList());
    }

    @Override
    public List<?> ordering(Ordering question) {
        return question.steps();
    }

    @Override
    public List<?> numeric(Numeric question) {
        return List.of(
                question.variables(),
                question.where().stream().map(Formula::text).toList(),
                question.answer().text(),
                question.as().name(),
                question.round().toPlainString(),
                question.tolerance());
    }

    @Override
    public List<?> shortAnswer(ShortAnswer question) {
        return List.of(question.accept(), question.typo());
    }

    @Override
    public List<?> written(Written question) {
        return question.keyPoints();
    }

    @Override
    public List<?> scenario(Scenario question) {
        return List.of(
                question.start(),
                question.scenes().stream()
                        .map(scene -> List.of(
                                scene.id(),
                                scene.text(),
                                scene.choices().stream()
                                        .map(choice -> List.of(choice.text(), choice.points(), choice.to()))
                                        .toList()))
                        .toList());
    }
}
