package dev.fieldcert.curriculum.lint;

import dev.fieldcert.curriculum.AssessmentRules;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.DecisionError;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.files.Problem;
import dev.fieldcert.curriculum.files.Reading;
import dev.fieldcert.curriculum.files.SourceLocation;
import dev.fieldcert.curriculum.question.MultipleChoice;
import dev.fieldcert.curriculum.question.Numeric;
import dev.fieldcert.curriculum.question.Option;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.Scenario;
import dev.fieldcert.curriculum.question.ShortAnswer;
import dev.fieldcert.curriculum.question.SingleChoice;
import dev.fieldcert.curriculum.question.TrueFalse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks an objective's two pools: enough questions, and no pattern among the right answers. */
final class PoolRules {

    private static final int FEWEST_PRACTICE = 5;
    /** The assumed share of right answers of a borderline learner, who may need all attempts at the check. */
    private static final double ON_THE_BORDER = 0.65;

    /** With fewer questions than this, a skewed share may be an accident. */
    private static final int FEWEST_FOR_A_PATTERN = 4;

    private static final double PATTERN = 0.6;

    private static final int SHORTEST_CUE = 12;

    private final Reading reading;
    private final Course course;
    private final Objective objective;
    private final List<Problem> problems;

    PoolRules(Reading reading, Course course, Objective objective, List<Problem> problems) {
        this.reading = reading;
        this.course = course;
        this.objective = objective;
        this.problems = problems;
    }

    /** @param complete false if questions may be missing because they could not be read */
    void check(boolean complete) {
        if (complete && !course.coming()) {
            practiceSize();
            checkSize();
        }
        patterns("practice", objective.practice());
        patterns("check", objective.checkPool());
        cues(objective.checkPool());
        Stream.concat(objective.practice().stream(), objective.checkPool().stream())
                .forEach(question -> {
                    SourceLocation place = reading.place(course.id() + "/" + question.id());
                    new ItemRules(place, problems).check(question);
                    if (question instanceof Numeric numeric) {
                        new NumericRules(place, problems).check(numeric);
                    }
                });
    }

    private void practiceSize() {
        int size = objective.practice().size();
        if (size < course.practiceQuestions()) {
            problems.add(Problem.error(
                    place("practice"),
                    "The practice pool of “" + objective.id() + "” has " + size + " questions, and "
                            + course.practiceQuestions() + " are drawn from it.",
                    "Write more, or draw fewer in course.yaml."));
        } else if (size < FEWEST_PRACTICE) {
            problems.add(Problem.warning(
                    place("practice"),
                    "The practice pool of “" + objective.id() + "” has " + size
                            + " questions: learners who come back get the same ones.",
                    "Write at least " + FEWEST_PRACTICE + "."));
        }
    }

    /** Checks that a run cannot run out of questions, and that a learner who repeats the check gets new ones. */
    private void checkSize() {
        int size = objective.checkPool().size();
        int fewest = fewest(course.check());
        if (size < fewest) {
            problems.add(Problem.error(
                    place("check"),
                    "The check pool of “" + objective.id() + "” has " + size + " questions; "
                            + course.check().attempts()
                            + (course.check().attempts() == 1 ? " attempt at “" : " attempts at “")
                            + course.check().rule().written()
                            + (course.check().attempts() == 1 ? "” takes " : "” take ") + fewest + ".",
                    "Write more, or allow fewer attempts in course.yaml."));
        }
    }

    /**
     * The smallest allowed check pool: enough for the longest run, and for all attempts of a borderline learner on
     * average.
     */
    static int fewest(AssessmentRules check) {
        double mean = new DecisionError(check.rule()).questions(ON_THE_BORDER);
        return Math.max(check.rule().longest(), (int) Math.ceil(check.attempts() * mean));
    }

