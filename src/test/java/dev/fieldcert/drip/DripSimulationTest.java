package dev.fieldcert.drip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.ShortForm;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DripSimulationTest {

    /**
     * From September the south springs forward (New Zealand 27 September, Sydney 4 October) and the north falls back
     * (Europe 25 October, America 1 November); from February it is the other way round.
     */
    @ParameterizedTest
    @CsvSource({"1, 2026-09-20", "2, 2027-02-01"})
    void aHundredAndTwentyDaysBringNoContactTooManyTooFewOrAtTheWrongTime(long seed, LocalDate firstDay) {
        DripSimulation simulation = new DripSimulation(seed, firstDay, ShortForm.of(500)).run();

        System.out.print(new DripFigures(simulation, seed));
        assertThat(simulation.audit.outsideWindows()).isEmpty();
        assertThat(simulation.audit.overBudget()).isEmpty();
        assertThat(simulation.audit.lost).isEmpty();
        assertThat(simulation.audit.doubled()).isEmpty();
        assertThat(simulation.slack.messages).hasSizeGreaterThan(ShortForm.of(10_000));
    }

    @Test
    void theAuditSeesWhatABotDoesThatForgetsToLookForItsMessages() {
        DripSimulation careless =
                new DripSimulation(3, LocalDate.of(2026, 9, 20), 80).careless().run();

        assertThat(careless.audit.doubled()).isNotEmpty();
        assertThat(careless.audit.overBudget()).isNotEmpty();
    }

    @Test
    void theSameSeedIsTheSameLife() {
        DripSimulation one = new DripSimulation(4, LocalDate.of(2026, 9, 20), 30).run();
        DripSimulation other = new DripSimulation(4, LocalDate.of(2026, 9, 20), 30).run();

        assertThat(new DripFigures(one, 4)).hasToString(new DripFigures(other, 4).toString());
    }
}
