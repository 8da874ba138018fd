package dev.fieldcert.itemanalysis;

import dev.fieldcert.curriculum.Interval;
import dev.fieldcert.learner.Confidence;
import java.util.ArrayList;
import java.util.List;

/**
 * What the answers to one item show. Definitions follow Moodle's quiz statistics, as shares instead of percentages,
 * with one correction: the rest is always the attempt without the item, even where questions are drawn at random. Each
 * person counts once, with their first answer.
 *
 * @param answers number of all answers, including repeated ones by the same people
 * @param people number of people, whose first answers all other figures are about
 * @param facility mean score
 * @param low lower end of the facility's 95 % interval (Wilson)
 * @param high upper end of the facility's 95 % interval
 * @param deviation standard deviation of the scores; 0 for fewer than two
 * @param rests how many of the answers have a rest, that is, other answers in the same attempt
 * @param discrimination correlation of the score with the rest; null if one of them does not vary
 * @param discriminationLow lower end of the discrimination's 95 % interval (Fisher); null for fewer than four answers
 *     with a rest
 * @param discriminationHigh upper end of that interval
 * @param efficiency covariance of score and rest, as a share of the largest one possible with these scores and rests;
 *     null if that is 0
 * @param options the options that were chosen at least once, by place
 * @param timed how many of the answers have a time
 * @param medianSeconds null if no answer has a time
 * @param secondsLow lower bound of the true median time, which is below it with a probability of at most 0.001; null
 *     for fewer than ten times
 * @param secondsHigh upper bound of the true median time, which is above it with a probability of at most 0.001
 * @param sure by the confidence that people stated before they saw the grade; only levels stated at least once
 */
public record ItemStatistics(
        int answers,
        int people,
        double facility,
        double low,
        double high,
        double deviation,
        int rests,
        Double discrimination,
        Double discriminationLow,
        Double discriminationHigh,
        Double efficiency,
        List<OptionShare> options,
        int timed,
        Double medianSeconds,
        Double secondsLow,
        Double secondsHigh,
        List<Sureness> sure) {

    /** With fewer people than this, figures are shown without a judgment such as easy or hard, good or bad. */
    public static final int ENOUGH = 30;

    /**
     * The people who chose an option.
     *
     * @param option the option's place, as in {@link Response#place}
     * @param rests how many of these people have a rest
     * @param rest mean of these rests; 0 if there are none
     */
    public record OptionShare(int option, int people, int rests, double rest) {}

    /** How often the people with this confidence were right. */
    public record Sureness(Confidence confidence, int right, int people) {}

    public ItemStatistics {
        options = List.copyOf(options);
        sure = List.copyOf(sure);
    }

    public static ItemStatistics of(List<Response> all) {
        List<Response> firsts = all.stream().filter(Response::first).toList();
        double[] scores = firsts.stream().mapToDouble(Response::score).toArray();
        List<Response> paired =
                firsts.stream().filter(response -> response.others() > 0).toList();
        double[] x = paired.stream().mapToDouble(Response::score).toArray();
        double[] rest = paired.stream().mapToDouble(Response::rest).toArray();
        Double discrimination = Correlation.of(x, rest);
        double facility = scores.length == 0 ? 0 : Correlation.mean(scores);
        Interval interval = Interval.wilson(facility * scores.length, scores.length);
        int[] seconds = firsts.stream()
                .mapToInt(Response::seconds)
                .filter(each -> each >= 0)
                .sorted()
                .toArray();
        return new ItemStatistics(
                all.size(),
                firsts.size(),
                facility,
                interval.low(),
                interval.high(),
                Math.sqrt(Correlation.variance(scores)),
                paired.size(),
                discrimination,
                Correlation.bound(discrimination, paired.size(), -1),
                Correlation.bound(discrimination, paired.size(), 1),
                Correlation.efficiency(x, rest),
                options(firsts),
                seconds.length,
                median(seconds),
                bound(seconds, false),
                bound(seconds, true),
                sureness(firsts));
    }

    private static List<OptionShare> options(List<Response> responses) {
        List<OptionShare> options = new ArrayList<>();
        for (int place = 0; place < Response.MOST_OPTIONS; place++) {
            int option = place;
            List<Response> chosen = responses.stream()
                    .filter(response -> response.chose(option))
                    .toList();
            if (!chosen.isEmpty()) {
                double[] rests = chosen.stream()
                        .filter(response -> response.others() > 0)
                        .mapToDouble(Response::rest)
                        .toArray();
                options.add(new OptionShare(
                        option, chosen.size(), rests.length, rests.length == 0 ? 0 : Correlation.mean(rests)));
            }
        }
        return options;
    }

    private static List<Sureness> sureness(List<Response> responses) {
        List<Sureness> sure = new ArrayList<>();
        for (Confidence confidence : Confidence.values()) {
            List<Response> said = responses.stream()
                    .filter(response -> response.confidence() == confidence)
                    .toList();
            if (!said.isEmpty()) {
                sure.add(new Sureness(
                        confidence,
                        (int) said.stream().filter(Response::isRight).count(),
                        said.size()));
            }
        }
        return sure;
    }

    static Double median(int[] sorted) {
        if (sorted.length == 0) {
            return null;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }

    /**
     * The order statistic beyond which the true median lies with a probability of at most 0.001, by inverting a sign
     * test. Null if there are too few times.
     */
    private static Double bound(int[] sorted, boolean above) {
        int below = Binomial.belowMedian(sorted.length, Findings.ALARM);
        if (below == 0) {
            return null;
        }
        return (double) sorted[above ? sorted.length - below : below - 1];
    }

    /** The people who chose this option; zeros if nobody did. */
    public OptionShare option(int place) {
        return options.stream()
                .filter(option -> option.option() == place)
                .findFirst()
                .orElse(new OptionShare(place, 0, 0, 0));
    }

    public boolean isEnough() {
        return people >= ENOUGH;
    }
}
