package dev.fieldcert.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarTest {

    @ParameterizedTest
    @CsvSource({"0, ▱▱▱▱▱▱▱▱▱▱ 0%", "0.3, ▰▰▰▱▱▱▱▱▱▱ 30%", "0.96, ▰▰▰▰▰▰▰▰▰▱ 96%", "1, ▰▰▰▰▰▰▰▰▰▰ 100%"})
    void theBarIsFullOnlyWhenAllIsDone(double share, String drawn) {
        assertThat(Bar.withVariable(share)).isEqualTo(drawn);
    }

    @ParameterizedTest
    @CsvSource({"-0.5, ▱▱▱▱▱▱▱▱▱▱", "1.5, ▰▰▰▰▰▰▰▰▰▰"})
    void aShareBeyondTheEndsIsDrawnAtTheEnd(double share, String drawn) {
        assertThat(Bar.of(share)).isEqualTo(drawn);
    }
}
