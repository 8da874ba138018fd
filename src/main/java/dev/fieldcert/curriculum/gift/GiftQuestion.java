package dev.fieldcert.curriculum.gift;

import dev.fieldcert.curriculum.question.Formula;
import dev.fieldcert.curriculum.question.Matching;
import dev.fieldcert.curriculum.question.Measure;
import dev.fieldcert.curriculum.question.MultipleChoice;
import dev.fieldcert.curriculum.question.Numeric;
import dev.fieldcert.curriculum.question.Option;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.ShortAnswer;
import dev.fieldcert.curriculum.question.SingleChoice;
import dev.fieldcert.curriculum.question.TrueFalse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One question of a GIFT text. What it says and we cannot keep ends its reading, or is named when nothing depends on it. */
final class GiftQuestion {

    private static final Pattern TRUTH = Pattern.compile("(?i)\\s*(T|TRUE|F|FALSE)\\s*(?:#(?s:.*))?");
    private static final String GAP = "_____";

    private final GiftText block;
    private final List<GiftProblem> problems;
    private final String id;
    private final String stem;
    private final GiftText body;
    private final String general;

    GiftQuestion(GiftText block, String givenId, List<GiftProblem> problems) {
        this.block = block;
        this.problems = problems;
        GiftText text = block;
        String title = "";
        if (text.raw().startsWith("::")) {
            int end = text.find("::", text.from() + 2);
            if (end < 0) {
                throw new GiftFault(text, "The title does not end.", "Close it with ::");
            }
            title = text.part(text.from() + 2, end).plain();
            text = text.after(end + 2);
        }
        int open = text.find("{");
        int close = open < 0 ? -1 : text.find("}", open);
        if (open < 0) {
            throw new GiftFault(
                    block, "This is a description: it asks nothing.", "Put it into a lesson, or add answers in { }.");
        }
        if (close < 0) {
            throw new GiftFault(
                    text.after(open),
                    "The answers do not end.",
                    "Close them with }; an empty line ends a question, so write \\n for one inside a text.");
        }
        GiftText tail = text.after(close + 1).stripped();
        if (tail.find("{") >= 0) {
            throw new GiftFault(tail, "Here begins a second list of answers.", "Put an empty line between questions.");
        }
        this.id = id(givenId, title);
        this.stem = (GiftAnswer.markdown(text.before(open)).plain()
                        + (tail.isBlank() ? "" : " " + GAP + " " + tail.plain()))
                .strip();
        GiftText inside = text.part(open + 1, close);
        int feedback = inside.find("####");
        this.general = feedback < 0
                ? ""
                : GiftAnswer.markdown(inside.after(feedback + 4)).plain();
        this.body = feedback < 0 ? inside : inside.before(feedback);
    }

