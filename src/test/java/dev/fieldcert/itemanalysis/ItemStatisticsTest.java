package dev.fieldcert.itemanalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fieldcert.learner.Confidence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The figures against those of a script that knows the definitions only ({@code itemanalysis/fixed-form.py}). */
class ItemStatisticsTest {

    private static final Offset<Double> EXACT = within(1e-6);

    private static JsonNode expected() throws IOException {
        return new ObjectMapper()
                .readTree(ItemStatisticsTest.class.getResourceAsStream("/itemanalysis/fixed-form.json"));
    }

    private static double[][] scores(JsonNode expected) {
        JsonNode rows = expected.get("scores");
        double[][] scores = new double[rows.size()][rows.get(0).size()];
        for (int person = 0; person < scores.length; person++) {
            for (int item = 0; item < scores[person].length; item++) {
                scores[person][item] = rows.get(person).get(item).asDouble();
            }
        }
        return scores;
    }

    private static List<Response> responses(double[][] scores, int item) {
        List<Response> responses = new ArrayList<>();
        for (int person = 0; person < scores.length; person++) {
            double rest = 0;
            for (int other = 0; other < scores[person].length; other++) {
                rest += other == item ? 0 : scores[person][other];
            }
            int others = scores[person].length - 1;
            responses.add(response(person, scores[person][item], rest / others, others, -1, 0, true));
        }
        return responses;
    }

    private static Response response(
            long key, double score, double rest, int others, int seconds, int chosen, boolean first) {
        return new Response(
                key,
                key,
                score,
                rest,
                others,
                seconds,
                score >= 1 ? Confidence.CERTAIN : Confidence.FAIRLY,
                chosen,
                first);
    }

    @Test
    void onAFixedFormTheyAreMoodles() throws IOException {
        JsonNode expected = expected();
        double[][] scores = scores(expected);
        FixedForm form = new FixedForm(scores);

        for (int item = 0; item < scores[0].length; item++) {
            ItemStatistics is = ItemStatistics.of(responses(scores, item));
            JsonNode should = expected.get("items").get(item);
            assertThat(is.people()).isEqualTo(40);
            assertThat(is.facility()).isCloseTo(should.get("facility").asDouble(), EXACT);
            assertThat(is.low()).isCloseTo(should.get("low").asDouble(), EXACT);
            assertThat(is.high()).isCloseTo(should.get("high").asDouble(), EXACT);
            assertThat(is.deviation()).isCloseTo(should.get("deviation").asDouble(), EXACT);
            assertThat(is.discrimination())
                    .isCloseTo(should.get("discrimination").asDouble(), EXACT);
            assertThat(is.discriminationLow())
                    .isCloseTo(should.get("discriminationLow").asDouble(), EXACT);
            assertThat(is.discriminationHigh())
                    .isCloseTo(should.get("discriminationHigh").asDouble(), EXACT);
            assertThat(is.efficiency()).isCloseTo(should.get("efficiency").asDouble(), EXACT);
            if (should.get("effectiveWeight").isNull()) {
                assertThat(form.effectiveWeight(item)).isNull();
            } else {
                assertThat(form.effectiveWeight(item))
                        .isCloseTo(should.get("effectiveWeight").asDouble(), EXACT);
            }
        }
        assertThat(form.internalConsistency())
                .isCloseTo(expected.get("internalConsistency").asDouble(), EXACT);
    }

    @Test
    void whoDoesBestOnTheRestAndOnTheItemGivesAnEfficiencyOfOne() {
        List<Response> inOrder = List.of(
                response(1, 0, 0.1, 3, -1, 0, true),
                response(2, 0, 0.2, 3, -1, 0, true),
                response(3, 1, 0.9, 3, -1, 0, true),
                response(4, 1, 1.0, 3, -1, 0, true));

        assertThat(ItemStatistics.of(inOrder).efficiency()).isCloseTo(1, EXACT);
        assertThat(ItemStatistics.of(inOrder).discrimination()).isLessThan(1);
    }

