package dev.fieldcert.slack.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldWordsTest {

    @Test
    void markupBecomesWordsAsPeopleReadThem() {
        assertThat(FieldWords.of("*Plans &amp; more* is not due for <@U0ADA>: `none`.", id -> "Ada <3"))
                .isEqualTo("Plans & more is not due for Ada <3: none.");
    }

    @Test
    void whoeverHasNoNameHereIsThisPerson() {
        assertThat(FieldWords.of("<@U0ADA> is a bot.", id -> "")).isEqualTo("This person is a bot.");
        assertThat(FieldWords.of("Ask <@U0ADA>.", id -> "")).isEqualTo("Ask this person.");
    }

    @Test
    void aChannelIsThatChannelAndASentenceIsNeverLongerThanAFieldCanShow() {
        assertThat(FieldWords.of("I am not in <#C0WINS> yet.", id -> "")).isEqualTo("I am not in that channel yet.");
        assertThat(FieldWords.of("x".repeat(2000), id -> "")).hasSize(500);
    }
}