    /** Checks that no question of the check gives away the answer to another one. */
    private void cues(List<Question> questions) {
        for (Question asks : questions) {
            for (String key : keys(asks)) {
                Pattern said = Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(key) + "(?![\\p{L}\\p{N}])");
                questions.stream()
                        .filter(other -> !other.id().equals(asks.id()))
                        .filter(other -> said.matcher(other.ask()).find())
                        .findFirst()
                        .ifPresent(other -> problems.add(Problem.warning(
                                reading.place(course.id() + "/" + other.id()),
                                "The text says “" + key + "”, which is what " + asks.id() + " asks for.",
                                "Say it in other words: both may come in one check.")));
            }
        }
    }

    /** Returns the right answers that are too long to occur in another question by chance. */
    private static List<String> keys(Question question) {
        Stream<String> keys = question instanceof ShortAnswer typed
                ? typed.accept().stream().limit(1)
                : question instanceof SingleChoice
                        ? options(question).stream().filter(Option::right).map(Option::text)
                        : Stream.of();
        return keys.filter(key -> key.length() >= SHORTEST_CUE && key.strip().contains(" "))
                .filter(key -> !question.ask().toLowerCase(Locale.ROOT).contains(key.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private void patterns(String pool, List<Question> questions) {
        List<List<Option>> choices = questions.stream()
                .map(PoolRules::options)
                .filter(list -> !list.isEmpty())
                .toList();
        long longest = choices.stream().filter(PoolRules::isLongestRight).count();
        if (isPattern(longest, choices.size())) {
            problems.add(Problem.warning(
                    place(pool),
                    "In " + longest + " of " + choices.size()
                            + " choice questions here the longest option is right: length gives the answer away.",
                    "Lengthen some wrong options, or shorten right ones."));
        }
        long shortest = choices.stream().filter(PoolRules::isShortestRight).count();
        if (isPattern(shortest, choices.size())) {
            problems.add(Problem.warning(
                    place(pool),
                    "In " + shortest + " of " + choices.size()
                            + " choice questions here the shortest option is right: length gives the answer away.",
                    "Shorten some wrong options, or lengthen right ones."));
        }
        scenes(pool, questions);
        Map<String, Long> positions = questions.stream()
                .filter(SingleChoice.class::isInstance)
                .flatMap(question -> options(question).stream().filter(Option::right))
                .collect(Collectors.groupingBy(Option::id, Collectors.counting()));
        imbalance(pool, positions, "the right option is at place ", "Move some right options to another place.");
        Map<String, Long> truths = questions.stream()
                .filter(TrueFalse.class::isInstance)
                .map(question -> String.valueOf(((TrueFalse) question).right()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        imbalance(pool, truths, "the answer is ", "Reverse some statements.");
    }

    /** Checks that the best choice of a scene does not stand out by its length. */
    private void scenes(String pool, List<Question> questions) {
        List<List<Option>> scenes = questions.stream()
                .filter(Scenario.class::isInstance)
                .flatMap(question -> ((Scenario) question).scenes().stream())
                .map(PoolRules::asOptions)
                .filter(choices -> choices.stream().anyMatch(choice -> !choice.right()))
                .toList();
        long longest = scenes.stream().filter(PoolRules::isLongestRight).count();
        if (isPattern(longest, scenes.size())) {
            problems.add(Problem.warning(
                    place(pool),
                    "In " + longest + " of " + scenes.size()
                            + " scenes here the longest choice is the best: length gives it away.",
                    "Lengthen some other choices, or shorten the best ones."));
        }
        long shortest = scenes.stream().filter(PoolRules::isShortestRight).count();
        if (isPattern(shortest, scenes.size())) {
            problems.add(Problem.warning(
                    place(pool),
                    "In " + shortest + " of " + scenes.size()
                            + " scenes here the shortest choice is the best: length gives it away.",
                    "Shorten some other choices, or lengthen the best ones."));
        }
    }

    /** The choices with the most points count as right. */
    private static List<Option> asOptions(Scenario.Scene scene) {
        int most =
                scene.choices().stream().mapToInt(Scenario.Choice::points).max().orElse(0);
        return scene.choices().stream()
                .map(choice -> new Option(choice.id(), choice.text(), choice.points() == most, "", false))
                .toList();
    }

    private void imbalance(String pool, Map<String, Long> counts, String what, String mend) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        counts.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .filter(most -> isPattern(most.getValue(), all))
                .ifPresent(most -> problems.add(Problem.warning(
                        place(pool),
                        "In " + most.getValue() + " of " + all + " questions here " + what + most.getKey()
                                + ": a learner notices.",
                        mend)));
    }

    private static boolean isPattern(long cases, long all) {
        return all >= FEWEST_FOR_A_PATTERN && cases > PATTERN * all;
    }

    private static boolean isLongestRight(List<Option> options) {
        int right = longest(options, true);
        return right > longest(options, false);
    }

    private static boolean isShortestRight(List<Option> options) {
        return shortest(options, true) < shortest(options, false);
    }

    private static int shortest(List<Option> options, boolean right) {
        return options.stream()
                .filter(option -> option.right() == right)
                .mapToInt(option -> option.text().length())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static int longest(List<Option> options, boolean right) {
        return options.stream()
                .filter(option -> option.right() == right)
                .mapToInt(option -> option.text().length())
                .max()
                .orElse(0);
    }

    private static List<Option> options(Question question) {
        if (question instanceof SingleChoice single) {
            return single.options();
        }
        return question instanceof MultipleChoice multiple ? multiple.options() : List.of();
    }

    private SourceLocation place(String pool) {
        return reading.place(course.id() + "/" + objective.id() + "#" + pool);
    }
}