    @Test
    void whatCannotBeSaidIsNotSaid() {
        ItemStatistics nothing = ItemStatistics.of(List.of());
        assertThat(nothing.people()).isZero();
        assertThat(nothing.low()).isZero();
        assertThat(nothing.high()).isEqualTo(1);
        assertThat(nothing.discrimination()).isNull();
        assertThat(nothing.medianSeconds()).isNull();

        ItemStatistics alike =
                ItemStatistics.of(List.of(response(1, 1, 0.5, 2, 4, 0, true), response(2, 1, 0.7, 2, 8, 0, true)));
        assertThat(alike.discrimination()).isNull();
        assertThat(alike.efficiency()).isNull();
        assertThat(alike.medianSeconds()).isEqualTo(6);
        assertThat(alike.secondsLow()).isNull();
        assertThat(alike.isEnough()).isFalse();
    }

    @Test
    void optionsSayHowManyChoseThemAndHowTheseDidOnTheRest() {
        int a = Response.bit("a");
        int c = Response.bit("c");
        ItemStatistics is = ItemStatistics.of(List.of(
                response(1, 1, 0.8, 4, 1, a, true),
                response(2, 0, 0.2, 4, 1, c, true),
                response(3, 0, 0.4, 4, 1, a | c, true),
                response(4, 0, 0, 0, 1, c, true),
                response(5, 0, 0.9, 4, 1, c, false)));

        assertThat(is.options()).extracting(ItemStatistics.OptionShare::option).containsExactly(0, 2);
        assertThat(is.option(0).people()).isEqualTo(2);
        assertThat(is.option(0).rest()).isCloseTo(0.6, EXACT);
        assertThat(is.option(2).people()).isEqualTo(3);
        assertThat(is.option(2).rests()).isEqualTo(2);
        assertThat(is.option(2).rest()).isCloseTo(0.3, EXACT);
        assertThat(is.option(1).people()).isZero();
        assertThat(is.sure())
                .containsExactly(
                        new ItemStatistics.Sureness(Confidence.FAIRLY, 0, 3),
                        new ItemStatistics.Sureness(Confidence.CERTAIN, 1, 1));
        assertThat(is.answers()).isEqualTo(5);
        assertThat(is.people()).isEqualTo(4);
    }

    /** Ten times: the median is below the smallest with 2⁻¹⁰, and below the second with 11 times that. */
    @Test
    void theMedianTimeLiesBetweenTwoOfTheTimes() {
        List<Response> ten = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            ten.add(response(i, 1, 0, 0, 10 * i, 0, true));
        }

        ItemStatistics is = ItemStatistics.of(ten);

        assertThat(is.medianSeconds()).isEqualTo(55);
        assertThat(is.secondsLow()).isEqualTo(10);
        assertThat(is.secondsHigh()).isEqualTo(100);
        assertThat(ItemStatistics.of(ten.subList(0, 9)).secondsLow()).isNull();
    }

    @Test
    void binomialTailsAreExact() {
        assertThat(Binomial.atLeast(7, 7, 0.5)).isCloseTo(1 / 128.0, within(1e-12));
        assertThat(Binomial.atLeast(2, 3, 0.5)).isCloseTo(0.5, within(1e-12));
        assertThat(Binomial.atLeast(0, 3, 0.2)).isEqualTo(1);
        assertThat(Binomial.atLeast(1, 3, 0.2)).isCloseTo(1 - 0.512, within(1e-12));
        assertThat(Binomial.atLeast(4, 3, 0.2)).isZero();
        assertThat(Binomial.belowMedian(10, 0.001)).isEqualTo(1);
        assertThat(Binomial.belowMedian(9, 0.001)).isZero();
        assertThat(Binomial.belowMedian(4000, 0.001)).isBetween(1890, 1910);
    }
}
