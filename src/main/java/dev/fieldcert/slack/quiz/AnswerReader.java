package dev.fieldcert.slack.quiz;

import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.Item;
import dev.fieldcert.curriculum.question.Matching;
import dev.fieldcert.curriculum.question.MultipleChoice;
import dev.fieldcert.curriculum.question.Numeric;
import dev.fieldcert.curriculum.question.Ordering;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.Scenario;
import dev.fieldcert.curriculum.question.ShortAnswer;
import dev.fieldcert.curriculum.question.SingleChoice;
import dev.fieldcert.curriculum.question.Sorting;
import dev.fieldcert.curriculum.question.TrueFalse;
import dev.fieldcert.curriculum.question.Written;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.slack.payload.BlockAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a click and the message's inputs as an answer to the kind of question that was asked. */
record AnswerReader(BlockAction click, AnswerButton button, Attempt.Item item)
        implements Question.Cases<AnswerReader.Reading> {

    /** @param problem why the click cannot be read as an answer; null if it can */
    record Reading(Answer answer, String problem) {}

    private static Reading of(Answer answer) {
        return new Reading(answer, null);
    }

    @Override
    public Reading singleChoice(SingleChoice question) {
        return of(Answer.Chosen.of(button.choice()));
    }

    @Override
    public Reading trueFalse(TrueFalse question) {
        return of(Answer.Chosen.of(button.choice()));
    }

    @Override
    public Reading multipleChoice(MultipleChoice question) {
        return of(
                new Answer.Chosen(new LinkedHashSet<>(click.inputs().getOrDefault(QuestionBlocks.TICKED, List.of()))));
    }

    @Override
    public Reading matching(Matching question) {
        return of(new Answer.Assigned(lines(question.left())));
    }

    @Override
    public Reading sorting(Sorting question) {
        return of(new Answer.Assigned(lines(question.items(item.seed()))));
    }

    private Map<String, String> lines(List<Item> items) {
        Map<String, String> chosen = new LinkedHashMap<>();
        items.forEach(item ->
                click.input(QuestionBlocks.LINE + item.id()).ifPresent(target -> chosen.put(item.id(), target)));
        return chosen;
    }

    @Override
    public Reading ordering(Ordering question) {
        Map<Integer, String> byPlace = new TreeMap<>();
        Map<String, String> chosen = lines(question.shown(item.seed()));
        for (Map.Entry<String, String> line : chosen.entrySet()) {
            if (!line.getValue().matches("\\d{1,2}")) {
                throw new IllegalArgumentException("Not a place");
            }
            if (byPlace.put(Integer.parseInt(line.getValue()), line.getKey()) != null) {
                return new Reading(
                        null, "Two steps have the number " + line.getValue() + ". Give each step its own number.");
            }
        }
        return of(new Answer.Ordered(new ArrayList<>(byPlace.values())));
    }

    @Override
    public Reading numeric(Numeric question) {
        return written();
    }

    @Override
    public Reading shortAnswer(ShortAnswer question) {
        return written();
    }

    private Reading written() {
        return of(new Answer.Written(click.input(QuestionBlocks.WRITTEN).orElse("")));
    }

    /** The first click submits the text; the second submits the key points that the learner ticked. */
    @Override
    public Reading written(Written question) {
        if (button.choice().isEmpty()) {
            return written();
        }
        if (item.given().orElse(null) instanceof Answer.Written draft) {
            return of(new Answer.SelfChecked(
                    draft.text(), new LinkedHashSet<>(click.inputs().getOrDefault(QuestionBlocks.TICKED, List.of()))));
        }
        return new Reading(null, "Write a sentence or two first.");
    }

    @Override
    public Reading scenario(Scenario question) {
        String way = button.choice().startsWith("<") ? button.choice().substring(1) : button.choice();
        return of(new Answer.Walked(way.isEmpty() ? List.of() : List.of(way.split("\\."))));
    }
}