    private String id(String given, String title) {
        String id = given.isEmpty()
                ? title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "")
                : given;
        if (id.isEmpty()) {
            throw new GiftFault(
                    block, "The question has no id.", "Give it a title, ::mql-p1::, or a comment // [id:mql-p1].");
        }
        return id;
    }

    Question read() {
        if (stem.isEmpty()) {
            throw new GiftFault(block, "The question has no text.", "Write it before the {.");
        }
        if (body.isBlank()) {
            throw new GiftFault(
                    body, "An essay is marked by a person.", "Make it an assignment, see the authors' page.");
        }
        if (TRUTH.matcher(body.raw()).matches()) {
            return trueFalse();
        }
        if (body.stripped().raw().startsWith("#")) {
            return numeric(body.after(body.stripped().from() + 1));
        }
        List<GiftAnswer> answers = GiftAnswer.of(body);
        if (answers.stream().anyMatch(answer -> answer.text().find("->") >= 0)) {
            return matching(answers);
        }
        if (answers.stream().allMatch(GiftAnswer::right)) {
            return shortAnswer(answers);
        }
        return answers.stream().anyMatch(GiftAnswer::right) ? singleChoice(answers) : multipleChoice(answers);
    }

    private Question trueFalse() {
        boolean right = body.stripped().raw().toUpperCase(Locale.ROOT).startsWith("T");
        int first = body.find("#");
        String why = "";
        String whenRight = "";
        if (first >= 0) {
            int second = body.find("#", first + 1);
            why = body.part(first + 1, second < 0 ? body.to() : second).plain();
            whenRight = second < 0 ? "" : body.after(second + 1).plain();
        }
        return new TrueFalse(id, stem, Optional.empty(), right, why, explanation(List.of(whenRight)));
    }

    private Question singleChoice(List<GiftAnswer> answers) {
        List<GiftAnswer> right = answers.stream().filter(GiftAnswer::right).toList();
        if (right.size() > 1) {
            throw new GiftFault(
                    right.get(1).text(), "A second answer begins with =.", "Give several right ones weights: ~%50%…");
        }
        for (GiftAnswer answer : answers) {
            double plain = answer.right() ? 100 : 0;
            if (answer.weight().orElse(plain) != plain) {
                throw new GiftFault(
                        answer.text(),
                        "A partly right option cannot be kept.",
                        "Make it right, or wrong, or a question of its own.");
            }
        }
        return new SingleChoice(
                id, stem, Optional.empty(), options(answers, GiftAnswer::right), explanation(List.of()));
    }

    private Question multipleChoice(List<GiftAnswer> answers) {
        List<GiftAnswer> right = answers.stream()
                .filter(answer -> answer.weight().orElse(0.0) > 0)
                .toList();
        double sum = right.stream()
                .mapToDouble(answer -> answer.weight().orElseThrow())
                .sum();
        if (Math.abs(sum - 100) > 0.1) {
            throw new GiftFault(
                    body.stripped(),
                    "The weights of the right options add up to " + sum + ", not to 100.",
                    "Mark one option with =, or give several weights that add up: ~%50%…");
        }
        double share = 100.0 / right.size();
        for (GiftAnswer answer : right) {
            if (Math.abs(answer.weight().orElseThrow() - share) > 0.1) {
                throw new GiftFault(
                        answer.text(), "Right options of different weight cannot be kept.", "Give each the same.");
            }
        }
        answers.stream()
                .filter(answer -> !right.contains(answer))
                .filter(answer -> Math.abs(answer.weight().orElse(0.0) + share) > 0.1)
                .findFirst()
                .ifPresent(answer -> problems.add(answer.text()
                        .warning(
                                "Here a wrong option costs as much as a right one earns, whatever its weight.",
                                "Nothing needs to be done.")));
        return new MultipleChoice(
                id, stem, Optional.empty(), options(answers, right::contains), explanation(List.of()));
    }

    private static List<Option> options(List<GiftAnswer> answers, java.util.function.Predicate<GiftAnswer> isRight) {
        List<Option> options = new ArrayList<>();
        for (GiftAnswer answer : answers) {
            options.add(new Option(
                    Option.idAt(options.size()), answer.plain(), isRight.test(answer), answer.feedback(), false));
        }
        return options;
    }

    private Question matching(List<GiftAnswer> answers) {
        List<Matching.Pair> pairs = new ArrayList<>();
        List<String> extra = new ArrayList<>();
        for (GiftAnswer answer : answers) {
            int arrow = answer.text().find("->");
            if (arrow < 0 || !answer.right() || answer.weight().isPresent()) {
                throw new GiftFault(answer.text(), "Here should stand a pair.", "Write =left -> right.");
            }
            if (!answer.feedback().isEmpty()) {
                throw new GiftFault(answer.text(), "GIFT has no feedback for a pair.", "Put it behind ####.");
            }
            String left = answer.text().before(arrow).plain();
            String right = answer.text().after(arrow + 2).plain();
            if (left.isEmpty()) {
                extra.add(right);
            } else {
                pairs.add(new Matching.Pair(left, right, ""));
            }
        }
        return new Matching(id, stem, Optional.empty(), pairs, extra, explanation(List.of()));
    }

    private Question shortAnswer(List<GiftAnswer> answers) {
        List<String> accept = new ArrayList<>();
        List<String> feedback = new ArrayList<>();
        List<ShortAnswer.Mistake> mistakes = new ArrayList<>();
        for (GiftAnswer answer : answers) {
            double weight = answer.weight().orElse(100.0);
            if (answer.plain().contains("*")) {
                throw new GiftFault(
                        answer.text(), "A text with * for anything cannot be kept.", "List what is accepted.");
            }
            if (weight == 100) {
                accept.add(answer.plain());
                feedback.add(answer.feedback());
            } else if (weight == 0) {
                mistakes.add(new ShortAnswer.Mistake(answer.plain(), answer.feedback()));
            } else {
                throw new GiftFault(
                        answer.text(), "A partly right text cannot be kept.", "Accept it, or leave it out.");
            }
        }
        if (accept.isEmpty()) {
            throw new GiftFault(body.stripped(), "No text is right.", "Begin a right one with =.");
        }
        return new ShortAnswer(id, stem, Optional.empty(), accept, 0, mistakes, explanation(feedback));
    }

    private Question numeric(GiftText numbers) {
        if (stem.contains("{") || stem.contains("}") || general.contains("{") || general.contains("}")) {
            throw new GiftFault(block, "A question with a number cannot have braces in its text.", "Use ( ) or [ ].");
        }
        List<GiftAnswer> answers =
                numbers.stripped().raw().startsWith("=") ? GiftAnswer.of(numbers) : List.of(single(numbers));
        GiftNumber right = null;
        String feedback = "";
        List<Numeric.Mistake> mistakes = new ArrayList<>();
        for (GiftAnswer answer : answers) {
            double weight = answer.weight().orElse(100.0);
            GiftNumber number = GiftNumber.read(answer.text());
            if (weight == 100 && right == null && answer.right()) {
                right = number;
                feedback = answer.feedback();
            } else if (weight == 0
                    && number.tolerance().signum() == 0
                    && !answer.feedback().isEmpty()) {
                mistakes.add(new Numeric.Mistake(new Formula(number.value().toPlainString()), answer.feedback()));
            } else {
                throw new GiftFault(
                        answer.text(),
                        "Only one number can be right; others are mistakes with feedback: =%0%12#Why.",
                        "Leave it out, or make it a question of its own.");
            }
        }
        if (right == null) {
            throw new GiftFault(numbers.stripped(), "No number is right.", "Write {#12} or {#=12}.");
        }
        return new Numeric(
                id,
                stem,
                Optional.empty(),
                List.of(),
                List.of(),
                new Formula(right.value().toPlainString()),
                Measure.NUMBER,
                BigDecimal.ZERO,
                new Numeric.Tolerance(right.tolerance(), false),
                mistakes,
                "",
                explanation(List.of(feedback)));
    }

    private static GiftAnswer single(GiftText numbers) {
        int hash = numbers.find("#");
        return new GiftAnswer(
                true,
                Optional.empty(),
                (hash < 0 ? numbers : numbers.before(hash)).stripped(),
                hash < 0 ? "" : numbers.after(hash + 1).plain());
    }

    /** The general feedback, and what else was said to those who were right. */
    private String explanation(List<String> whenRight) {
        String explanation = java.util.stream.Stream.concat(java.util.stream.Stream.of(general), whenRight.stream())
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining("\n\n"));
        if (explanation.isEmpty()) {
            throw new GiftFault(
                    body.stripped(),
                    "The explanation is missing.",
                    "Say why the right answer is right: ####Because ….");
        }
        return explanation;
    }
}
