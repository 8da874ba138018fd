package dev.fieldcert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RushTest {

    private final Rush rush = new Rush();

    @Test
    void atFirstThereIsNone() {
        assertThat(rush.isOn()).isFalse();
    }

    @Test
    void aFewRequestsAreNone() {
        rush.came();
        rush.answered();
        rush.came();
        assertThat(rush.isOn()).isFalse();
    }

    @Test
    void requestsThatWaitForTheirAnswerAreOneUntilTheyHaveIt() {
        int many = 2 * Runtime.getRuntime().availableProcessors() + 1;
        for (int i = 0; i < many; i++) {
            rush.came();
        }
        assertThat(rush.isOn()).isTrue();
        for (int i = 0; i < many; i++) {
            rush.answered();
        }
        assertThat(rush.isOn()).isFalse();
    }
}
