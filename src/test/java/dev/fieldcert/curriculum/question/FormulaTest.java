package dev.fieldcert.curriculum.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

    private static final Map<String, BigDecimal> FIGURES =
            Map.of("quota", BigDecimal.valueOf(900), "closed", BigDecimal.valueOf(250), "e", BigDecimal.TEN);

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "quota - closed;650",
                "(quota - closed) / 2;325",
                "-closed + quota;650",
                "2 ^ 3 * 2;16",
                "MIN(quota, closed);250",
                "MAX(quota, closed, 1000);1000",
                "ROUND(quota / 7);129",
                "ROUND(quota / 7, 1);128.6",
                "ROUND(closed, -2);300",
                "CEILING(1.2);2",
                "FLOOR(-1.2);-2",
                "CEILING(closed, -2);300",
                "ABS(closed - quota);650",
                "IF(closed < quota, 1, 2);1",
                "e;10",
                "1 / 3 * 3;1"
            })
    void itComputesWithVariables(String formula, BigDecimal value) {
        assertThat(new Formula(formula).value(FIGURES))
                .isCloseTo(value, org.assertj.core.data.Offset.offset(new BigDecimal("1e-20")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "closed < quota",
                "closed <= 250",
                "quota > closed",
                "quota >= 900",
                "quota = 900",
                "quota == 900",
                "closed != quota",
                "closed <> quota"
            })
    void itCompares(String formula) {
        assertThat(new Formula(formula).holds(FIGURES)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "quota -",
                "RANDOM()",
                "SQRT(4)",
                "DT_NOW()",
                "quota.x",
                "quota[0]",
                "\"a\"",
                "'a'",
                "quota % 2",
                "quota && closed",
                "STR_UPPER(quota)",
                "2 quota",
                "closed;quota",
                "SUM(1, 2)",
                "!quota"
            })
    void nothingButTheListedExists(String formula) {
        assertThatThrownBy(() -> new Formula(formula).value(FIGURES))
                .as(formula)
                .isInstanceOfAny(IllegalArgumentException.class, ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"quota / (closed - 250)", "PI", "missing", "closed < quota", "10 ^ 999999999", "ROUND(1, 2, 3)"})
    void whatHasNoValueSaysSo(String formula) {
        assertThatThrownBy(() -> new Formula(formula).value(FIGURES)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aNumberIsNoComparison() {
        assertThatThrownBy(() -> new Formula("quota").holds(FIGURES)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void itKnowsItsNamesAndIsEqualByItsText() {
        assertThat(new Formula("quota - closed * 2").names()).containsExactlyInAnyOrder("quota", "closed");
        assertThat(new Formula(" quota ")).isEqualTo(new Formula("quota")).hasSameHashCodeAs(new Formula("quota"));
        assertThat(new Formula("quota")).isNotEqualTo(new Formula("closed"));
    }
}
