package dev.fieldcert.itemanalysis;

import dev.fieldcert.learner.Confidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for items that do not measure well. Each rule has a rate of false alarms on good items; {@code FalseAlarmTest}
 * measures the total. In a good item, no wrong option is more attractive than the key; at least {@value
 * #FUNCTIONING_PERCENT} % choose each wrong option (Haladyna's functioning distractor), so at least as many get it
 * wrong; it is answered wrong no more often than by guessing among four options; its median time is within a factor of
 * {@value #FACTOR} of the usual time in the course; and its shares of certain but wrong answers and of guesses are
 * within a factor of two of the usual ones.
 */
public final class Findings {

    /**
     * A finding with at most this probability on a good item is an alarm: with 196 items and 5 rules, fewer than one
     * false alarm is expected.
     */
    public static final double ALARM = 0.001;

    /** With fewer answers than this there are no findings about options and facility. */
    static final int LEAST = ItemStatistics.ENOUGH;
    /**
     * The number of times from which an item's median time is compared: the longest of ten is above the true median
     * with probability 0.999.
     */
    static final int LEAST_TIMES = 10;
    /** The number of items with times from which a course has a usual time. */
    static final int LEAST_ITEMS = 5;

    private static final double KEY = 0.01;
    private static final int FUNCTIONING_PERCENT = 5;
    private static final double FUNCTIONING = FUNCTIONING_PERCENT / 100.0;
    private static final double GUESSING = 0.25;
    private static final int FACTOR = 3;
    private static final int REPORTS = 2;

    private Findings() {}

    /**
     * @param usual the usual figures of the course's items in the same mode
     * @param reports how many people reported the item
     * @return alarms first
     */
    public static List<Finding> of(ItemStatistics item, Choices choices, Usual usual, int reports) {
        List<Finding> found = new ArrayList<>();
        wrongKeys(item, choices, found);
        if (item.people() >= LEAST) {
            facility(item, found);
            deadOptions(item, choices, found);
        }
        time(item, usual, found);
        sureness(item, usual, found);
        if (reports >= REPORTS) {
            found.add(new Finding.Reported(reports));
        }
        found.sort(Comparator.comparing(finding -> !finding.isAlarm()));
        return List.copyOf(found);
    }

    private static void wrongKeys(ItemStatistics item, Choices choices, List<Finding> found) {
        if (!choices.one()) {
            return;
        }
        ItemStatistics.OptionShare key = choices.options().stream()
                .filter(Choices.Choice::right)
                .map(option -> item.option(option.place()))
                .findFirst()
                .orElseThrow();
        double keyedRest = key.rests() > 0 ? key.rest() : rest(item);
        for (Choices.Choice wrong : choices.wrong()) {
            ItemStatistics.OptionShare chosen = item.option(wrong.place());
            double chance = Binomial.atLeast(chosen.people(), chosen.people() + key.people(), 0.5);
            if (chance < KEY && chosen.rests() > 0 && chosen.rest() >= keyedRest) {
                found.add(new Finding.WrongKey(
                        wrong.place(), chosen.people(), key.people(), chosen.rest(), keyedRest, chance));
            }
        }
    }

    /** The mean rest score of everybody who chose an option. */
    private static double rest(ItemStatistics item) {
        int people = item.options().stream()
                .mapToInt(ItemStatistics.OptionShare::rests)
                .sum();
        double sum = item.options().stream()
                .mapToDouble(option -> option.rest() * option.rests())
                .sum();
        return people == 0 ? 0 : sum / people;
    }

    private static void facility(ItemStatistics item, List<Finding> found) {
        if (item.facility() >= 1) {
            found.add(new Finding.Everybody(item.people(), Math.pow(1 - FUNCTIONING, item.people())));
        }
        if (item.facility() <= 0) {
            found.add(new Finding.Nobody(item.people(), Math.pow(1 - GUESSING, item.people())));
        }
    }

    /**
     * Skips an item that everybody gets right: all its wrong options are dead, and {@link Finding.Everybody} is
     * reported instead.
     */
    private static void deadOptions(ItemStatistics item, Choices choices, List<Finding> found) {
        List<Choices.Choice> wrong = choices.wrong();
        if (item.facility() >= 1 || wrong.size() < 2) {
            return;
        }
        double chance = Math.min(1, wrong.size() * Math.pow(1 - FUNCTIONING, item.people()));
        wrong.stream()
                .filter(option -> item.option(option.place()).people() == 0)
                .forEach(option -> found.add(new Finding.DeadOption(option.place(), item.people(), chance)));
    }

    private static void time(ItemStatistics item, Usual usual, List<Finding> found) {
        if (usual.items() < LEAST_ITEMS || item.secondsLow() == null || usual.seconds() <= 0) {
            return;
        }
        if (item.secondsLow() > FACTOR * usual.seconds() || item.secondsHigh() * FACTOR < usual.seconds()) {
            found.add(new Finding.OutOfTime(item.medianSeconds(), usual.seconds(), item.timed(), ALARM));
        }
    }

    private static void sureness(ItemStatistics item, Usual usual, List<Finding> found) {
        int said = 0;
        int guesses = 0;
        for (ItemStatistics.Sureness sure : item.sure()) {
            said += sure.people();
            if (sure.confidence() == Confidence.CERTAIN) {
                int wrong = sure.people() - sure.right();
                double chance = Binomial.atLeast(wrong, sure.people(), between(2 * usual.certainlyWrong(), 0.2, 0.5));
                if (chance <= ALARM) {
                    found.add(new Finding.Overconfident(wrong, sure.people(), usual.certainlyWrong(), chance));
                }
            }
            guesses += sure.confidence() == Confidence.GUESS ? sure.people() : 0;
        }
        double chance = Binomial.atLeast(guesses, said, between(2 * usual.guessed(), 0.3, 0.7));
        if (said > 0 && chance <= ALARM) {
            found.add(new Finding.Guessed(guesses, said, usual.guessed(), chance));
        }
    }

    private static double between(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
