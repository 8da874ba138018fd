package dev.fieldcert.curriculum.lint;

import dev.fieldcert.curriculum.question.Item;
import dev.fieldcert.curriculum.question.Matching;
import dev.fieldcert.curriculum.question.MultipleChoice;
import dev.fieldcert.curriculum.question.Numeric;
import dev.fieldcert.curriculum.question.Option;
import dev.fieldcert.curriculum.question.Ordering;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.Scenario;
import dev.fieldcert.curriculum.question.ShortAnswer;
import dev.fieldcert.curriculum.question.SingleChoice;
import dev.fieldcert.curriculum.question.Sorting;
import dev.fieldcert.curriculum.question.TrueFalse;
import dev.fieldcert.curriculum.question.Written;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a screen shows below the question's text: its options or lines; for a scenario, the longest scene and room for
 * the longest consequence.
 */
final class WrittenOut implements Question.Cases<String> {

    @Override
    public String singleChoice(SingleChoice question) {
        return lines(question.options().stream().map(Option::text));
    }

    @Override
    public String multipleChoice(MultipleChoice question) {
        return lines(question.options().stream().map(Option::text));
    }

    @Override
    public String trueFalse(TrueFalse question) {
        return "";
    }

    @Override
    public String matching(Matching question) {
        return lines(Stream.concat(question.left().stream(), question.targets(0).stream())
                .map(Item::text)
                .sorted());
    }

    @Override
    public String sorting(Sorting question) {
        return lines(Stream.concat(
                question.categoryNames().stream(), question.entries().stream().map(Sorting.Entry::text)));
    }

    @Override
    public String ordering(Ordering question) {
        return lines(question.steps().stream());
    }

    @Override
    public String numeric(Numeric question) {
        return lines(Stream.of(question.answer().text(), String.valueOf(question.variables())));
    }

    @Override
    public String shortAnswer(ShortAnswer question) {
        return "";
    }

    /** The longer of its two screens: the model answer and the key points. The learner's own text is not counted. */
    @Override
    public String written(Written question) {
        return lines(Stream.concat(Stream.of(question.modelAnswer()), question.keyPoints().stream()));
    }

    @Override
    public String scenario(Scenario question) {
        int consequence = question.scenes().stream()
                .flatMap(scene -> scene.choices().stream())
                .mapToInt(choice -> choice.consequence().length())
                .max()
                .orElse(0);
        return question.scenes().stream()
                        .map(scene ->
                                scene.text() + lines(scene.choices().stream().map(Scenario.Choice::text)))
                        .max(Comparator.comparingInt(String::length))
                        .orElse("")
                + " ".repeat(consequence);
    }

    private static String lines(Stream<String> texts) {
        List<String> lines = texts.toList();
        return "\n" + String.join("\n", lines);
    }
}
