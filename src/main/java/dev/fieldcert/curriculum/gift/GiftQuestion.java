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
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads one question of a GIFT text. Content that cannot be kept stops the reading, or is only reported if the
 * question does not depend on it.
 */
final class GiftQuestion {

    private static final Pattern TRUTH = Pattern.compile("(?i)\\s*(T|TRUE|F|FALSE)\\s*(?:#(?s:.*))?");
    private static final String GAP = "_____";
    private static final int NAME = 40;
    /** Matches an unescaped asterisk, which stands for any text. */
    private static final Pattern ANYTHING = Pattern.compile("(?<!\\\\)\\*");
    /** Tolerance for rounded weights, in percentage points: three times 33 is 99. */
    private static final double ROUNDED = 1.5;

    private static final String NOTHING_TO_DO = "Nothing needs to be done.";

    private final GiftText block;
    private final List<GiftProblem> problems;
    private final String id;
    private final GiftMarkup markup;
    private final String stem;
    private final GiftText body;
    private final String general;

    GiftQuestion(GiftText block, String givenId, GiftIds ids, List<GiftProblem> problems) {
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
        GiftText tail = text.after(close + 1);
        if (tail.find("{") >= 0) {
            throw new GiftFault(
                    tail.stripped(), "Here begins a second list of answers.", "Put an empty line between questions.");
        }
        GiftText ask = text.before(open);
        this.markup = GiftMarkup.of(ask, GiftMarkup.MOODLE);
        this.stem = tail.isBlank()
                ? GiftMarkup.markdown(ask, markup)
                : gapped(GiftMarkup.markdown(ask, markup), ask, GiftMarkup.markdown(tail, markup), tail);
        GiftText inside = text.part(open + 1, close);
        int feedback = inside.find("####");
        this.general = feedback < 0 ? "" : GiftMarkup.markdown(inside.after(feedback + 4), markup);
        this.body = feedback < 0 ? inside : inside.before(feedback);
        this.id = id(givenId, title, ask, ids);
    }

    /** Joins the texts before and after the gap, with white space around it where the file has some. */
    private static String gapped(String before, GiftText ask, String after, GiftText tail) {
        boolean spaceBefore = !ask.raw().equals(ask.raw().stripTrailing());
        boolean spaceAfter = !tail.raw().equals(tail.raw().stripLeading());
        return (before + (spaceBefore ? " " : "") + GAP + (spaceAfter ? " " : "") + after).strip();
    }

    /** The question's name in problems: its title, or the beginning of its text. */
    static String name(GiftText block) {
        int end = block.raw().startsWith("::") ? block.find("::", block.from() + 2) : -1;
        int open = block.find("{");
        String name = end >= 0
                ? block.part(block.from() + 2, end).plain()
                : GiftMarkup.withoutPrefix(open < 0 ? block : block.before(open))
                        .plain();
        String line = name.replaceAll("\\s+", " ");
        return line.length() <= NAME ? line : line.substring(0, NAME).strip() + "…";
    }

    private String id(String given, String title, GiftText ask, GiftIds ids) {
        if (given.isEmpty() && title.isBlank()) {
            String id = ids.of(name(ask));
            problems.add(block.warning(
                    "The question has no title: its id is made of its text, “" + id + "”.",
                    "Give it one before its text: // [id:mql-p1]."));
            return id;
        }
        String wanted = given.isEmpty() ? title : given;
        String id = given.isEmpty() ? ids.of(title) : ids.named(given);
        String words = GiftIds.words(wanted);
        if (!id.equals(given) && !id.equals(words)) {
            problems.add(block.warning(
                    "The id made of “" + wanted + "” is “" + id
                            + "”: it was taken, too long, or has no letters from a to z.",
                    "Give it one of its own before its text: // [id:mql-p1]."));
        }
        return id;
    }

