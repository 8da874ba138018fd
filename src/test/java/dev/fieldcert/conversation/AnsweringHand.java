package dev.fieldcert.conversation;

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
import dev.fieldcert.curriculum.question.Written;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Knows how each kind of question is answered, rightly or wrongly, and operates its controls. */
public final class AnsweringHand implements Question.Cases<Void> {

    private final Controls controls;
    private final long seed;
    private final boolean right;
    private final Optional<List<String>> walked;

    AnsweringHand(Controls controls, long seed, boolean right) {
        this(controls, seed, right, Optional.empty());
    }

    /** @param walked the steps made so far in a scenario or a written answer, when each is waited for: one more is made */
    public AnsweringHand(Controls controls, long seed, boolean right, Optional<List<String>> walked) {
        this.controls = controls;
        this.seed = seed;
        this.right = right;
        this.walked = walked;
    }

    @Override
    public Void singleChoice(SingleChoice question) {
        List<Option> options = question.options(seed);
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).right() == right) {
                return clicks(letter(i));
            }
        }
        throw new AssertionError("No such option in " + question.id());
    }

    @Override
    public Void multipleChoice(MultipleChoice question) {
        List<Option> options = question.options(seed);
        boolean whole = options.stream().allMatch(option -> option.text().length() <= 75);
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).right() == right) {
                wanted.add(cut(
                        whole
                                ? options.get(i).text()
                                : letter(i) + "  " + options.get(i).text()));
            }
        }
        controls.ticks(wanted.toArray(String[]::new));
        return clicks("Send answer");
    }

    @Override
    public Void trueFalse(TrueFalse question) {
        return clicks(question.right() == right ? "True" : "False");
    }

    @Override
    public Void matching(Matching question) {
        List<String> targets =
                question.pairs().stream().map(Matching.Pair::right).toList();
        for (int i = 0; i < targets.size(); i++) {
            int target = right ? i : (i + 1) % targets.size();
            controls.chooses("pick:" + (i + 1), cut(targets.get(target)));
        }
        return clicks("Send answer");
    }

    @Override
    public Void sorting(Sorting question) {
        for (int i = 0; i < question.entries().size(); i++) {
            String belongs = question.entries().get(i).category();
            String chosen = right
                    ? belongs
                    : question.categoryNames().stream()
                            .filter(name -> !name.equals(belongs))
                            .findFirst()
                            .orElseThrow();
            controls.chooses("pick:" + (i + 1), cut(chosen));
        }
        return clicks("Send answer");
    }

    @Override
    public Void ordering(Ordering question) {
        int steps = question.steps().size();
        List<String> ordinals = List.of("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th");
        for (Item step : question.shown(seed)) {
            int place = Integer.parseInt(step.id()) - 1;
            controls.chooses("pick:" + step.id(), ordinals.get(right ? place : steps - 1 - place));
        }
        return clicks("Send answer");
    }

    @Override
    public Void numeric(Numeric question) {
        BigDecimal answer = question.answer(seed);
        BigDecimal given =
                right ? answer : answer.abs().multiply(BigDecimal.valueOf(7)).add(BigDecimal.valueOf(999));
        controls.enters("Your answer", question.as().shown(given));
        return clicks("Send answer");
    }

    @Override
    public Void shortAnswer(ShortAnswer question) {
        controls.enters("Your answer", right ? question.accept().get(0) : "certainly not this");
        return clicks("Send answer");
    }

    @Override
    public Void written(Written question) {
        if (walked.isEmpty() || walked.get().isEmpty()) {
            controls.enters("Your answer", "In my own words.");
            clicks("Compare");
            if (walked.isPresent()) {
                return null;
            }
        }
        if (right) {
            controls.ticks(question.keyPoints().toArray(String[]::new));
        }
        return clicks("Done");
    }

    @Override
    public Void scenario(Scenario question) {
        List<String> way = ways(question, new Answer.Walked(List.of())).stream()
                .max(Comparator.comparingDouble(walked ->
                        (right ? 1 : -1) * question.grade(walked, seed).score()))
                .orElseThrow()
                .choices();
        int from = walked.map(List::size).orElse(0);
        int to = walked.isPresent() ? from + 1 : way.size();
        for (int i = from; i < to; i++) {
            String choice = way.get(i);
            Scenario.Scene scene =
                    question.scene(new Answer.Walked(way.subList(0, i))).orElseThrow();
            List<String> shown = question.choices(scene, seed).stream()
                    .map(Scenario.Choice::id)
                    .toList();
            clicks(letter(shown.indexOf(choice)));
        }
        return null;
    }

    private List<Answer.Walked> ways(Scenario question, Answer.Walked soFar) {
        Optional<Scenario.Scene> scene = question.scene(soFar);
        if (scene.isEmpty()) {
            return List.of(soFar);
        }
        List<Answer.Walked> ways = new ArrayList<>();
        for (Scenario.Choice choice : scene.get().choices()) {
            List<String> further = new ArrayList<>(soFar.choices());
            further.add(choice.id());
            ways.addAll(ways(question, new Answer.Walked(further)));
        }
        return ways;
    }

    private Void clicks(String label) {
        controls.clicks(label);
        return null;
    }

    private String letter(int position) {
        return String.valueOf((char) ('A' + position));
    }

    private String cut(String text) {
        return text.length() <= 75 ? text : text.substring(0, 74) + "…";
    }
}
