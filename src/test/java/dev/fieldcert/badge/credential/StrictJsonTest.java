package dev.fieldcert.badge.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StrictJsonTest {

    @Test
    void whatIsReadIsWrittenAsItWas() {
        String text = "{\"a\":[1,2.5,\"x\\\"\",true,null,{}],\"b\":{\"c\":\"ø\"}}";

        assertThat(StrictJson.write(StrictJson.read(text))).isEqualTo(text);
    }

    @Test
    void aNameGivenTwiceIsRefusedAtAnyDepthEvenWhenSpeltWithEscapes() {
        assertThatThrownBy(() -> StrictJson.read("{\"a\":{\"b\":1,\"\\u0062\":2}}"))
                .isInstanceOfSatisfying(
                        StrictJson.Refused.class,
                        refused -> assertThat(refused.isDuplicate()).isTrue())
                .hasMessageContaining("“b” twice");
    }

    @Test
    void bracketsInTextAreNoNesting() {
        assertThat(StrictJson.read("{\"a\":\"" + "[".repeat(500) + "\\\"{\"}")).hasSize(1);
    }
}
