package dev.fieldcert.curriculum.lint;

import dev.fieldcert.curriculum.files.Problem;
import dev.fieldcert.curriculum.files.SourceLocation;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks a question against the item-writing guidelines that a program can check. */
final class ItemRules implements Question.Cases<Void> {

    private static final Pattern ABOVE = Pattern.compile(
            "(?i)(?:all|none|both|neither|any|some) of (?:the )?(?:above|these|other options|others)\\b.{0,20}");
    private static final Pattern ABSOLUTE = Pattern.compile("(?i).*\\b(?:always|never|none|only)\\b.*");
    private static final double MUCH_LONGER = 1.5;
    private static final int VISIBLY_LONGER = 20;

    private final SourceLocation place;
    private final List<Problem> problems;

    ItemRules(SourceLocation place, List<Problem> problems) {
        this.place = place;
        this.problems = problems;
    }

    void check(Question question) {
        Stem stem = new Stem(question.ask());
        boolean asksLater = question instanceof Scenario;
        if (!asksLater && !stem.asks(question instanceof TrueFalse)) {
            warn(
                    "The text ends without a question, so that a learner has to guess what is asked.",
                    "End it with a question, a colon, or what to do (“Put the steps in order.”).");
        }
        if (stem.hasPlainNegative()) {
            warn(
                    "The question turns on a negative that is easy to read over.",
                    "Ask it the other way round, or write **NOT** so that nobody misses it.");
        }
        question.match(this);
    }

    private void warn(String message, String mend) {
        problems.add(Problem.warning(place, message, mend));
    }

    private void options(List<Option> options) {
        if (options.stream().anyMatch(option -> ABOVE.matcher(option.text()).matches())) {
            warn(
                    "An option refers to other options: knowing two of them gives it away, and shuffling moves “above”.",
                    "Say what it means, or ask with multiple-choice.");
        }
        boolean absoluteWrong = options.stream()
                .anyMatch(option -> !option.right()
                        && ABSOLUTE.matcher(option.text()).matches()
                        && !ABOVE.matcher(option.text()).matches());
        boolean absoluteRight = options.stream()
                .anyMatch(option ->
                        option.right() && ABSOLUTE.matcher(option.text()).matches());
        if (absoluteWrong && !absoluteRight) {
            warn(
                    "Absolute words (always, never, none, only) appear only in wrong options: people know that cue.",
                    "Soften the wrong options.");
        }
        int longestWrong = longest(options, false);
        int longestRight = longest(options, true);
        if (longestWrong > 0
                && longestRight > MUCH_LONGER * longestWrong
                && longestRight > longestWrong + VISIBLY_LONGER) {
            warn("The right option is much longer than the wrong ones.", "Make them alike in length and detail.");
        }
        if (NumberSpan.overlap(options.stream().map(Option::text).toList())) {
            warn("Two options overlap, so that both can be right.", "Let each span begin after the one before ends.");
        }
    }

    private static int longest(List<Option> options, boolean right) {
        return options.stream()
                .filter(option -> option.right() == right)
                .mapToInt(option -> option.text().length())
                .max()
                .orElse(0);
    }

    @Override
    public Void singleChoice(SingleChoice question) {
        options(question.options());
        return null;
    }

    @Override
    public Void multipleChoice(MultipleChoice question) {
        options(question.options());
        long right = question.options().stream().filter(Option::right).count();
        if (right == question.options().size()) {
            warn("Every option is right, so selecting all of them is right.", "Add options that are wrong.");
        } else if (right == 1) {
            warn("Only one option is right.", "Make it single-choice, or add right options.");
        }
        if (!question.saysHowMany() && new Stem(question.ask()).saysHowMany()) {
            warn(
                    "The text tells how many options are right, which makes the question easier.",
                    "Ask “Which of these …?”, or decide it with “say-how-many: true”.");
        }
        return null;
    }

    @Override
    public Void trueFalse(TrueFalse question) {
        if (question.whyTempting().isBlank() && !question.right()) {
            warn("Learners who take this false statement for true don’t see why it’s tempting.", "Add a “why”.");
        }
        return null;
    }

    @Override
    public Void matching(Matching question) {
        return null;
    }

    @Override
    public Void sorting(Sorting question) {
        for (String category : question.categoryNames()) {
            if (question.entries().stream().noneMatch(entry -> entry.category().equals(category))) {
                warn("Nothing belongs to the category “" + category + "”.", "Add an item for it, or remove it.");
            }
        }
        return null;
    }

    @Override
    public Void ordering(Ordering question) {
        return null;
    }

    @Override
    public Void numeric(Numeric question) {
        if (question.solution().isBlank()) {
            warn("There is no worked solution.", "Add “solution:” with the variables in braces and {answer}.");
        }
        return null;
    }

    @Override
    public Void shortAnswer(ShortAnswer question) {
        List<String> refused = TypicalVariants.of(question).stream()
                .filter(variant -> !question.accepts(variant))
                .filter(variant -> question.mistakes().stream()
                        .noneMatch(mistake -> mistake.answer().equalsIgnoreCase(variant)))
                .toList();
        if (!refused.isEmpty()) {
            warn(
                    "Learners type this, too, and it would be refused: "
                            + refused.stream().map(each -> "“" + each + "”").collect(Collectors.joining(", ")) + ".",
                    "Add it to “accept”, or to “mistakes” when it is wrong.");
        }
        question.accept().stream()
                .filter(DmWords::isCommand)
                .forEach(answer -> warn(
                        "The answer “" + answer
                                + "” is a command: whoever types it in the DM runs it and answers nothing.",
                        "Ask for it in other words, or accept a longer answer only."));
        for (ShortAnswer.Mistake mistake : question.mistakes()) {
            if (question.accepts(mistake.answer())) {
                warn(
                        "The mistake “" + mistake.answer() + "” is accepted as right.",
                        "Remove it, or allow fewer wrong letters.");
            }
        }
        return null;
    }

    @Override
    public Void written(Written question) {
        return null;
    }

    @Override
    public Void scenario(Scenario question) {
        for (Scenario.Scene scene : question.scenes()) {
            if (scene.choices().size() == 1) {
                warn("The scene “" + scene.id() + "” leaves no choice.", "Add a second one.");
            }
        }
        return null;
    }
}
