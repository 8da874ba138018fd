package dev.fieldcert.slack.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoadSheddingTest {

    private final LoadShedding loadShedding = new LoadShedding();

    @Test
    void atFirstThereIsNone() {
        assertThat(loadShedding.isOn()).isFalse();
    }

    @Test
    void aFewRequestsAreNone() {
        loadShedding.came();
        loadShedding.answered();
        loadShedding.came();
        assertThat(loadShedding.isOn()).isFalse();
    }

    @Test
    void requestsThatWaitForTheirAnswerAreOneUntilTheyHaveIt() {
        int many = 2 * Runtime.getRuntime().availableProcessors() + 1;
        for (int i = 0; i < many; i++) {
            loadShedding.came();
        }
        assertThat(loadShedding.isOn()).isTrue();
        for (int i = 0; i < many; i++) {
            loadShedding.answered();
        }
        assertThat(loadShedding.isOn()).isFalse();
    }
}
