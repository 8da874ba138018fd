package dev.fieldcert.curriculum.lint;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Interval;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.question.Option;
import dev.fieldcert.curriculum.question.SingleChoice;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Models a test taker who does not know the subject but has learned from the other courses what correct options look
 * like: a conditional logit over surface features of the options. Each course is predicted by a model trained on all
 * the others.
 */
public final class Guesser {

    private static final int ROUNDS = 300;
    private static final double STEP = 1;
    /** L2 penalty, which keeps weights close to 0 unless many questions support them. */
    private static final double SHRINK = 0.02;

    private static final Pattern HEDGE =
            Pattern.compile("\\b(?:may|might|can|could|usually|often|sometimes|some|likely|mostly|probably)\\b");
    private static final Pattern ABSOLUTE = Pattern.compile("\\b(?:always|never|none|only|all|every|each)\\b");
    private static final Pattern ASKS = Pattern.compile("^(?:ask|find|check|agree|confirm|listen|write|name|show)\\b");

    private Guesser() {}

    /**
     * @param right number of questions guessed correctly
     * @param of number of single-choice questions
     * @param chance expected share of questions that random guessing gets right
     */
    public record Result(int right, int of, double chance) {

        public double rate() {
            return of == 0 ? 0 : (double) right / of;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "Trained guesser: %d of %d single choices (%.0f%%, 95%% interval %.0f to %.0f%%); chance finds %.0f%%.",
                    right,
                    of,
                    100 * rate(),
                    100 * Interval.wilson(right, of).low(),
                    100 * Interval.wilson(right, of).high(),
                    100 * chance);
        }
    }

    /** One question: the features of each option, and the index of the right option. */
    private record Item(double[][] seen, int right) {}

    public static Result guess(Program program) {
        List<List<Item>> byCourse =
                program.courses().stream().map(Guesser::items).toList();
        int right = 0;
        int of = 0;
        double chance = 0;
        for (List<Item> left : byCourse) {
            List<Item> others = byCourse.stream()
                    .filter(course -> course != left)
                    .flatMap(List::stream)
                    .toList();
            double[] weights = train(others);
            for (Item item : left) {
                right += best(weights, item) == item.right() ? 1 : 0;
                chance += 1.0 / item.seen().length;
                of++;
            }
        }
        return new Result(right, of, of == 0 ? 0 : chance / of);
    }

    private static List<Item> items(Course course) {
        return course.objectives().stream()
                .flatMap(objective -> Stream.concat(objective.practice().stream(), objective.checkPool().stream()))
                .filter(SingleChoice.class::isInstance)
                .map(question -> item((SingleChoice) question))
                .toList();
    }

    private static Item item(SingleChoice question) {
        List<Option> options = question.options();
        double[][] seen = new double[options.size()][];
        int right = 0;
        double mean = options.stream()
                .mapToInt(option -> option.text().length())
                .average()
                .orElse(1);
        int longest = options.stream()
                .mapToInt(option -> option.text().length())
                .max()
                .orElse(0);
        int shortest = options.stream()
                .mapToInt(option -> option.text().length())
                .min()
                .orElse(0);
        for (int i = 0; i < options.size(); i++) {
            String text = options.get(i).text().toLowerCase(Locale.ROOT);
            Set<String> others = new HashSet<>();
            options.stream()
                    .filter(other -> !other.text().equalsIgnoreCase(text))
                    .forEach(other -> others.addAll(words(other.text())));
            int length = options.get(i).text().length();
            seen[i] = new double[] {
                length / mean - 1,
                length == longest ? 1 : 0,
                length == shortest ? 1 : 0,
                text.matches(".*\\d.*") ? 1 : 0,
                text.contains("?") ? 1 : 0,
                text.contains(",") ? 1 : 0,
                text.contains("(") ? 1 : 0,
                HEDGE.matcher(text).find() ? 1 : 0,
                ABSOLUTE.matcher(text).find() ? 1 : 0,
                ASKS.matcher(text).find() ? 1 : 0,
                overlap(words(text), words(question.ask())),
                overlap(words(text), others),
                i == 0 ? 1 : 0,
                i == options.size() - 1 ? 1 : 0
            };
            right = options.get(i).right() ? i : right;
        }
        return new Item(seen, right);
    }

    /** The words of at least four characters; shorter ones carry little meaning. */
    private static Set<String> words(String text) {
        Set<String> words =
                new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+")));
        words.removeIf(word -> word.length() < 4);
        return words;
    }

    private static double overlap(Set<String> words, Set<String> with) {
        return words.isEmpty()
                ? 0
                : (double) words.stream().filter(with::contains).count() / words.size();
    }

    /** Gradient ascent on the likelihood of the right options. */
    private static double[] train(List<Item> items) {
        double[] weights = new double[14];
        for (int round = 0; round < ROUNDS && !items.isEmpty(); round++) {
            double[] slope = new double[weights.length];
            for (Item item : items) {
                double[] share = shares(weights, item);
                for (int option = 0; option < share.length; option++) {
                    double off = (option == item.right() ? 1 : 0) - share[option];
                    for (int f = 0; f < slope.length; f++) {
                        slope[f] += off * item.seen()[option][f] / items.size();
                    }
                }
            }
            for (int f = 0; f < weights.length; f++) {
                weights[f] += STEP * (slope[f] - SHRINK * weights[f]);
            }
        }
        return weights;
    }

    /** The probability of each option under the model. */
    private static double[] shares(double[] weights, Item item) {
        double[] share = new double[item.seen().length];
        double sum = 0;
        for (int option = 0; option < share.length; option++) {
            share[option] = Math.exp(value(weights, item.seen()[option]));
            sum += share[option];
        }
        for (int option = 0; option < share.length; option++) {
            share[option] /= sum;
        }
        return share;
    }

    private static int best(double[] weights, Item item) {
        int best = 0;
        for (int option = 1; option < item.seen().length; option++) {
            if (value(weights, item.seen()[option]) > value(weights, item.seen()[best])) {
                best = option;
            }
        }
        return best;
    }

    private static double value(double[] weights, double[] seen) {
        double value = 0;
        for (int f = 0; f < weights.length; f++) {
            value += weights[f] * seen[f];
        }
        return value;
    }
}
