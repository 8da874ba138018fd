package dev.fieldcert.curriculum.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariantsTest {

    @Test
    void aPatternIsWrittenOut() {
        assertThat(Variants.of("(economic|financial) buyer [at the (customer|client)]")
                        .orElseThrow())
                .containsExactlyInAnyOrder(
                        "economic buyer",
                        "financial buyer",
                        "economic buyer at the customer",
                        "economic buyer at the client",
                        "financial buyer at the customer",
                        "financial buyer at the client");
        assertThat(Variants.of("plain").orElseThrow()).containsExactly("plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a|b",
                "a)",
                "[a",
                "(a]",
                "(a|b|c|d)(a|b|c|d)(a|b|c|d)(a|b|c|d)(a|b|c|d)",
                "[a][b][c][d][e][f][g][h][i][j]",
            })
    void whatIsNotClosedOrTooMuchIsNone(String pattern) {
        assertThat(Variants.of(pattern)).isEmpty();
    }

    @Test
    void aTimeIsTheSameInOtherUnits() {
        assertThat(Variants.inOtherUnits("48 hours")).containsExactly("2880 minutes", "2 days");
        assertThat(Variants.inOtherUnits("1 week")).containsExactly("10080 minutes", "168 hours", "7 days");
        assertThat(Variants.inOtherUnits("90 minutes")).isEmpty();
        assertThat(Variants.inOtherUnits("two days")).isEmpty();
        assertThat(Variants.inOtherUnits("48")).isEmpty();
    }
}
