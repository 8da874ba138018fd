package dev.fieldcert.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The chaos suite in a short form; {@code -Dchaos="--minutes 20 --seed 7"} makes it a long one. */
class ChaosTest {

    @Test
    void nothingIsLostAndNothingIsSaidTwice() throws Exception {
        String given = System.getProperty("chaos", "--minutes 0.4 --learners 4 --instances 2");

        ChaosPlan plan = ChaosPlan.of(given.strip().split("\\s+"));
        ChaosSuite.Result result = new ChaosSuite(plan).run();

        System.out.printf(
                "%n%s%n%s%d violations%n",
                plan, result.counts(), result.violations().size());
        assertThat(result.violations()).as("violations of seed %d", plan.seed()).isEmpty();
        assertThat(result.counts().of("kills")).isPositive();
        assertThat(result.counts().of("answers on record")).isPositive();
    }
}