    Question read() {
        if (stem.isEmpty()) {
            throw new GiftFault(block, "The question has no text.", "Write it before the {.");
        }
        if (body.isBlank()) {
            throw new GiftFault(
                    body, "An essay has to be reviewed by a person.", "Make it an assignment, see the authors' page.");
        }
        if (body.stripped().raw().startsWith("#")) {
            return numeric(body.after(body.stripped().from() + 1));
        }
        boolean choice = body.find("~") >= 0;
        if (!choice && TRUTH.matcher(body.raw()).matches()) {
            return trueFalse();
        }
        List<GiftAnswer> answers = GiftAnswer.of(body, markup);
        if (choice) {
            return answers.stream().anyMatch(GiftAnswer::right) ? singleChoice(answers) : multipleChoice(answers);
        }
        // Moodle reads -> as a sign only in a question without a ~.
        return body.find("=") >= 0 && body.find("->") >= 0 ? matching(answers) : shortAnswer(answers);
    }

    private Question trueFalse() {
        boolean right = body.stripped().raw().toUpperCase(Locale.ROOT).startsWith("T");
        int first = body.find("#");
        String why = "";
        String whenRight = "";
        if (first >= 0) {
            int second = body.find("#", first + 1);
            why = GiftMarkup.markdown(body.part(first + 1, second < 0 ? body.to() : second), markup);
            whenRight = second < 0 ? "" : GiftMarkup.markdown(body.after(second + 1), markup);
        }
        return new TrueFalse(id, stem, Optional.empty(), right, why, explanation(List.of(whenRight)));
    }

    private Question singleChoice(List<GiftAnswer> answers) {
        List<GiftAnswer> right =
                answers.stream().filter(answer -> answer.share() >= 100).toList();
        if (right.size() != 1) {
            throw new GiftFault(
                    right.size() > 1 ? right.get(1).text() : body.stripped(),
                    right.size() > 1 ? "A second answer is right." : "No answer is right.",
                    "Begin one right answer with =, or give several weights: ~%50%…");
        }
        answers.stream().filter(GiftAnswer::isPartlyRight).forEach(this::countsAsWrong);
        answers.stream()
                .filter(answer -> answer.share() < 0)
                .findFirst()
                .ifPresent(answer -> problems.add(answer.text()
                        .warning("Here a wrong option is only wrong, whatever its weight.", NOTHING_TO_DO)));
        return new SingleChoice(id, stem, Optional.empty(), options(answers, right::contains), explanation(List.of()));
    }

    private Question multipleChoice(List<GiftAnswer> answers) {
        List<GiftAnswer> right =
                answers.stream().filter(answer -> answer.share() > 0).toList();
        double sum = right.stream().mapToDouble(GiftAnswer::share).sum();
        if (Math.abs(sum - 100) > ROUNDED) {
            throw new GiftFault(
                    body.stripped(),
                    right.isEmpty()
                            ? "No answer is right."
                            : "The weights of the right options add up to " + sum + ", not to 100.",
                    "Start one option with =, or give several weights that add up: ~%50%…");
        }
        double share = sum / right.size();
        if (right.stream().anyMatch(answer -> Math.abs(answer.share() - share) > ROUNDED)) {
            problems.add(body.stripped()
                    .warning("Here each right option earns the same, whatever its weight.", NOTHING_TO_DO));
        }
        answers.stream()
                .filter(answer -> !right.contains(answer))
                .filter(answer -> Math.abs(answer.share() + share) > ROUNDED)
                .findFirst()
                .ifPresent(answer -> problems.add(answer.text()
                        .warning(
                                "Here a wrong option costs as much as a right one earns, whatever its weight.",
                                NOTHING_TO_DO)));
        return new MultipleChoice(
                id, stem, Optional.empty(), options(answers, right::contains), explanation(List.of()));
    }

    private void countsAsWrong(GiftAnswer answer) {
        problems.add(answer.text()
                .warning(
                        "“" + answer.plain() + "” is partly right; here it counts as wrong.",
                        "Say so in its feedback, or accept it."));
    }

