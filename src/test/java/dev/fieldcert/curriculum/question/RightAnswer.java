package dev.fieldcert.curriculum.question;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The right answer to any question, found the way somebody who knows the texts would click it together. */
public record RightAnswer(long seed) implements Question.Cases<Answer> {

    @Override
    public Answer singleChoice(SingleChoice question) {
        return chosen(question.options(seed));
    }

    @Override
    public Answer multipleChoice(MultipleChoice question) {
        return chosen(question.options(seed));
    }

    private static Answer chosen(List<Option> options) {
        Set<String> ids = options.stream()
                .filter(Option::right)
                .map(Option::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Answer.Chosen(ids);
    }

    @Override
    public Answer trueFalse(TrueFalse question) {
        return Answer.Chosen.of(String.valueOf(question.right()));
    }

    @Override
    public Answer matching(Matching question) {
        Map<String, String> assigned = new LinkedHashMap<>();
        for (Item left : question.left()) {
            String right = question.pairs().stream()
                    .filter(pair -> pair.left().equals(left.text()))
                    .findFirst()
                    .orElseThrow()
                    .right();
            assigned.put(left.id(), id(question.targets(seed), right));
        }
        return new Answer.Assigned(assigned);
    }

    @Override
    public Answer sorting(Sorting question) {
        Map<String, String> assigned = new LinkedHashMap<>();
        for (Item item : question.items(seed)) {
            String category = question.entries().stream()
                    .filter(entry -> entry.text().equals(item.text()))
                    .findFirst()
                    .orElseThrow()
                    .category();
            assigned.put(item.id(), id(question.categories(), category));
        }
        return new Answer.Assigned(assigned);
    }

    private static String id(List<Item> items, String text) {
        return items.stream()
                .filter(item -> item.text().equals(text))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Override
    public Answer ordering(Ordering question) {
        return new Answer.Ordered(question.steps().stream()
                .map(step -> id(question.shown(seed), step))
                .toList());
    }

    @Override
    public Answer numeric(Numeric question) {
        return new Answer.Written(question.as().shown(question.answer(seed)));
    }

    @Override
    public Answer shortAnswer(ShortAnswer question) {
        return new Answer.Written(question.accept().get(0));
    }

    @Override
    public Answer written(Written question) {
        return new Answer.SelfChecked(
                question.modelAnswer(),
                question.points().stream().map(Item::id).collect(java.util.stream.Collectors.toSet()));
    }

    /** The best of all ways, tried one by one. */
    @Override
    public Answer scenario(Scenario question) {
        return best(question, Answer.Walked.start());
    }

    private Answer.Walked best(Scenario question, Answer.Walked soFar) {
        if (question.isComplete(soFar)) {
            return soFar;
        }
        Answer.Walked best = null;
        for (Scenario.Choice choice : question.choices(question.scene(soFar).orElseThrow(), seed)) {
            Answer.Walked way = best(question, soFar.then(choice.id()));
            if (best == null
                    || question.grade(way, seed).score()
                            > question.grade(best, seed).score()) {
                best = way;
            }
        }
        return best;
    }
}
