package dev.fieldcert.itemanalysis;

import dev.fieldcert.learner.Confidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Items and people by a three-parameter logistic model: people differ, items differ in how hard they are and how well they
 * tell people apart, wrong answers go to the wrong options in unequal shares, times are log-normal and people say how sure
 * they are, wrongly at times. Every item is good in the sense of {@link Findings}.
 */
final class SimulatedCourse {

    static final Choices FOUR = new Choices(
            List.of(
                    new Choices.Choice("a", "A", true),
                    new Choices.Choice("b", "B", false),
                    new Choices.Choice("c", "C", false),
                    new Choices.Choice("d", "D", false)),
            true);

    /** Questions of an attempt besides the one that is looked at. */
    private static final int OTHERS = 12;

    private final Random random;
    private final List<Item> items = new ArrayList<>();

    /** @param shares of the three wrong options among the wrong answers */
    private record Item(double hardness, double slope, double[] shares, double seconds, double guess) {

        double right(double ability) {
            return guess + (1 - guess) / (1 + Math.exp(-slope * (ability - hardness)));
        }
    }

    SimulatedCourse(long seed, int count) {
        random = new Random(seed);
        for (int i = 0; i < count; i++) {
            items.add(item());
        }
    }

    /** Between 17 and 40 % miss it, and at least 30 % of those choose each wrong option: 5 % of all. */
    private Item item() {
        while (true) {
            Item item = new Item(
                    -1.6 + random.nextDouble() * 1.4,
                    0.6 + random.nextDouble() * 1.2,
                    shares(),
                    Math.exp(0.3 * random.nextGaussian()) * 30,
                    0.2);
            double missed = 0;
            for (int i = 0; i < 400; i++) {
                missed += (1 - item.right(random.nextGaussian())) / 400;
            }
            if (missed * Arrays.stream(item.shares()).min().orElseThrow() >= 0.05) {
                return item;
            }
        }
    }

    private double[] shares() {
        double first = 0.26 + random.nextDouble() * 0.16;
        double second = 0.26 + random.nextDouble() * 0.16;
        return new double[] {first, second, 1 - first - second};
    }

    /** @param key 0 for the true one; another for a key planted wrongly */
    List<Response> responses(int item, int people, int key) {
        Item asked = items.get(item);
        List<Response> responses = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            double ability = random.nextGaussian();
            double rest = 0;
            for (int i = 0; i < OTHERS; i++) {
                rest += random.nextDouble()
                                < items.get(random.nextInt(items.size())).right(ability)
                        ? 1
                        : 0;
            }
            boolean knows = random.nextDouble() < asked.right(ability);
            int chosen = knows ? 0 : wrong(asked);
            int seconds = (int) Math.ceil(asked.seconds() * Math.exp(0.7 * random.nextGaussian()));
            boolean right = chosen == key;
            responses.add(new Response(
                    person, person, right ? 1 : 0, rest / OTHERS, OTHERS, seconds, sure(knows), 1 << chosen, true));
        }
        return responses;
    }

    private int wrong(Item item) {
        double at = random.nextDouble();
        return at < item.shares()[0] ? 1 : at < item.shares()[0] + item.shares()[1] ? 2 : 3;
    }

    private Confidence sure(boolean knows) {
        double at = random.nextDouble();
        if (knows) {
            return at < 0.5 ? Confidence.CERTAIN : at < 0.85 ? Confidence.FAIRLY : Confidence.GUESS;
        }
        return at < 0.2 ? Confidence.CERTAIN : at < 0.6 ? Confidence.FAIRLY : Confidence.GUESS;
    }

    /** What is usual among these items, as the bot works it out. */
    Usual usual() {
        List<ItemStatistics> all = new ArrayList<>();
        for (int item = 0; item < items.size(); item++) {
            all.add(ItemStatistics.of(responses(item, 40, 0)));
        }
        return Usual.of(all);
    }
}
