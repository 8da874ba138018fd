package dev.fieldcert.drip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.ShortForm;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RetentionSimulationTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 2);

    @Test
    void aYearOfQuestionsStaysWithinTheBudgetAndKeepsMemoriesThatFollowFsrs() {
        RetentionSimulation year = new RetentionSimulation(1, FIRST_DAY, ShortForm.of(500), 1);

        System.out.print(year);
        assertThat(year.broken).isEmpty();
        assertThat(year.lateMisses).isEmpty();
        assertThat(year.questionsAWorkingDay()).isLessThanOrEqualTo(1.2);
        assertThat(year.retentionReached()).isGreaterThan(0.85);
        assertThat(year.misses).isGreaterThan(ShortForm.of(1_000));
    }

    @Test
    void memoriesHalfAsStableAreAskedAboutMoreStillWithinTheBudget() {
        RetentionSimulation year = new RetentionSimulation(2, FIRST_DAY, ShortForm.of(500), 0.5);

        System.out.print(year);
        assertThat(year.broken).isEmpty();
        assertThat(year.questionsAWorkingDay()).isLessThanOrEqualTo(1.2);
        assertThat(year.retentionReached()).isGreaterThan(0.75);
    }
}
