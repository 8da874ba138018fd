package dev.fieldcert.itemanalysis;

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
import java.util.List;

/**
 * The options of an item.
 *
 * @param options in the order of their places; empty if the item is not answered by choosing
 * @param one whether exactly one option is chosen
 */
public record Choices(List<Choice> options, boolean one) {

    /** @param text as in the course file; empty in a true-or-false question */
    public record Choice(String id, String text, boolean right) {

        /** The option's place, as in {@link Response#place}. */
        public int place() {
            return Response.place(id);
        }
    }

    public Choices {
        options = List.copyOf(options);
    }

    public static Choices of(Question question) {
        return question.match(new ByKind());
    }

    public List<Choice> wrong() {
        return options.stream().filter(option -> !option.right()).toList();
    }

    private static final class ByKind implements Question.Cases<Choices> {

        private static final Choices NONE = new Choices(List.of(), false);

        private static Choices of(List<Option> options, boolean one) {
            return new Choices(
                    options.stream()
                            .map(option -> new Choice(option.id(), option.text(), option.right()))
                            .toList(),
                    one);
        }

        @Override
        public Choices singleChoice(SingleChoice question) {
            return of(question.options(), true);
        }

        @Override
        public Choices multipleChoice(MultipleChoice question) {
            return of(question.options(), false);
        }

        @Override
        public Choices trueFalse(TrueFalse question) {
            return new Choices(
                    List.of(new Choice("true", "", question.right()), new Choice("false", "", !question.right())),
                    true);
        }

        @Override
        public Choices matching(Matching question) {
            return NONE;
        }

        @Override
        public Choices sorting(Sorting question) {
            return NONE;
        }

        @Override
        public Choices ordering(Ordering question) {
            return NONE;
        }

        @Override
        public Choices numeric(Numeric question) {
            return NONE;
        }

        @Override
        public Choices shortAnswer(ShortAnswer question) {
            return NONE;
        }

        @Override
        public Choices written(Written question) {
            return NONE;
        }

        @Override
        public Choices scenario(Scenario question) {
            return NONE;
        }
    }
}
