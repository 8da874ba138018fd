package dev.fieldcert.xapi;

import dev.fieldcert.curriculum.question.Answer;
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
import dev.fieldcert.curriculum.question.TypedNumber;
import dev.fieldcert.curriculum.question.Written;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Describes a question as an xAPI interaction activity: its type, its parts and the pattern of correct responses, as
 * defined in xAPI 1.0.3, part 2, 2.4.4.1. The activity is the same for every learner, so it leaves out what is drawn
 * for each learner.
 */
final class Interaction implements Question.Cases<Void> {

    private static final String AND = "[,]";
    private static final String IS = "[.]";
    private static final String TO = "[:]";

    private final JsonObjectBuilder definition;

    private Interaction(JsonObjectBuilder definition) {
        this.definition = definition;
    }

    /** Adds the interaction to an activity's definition. */
    static void describe(Question question, JsonObjectBuilder definition) {
        question.match(new Interaction(definition));
    }

    /** Returns an answer in the syntax of interactions; empty if the syntax cannot express it. */
    static Optional<String> response(Question question, Answer answer) {
        return Optional.of(answer.match(new Response(question))).filter(text -> !text.isEmpty());
    }

    private Void is(String type) {
        definition.add("interactionType", type);
        return null;
    }

    private void right(List<String> patterns) {
        definition.add("correctResponsesPattern", Json.array(patterns));
    }

    private void components(String name, List<Item> items) {
        JsonArrayBuilder components = Json.array();
        items.forEach(
                item -> components.add(Json.object().add("id", item.id()).add("description", Json.words(item.text()))));
        definition.add(name, components);
    }

    private void choices(List<Option> options) {
        components(
                "choices",
                options.stream()
                        .map(option -> new Item(option.id(), option.text()))
                        .toList());
        right(List.of(options.stream().filter(Option::right).map(Option::id).collect(Collectors.joining(AND))));
    }

    @Override
    public Void singleChoice(SingleChoice question) {
        choices(question.options());
        return is("choice");
    }

    @Override
    public Void multipleChoice(MultipleChoice question) {
        choices(question.options());
        return is("choice");
    }

    @Override
    public Void trueFalse(TrueFalse question) {
        right(List.of(String.valueOf(question.right())));
        return is("true-false");
    }

    @Override
    public Void matching(Matching question) {
        List<Item> targets = new ArrayList<>();
        question.pairs().forEach(pair -> targets.add(new Item(Option.idAt(targets.size()), pair.right())));
        question.extra().forEach(extra -> targets.add(new Item(Option.idAt(targets.size()), extra)));
        components("source", question.left());
        components("target", targets);
        List<String> pairs = new ArrayList<>();
        question.left().forEach(left -> pairs.add(left.id() + IS + Option.idAt(pairs.size())));
        right(List.of(String.join(AND, pairs)));
        return is("matching");
    }

    @Override
    public Void sorting(Sorting question) {
        List<Item> entries = new ArrayList<>();
        List<String> pairs = new ArrayList<>();
        for (Sorting.Entry entry : question.entries()) {
            String id = String.valueOf(entries.size() + 1);
            entries.add(new Item(id, entry.text()));
            pairs.add(id + IS + Option.idAt(question.categoryNames().indexOf(entry.category())));
        }
        components("source", entries);
        components("target", question.categories());
        right(List.of(String.join(AND, pairs)));
        return is("matching");
    }

    @Override
    public Void ordering(Ordering question) {
        List<Item> steps = new ArrayList<>();
        question.steps().forEach(step -> steps.add(new Item(String.valueOf(steps.size() + 1), step)));
        components("choices", steps);
        right(List.of(steps.stream().map(Item::id).collect(Collectors.joining(AND))));
        return is("sequencing");
    }

    /** Omits the pattern if the question has variables, because each learner then has a different correct answer. */
    @Override
    public Void numeric(Numeric question) {
        if (question.variables().isEmpty()) {
            BigDecimal answer = question.answer(0);
            BigDecimal slack = question.slack(answer);
            right(List.of(number(answer.subtract(slack)) + TO + number(answer.add(slack))));
        }
        return is("numeric");
    }

    @Override
    public Void shortAnswer(ShortAnswer question) {
        right(question.accept().stream()
                .map(variant -> "{case_matters=false}" + text(variant))
                .toList());
        return is("fill-in");
    }

    /** Omits the pattern: learners judge their own answers, so no text is the correct one. */
    @Override
    public Void written(Written question) {
        return is("long-fill-in");
    }

    /**
     * Describes the scenes as steps. Omits the pattern, because several ways may be the best one, and the ids of
     * choices are unique only within a scene.
     */
    @Override
    public Void scenario(Scenario question) {
        components(
                "steps",
                question.scenes().stream()
                        .collect(Collectors.toMap(
                                Scenario.Scene::id, scene -> scene, (one, again) -> one, java.util.LinkedHashMap::new))
                        .values()
                        .stream()
                        .map(scene -> new Item(scene.id(), scene.text()))
                        .toList());
        return is("performance");
    }

    private static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** Escapes the separators of the syntax in text that a person wrote. */
    private static String text(String words) {
        return words.replace("[,]", "[ , ]").replace("[.]", "[ . ]").replace("[:]", "[ : ]");
    }

    private record Response(Question question) implements Answer.Cases<String> {

        @Override
        public String chosen(Answer.Chosen answer) {
            return String.join(AND, answer.options());
        }

        @Override
        public String assigned(Answer.Assigned answer) {
            return answer.byItem().entrySet().stream()
                    .map((Map.Entry<String, String> pair) -> pair.getKey() + IS + pair.getValue())
                    .collect(Collectors.joining(AND));
        }

        @Override
        public String ordered(Answer.Ordered answer) {
            return String.join(AND, answer.steps());
        }

        @Override
        public String written(Answer.Written answer) {
            if (question instanceof Numeric numeric) {
                BigDecimal value = TypedNumber.read(answer.text(), numeric.as()).value();
                return value == null ? "" : number(value);
            }
            return text(answer.text().strip());
        }

        @Override
        public String selfChecked(Answer.SelfChecked answer) {
            return text(answer.text().strip());
        }

        @Override
        public String walked(Answer.Walked answer) {
            if (!(question instanceof Scenario scenario)) {
                return String.join(AND, answer.choices());
            }
            List<String> steps = new ArrayList<>();
            Answer.Walked soFar = Answer.Walked.start();
            for (String choice : answer.choices()) {
                steps.add(scenario.scene(soFar).orElseThrow().id() + IS + choice);
                soFar = soFar.then(choice);
            }
            return String.join(AND, steps);
        }
    }
}