    private List<Option> options(List<GiftAnswer> answers, Predicate<GiftAnswer> isRight) {
        List<Option> options = new ArrayList<>();
        for (GiftAnswer answer : answers) {
            boolean right = isRight.test(answer);
            String why = answer.why();
            options.add(new Option(
                    Option.idAt(options.size()),
                    answer.line(),
                    right,
                    right || !why.isBlank() ? why : toDo(answer.text(), "say why this is wrong."),
                    false));
        }
        return options;
    }

    private Question matching(List<GiftAnswer> answers) {
        List<Matching.Pair> pairs = new ArrayList<>();
        List<String> extra = new ArrayList<>();
        for (GiftAnswer answer : answers) {
            int arrow = answer.text().find("->");
            if (arrow < 0 || !answer.right()) {
                throw new GiftFault(answer.text(), "A pair is missing here.", "Write =left -> right.");
            }
            if (!answer.feedback().isBlank()) {
                throw new GiftFault(answer.text(), "GIFT has no feedback for a pair.", "Put it behind ####.");
            }
            String left = GiftMarkup.line(answer.text().before(arrow), markup);
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
            boolean anything = ANYTHING.matcher(answer.plain()).find();
            String text = answer.plain().replace("\\*", "*");
            if (answer.share() >= 100 && anything) {
                throw new GiftFault(
                        answer.text(), "A text with * for anything cannot be kept.", "List what is accepted.");
            } else if (answer.share() >= 100) {
                accept.add(text);
                feedback.add(answer.why());
            } else if (anything) {
                problems.add(
                        answer.text().warning("Feedback for any other answer cannot be kept.", "Put it behind ####."));
            } else if (!answer.why().isBlank() || answer.isPartlyRight()) {
                if (answer.isPartlyRight()) {
                    countsAsWrong(answer);
                }
                mistakes.add(new ShortAnswer.Mistake(
                        text, answer.why().isBlank() ? toDo(answer.text(), "say why this is wrong.") : answer.why()));
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
        int otherwise = numbers.find("~");
        if (otherwise >= 0) {
            anyOtherNumber(numbers.after(otherwise));
        }
        GiftNumber right = null;
        String feedback = "";
        List<Numeric.Mistake> mistakes = new ArrayList<>();
        for (GiftAnswer answer : GiftAnswer.of(otherwise < 0 ? numbers : numbers.before(otherwise), markup)) {
            if (answer.plain().equals("*") && answer.share() < 100) {
                anyOtherNumber(answer.text());
                continue;
            }
            GiftNumber number = GiftNumber.read(GiftMarkup.withoutPrefix(answer.text()));
            boolean isRight = answer.share() >= 100;
            if (isRight && right != null) {
                throw new GiftFault(
                        answer.text(),
                        "A second number is right.",
                        "Write one, with how far off is still right: 12:1.");
            } else if (isRight) {
                right = number;
                feedback = answer.why();
            } else if (number.tolerance().signum() == 0 && !answer.why().isBlank()) {
                mistakes.add(new Numeric.Mistake(new Formula(number.value().toPlainString()), answer.why()));
                if (answer.isPartlyRight()) {
                    countsAsWrong(answer);
                }
            } else {
                problems.add(answer.text()
                        .warning(
                                "“" + answer.plain() + "” is not kept: a wrong number is one number with feedback.",
                                "Write it so, =%0%12#Why, or put what it says behind ####."));
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

    private void anyOtherNumber(GiftText place) {
        problems.add(place.warning("Feedback for any other number cannot be kept.", "Put it behind ####."));
    }

    /**
     * Joins the general feedback and the feedback on right answers. Without either, returns a to-do for the author.
     */
    private String explanation(List<String> whenRight) {
        String explanation = Stream.concat(Stream.of(general), whenRight.stream())
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining("\n\n"));
        return explanation.isEmpty() ? toDo(body.stripped(), "say why the right answer is right.") : explanation;
    }

    private String toDo(GiftText place, String what) {
        problems.add(place.warning("A to-do is left here: " + what, "Write it in GIFT, or in the YAML file."));
        return Question.TO_DO + " " + what;
    }
}
