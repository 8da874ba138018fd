package dev.fieldcert.curriculum.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An answer to any question that is as wrong, and as long to tell, as its controls let it be. */
public record WrongAnswer(long seed) implements Question.Cases<Answer> {

    @Override
    public Answer singleChoice(SingleChoice question) {
        return wrong(question.options(seed));
    }

    @Override
    public Answer multipleChoice(MultipleChoice question) {
        return wrong(question.options(seed));
    }

    private static Answer wrong(List<Option> options) {
        return Answer.Chosen.of(options.stream()
                .filter(option -> !option.right())
                .map(Option::id)
                .limit(options.stream().filter(Option::right).count())
                .toArray(String[]::new));
    }

    @Override
    public Answer trueFalse(TrueFalse question) {
        return Answer.Chosen.of(String.valueOf(!question.right()));
    }

    @Override
    public Answer matching(Matching question) {
        return shifted(new RightAnswer(seed).matching(question), question.targets(seed));
    }

    @Override
    public Answer sorting(Sorting question) {
        return shifted(new RightAnswer(seed).sorting(question), question.categories());
    }

    /** Everything one target further than it belongs. */
    private static Answer shifted(Answer right, List<Item> targets) {
        List<String> ids = targets.stream().map(Item::id).toList();
        Map<String, String> shifted = new LinkedHashMap<>();
        ((Answer.Assigned) right)
                .byItem()
                .forEach((item, target) -> shifted.put(item, ids.get((ids.indexOf(target) + 1) % ids.size())));
        return new Answer.Assigned(shifted);
    }

    @Override
    public Answer ordering(Ordering question) {
        List<String> steps = new ArrayList<>(((Answer.Ordered) new RightAnswer(seed).ordering(question)).steps());
        Collections.reverse(steps);
        return new Answer.Ordered(steps);
    }

    @Override
    public Answer numeric(Numeric question) {
        if (question.mistakes().isEmpty()) {
            return new Answer.Written("7777777");
        }
        return new Answer.Written(
                question.as().shown(question.mistakes().get(0).answer().value(question.variables(seed))));
    }

    @Override
    public Answer shortAnswer(ShortAnswer question) {
        return new Answer.Written(
                question.mistakes().isEmpty()
                        ? "certainly not this"
                        : question.mistakes().get(0).answer());
    }

    @Override
    public Answer written(Written question) {
        return new Answer.SelfChecked("In my words.", java.util.Set.of());
    }

    @Override
    public Answer scenario(Scenario question) {
        return worst(question, Answer.Walked.start());
    }

    private Answer.Walked worst(Scenario question, Answer.Walked soFar) {
        if (question.isComplete(soFar)) {
            return soFar;
        }
        Answer.Walked worst = null;
        for (Scenario.Choice choice : question.choices(question.scene(soFar).orElseThrow(), seed)) {
            Answer.Walked way = worst(question, soFar.then(choice.id()));
            if (worst == null
                    || question.grade(way, seed).score()
                            < question.grade(worst, seed).score()) {
                worst = way;
            }
        }
        return worst;
    }
}
