package dev.fieldcert.learner.memory;

import static dev.fieldcert.learner.memory.Recall.AGAIN;
import static dev.fieldcert.learner.memory.Recall.EASY;
import static dev.fieldcert.learner.memory.Recall.GOOD;
import static dev.fieldcert.learner.memory.Recall.HARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The formulas against the vectors published with py-fsrs 6.3.1 (MIT) and against another implementation, ts-fsrs. */
class FsrsTest {

    private static final int LONGEST = 36_500;

    @Test
    void reviewsAtTheirTimeHaveThePublishedIntervals() {
        List<Recall> recalls = List.of(GOOD, GOOD, GOOD, GOOD, GOOD, GOOD, AGAIN, AGAIN, GOOD, GOOD, GOOD, GOOD, GOOD);

        assertThat(new WithLearningSteps().days(recalls))
                .containsExactly(0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21);
    }

    @Test
    void reviewsAtOtherTimesHaveThePublishedMemory() {
        Memory memory = Fsrs.first(AGAIN);
        for (int days : new int[] {0, 1, 3, 8, 21}) {
            memory = Fsrs.next(memory, days, GOOD);
        }

        assertThat(memory.stability()).isCloseTo(53.62691, within(1e-4));
        assertThat(memory.difficulty()).isCloseTo(6.3574867, within(1e-4));
    }

    @Test
    void withoutLearningStepsTheGapsAreThoseOfTheEvidence() {
        assertThat(gaps(0.90, GOOD, GOOD, GOOD, GOOD, GOOD)).containsExactly(2, 11, 46, 163, 497);
        assertThat(gaps(0.90, AGAIN, GOOD, GOOD, GOOD, GOOD, GOOD)).containsExactly(1, 2, 6, 17, 44, 102);
        assertThat(gaps(0.90, EASY, GOOD, GOOD)).containsExactly(8, 39, 153);
        assertThat(gaps(0.95, GOOD, GOOD, GOOD, GOOD, GOOD, GOOD)).containsExactly(1, 3, 8, 19, 43, 89);
    }

    @Test
    void tenThousandRandomHistoriesEndAsInAnIndependentImplementation() {
        List<String> expected = reference();
        assertThat(expected).hasSize(10_000);
        for (int n = 1; n <= expected.size(); n++) {
            String[] line = expected.get(n - 1).split(" ");
            Memory memory = new RandomHistory(n).memory();
            double stability = Double.parseDouble(line[0]);
            assertThat(memory.stability())
                    .as("stability of history %d", n)
                    .isCloseTo(stability, within(1e-5 * Math.max(1, stability)));
            assertThat(memory.difficulty())
                    .as("difficulty of history %d", n)
                    .isCloseTo(Double.parseDouble(line[1]), within(1e-6));
            assertThat(Fsrs.interval(memory, 0.90, LONGEST))
                    .as("interval of history %d", n)
                    .isEqualTo(Integer.parseInt(line[2]));
            // Their factor is rounded to eight digits, ours is not: at most one day in ten thousand.
            assertThat((double) Fsrs.interval(memory, 0.80, LONGEST))
                    .as("longer interval of history %d", n)
                    .isCloseTo(Double.parseDouble(line[3]), within(1.0));
        }
    }

    private static List<Integer> gaps(double desiredRetention, Recall first, Recall... then) {
        Memory memory = Fsrs.first(first);
        List<Integer> gaps = new ArrayList<>(List.of(Fsrs.interval(memory, desiredRetention, LONGEST)));
        for (Recall recall : then) {
            memory = Fsrs.next(memory, gaps.get(gaps.size() - 1), recall);
            gaps.add(Fsrs.interval(memory, desiredRetention, LONGEST));
        }
        return gaps.subList(0, 1 + then.length);
    }

    private static List<String> reference() {
        try (var lines = FsrsTest.class.getResourceAsStream("/fsrs/reference.txt")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The generator that reference.mjs documents. */
    private static final class RandomHistory {

        private int x;

        RandomHistory(int number) {
            x = number * (int) 2654435761L;
        }

        Memory memory() {
            long length = 1 + next() % 20;
            Memory memory = null;
            for (int i = 0; i < length; i++) {
                Recall drawn = Recall.values()[(int) (next() % 4)];
                long days = i == 0 || next() % 8 < 1 ? 0 : 1 + next() % 300;
                Recall recall = i > 0 && days == 0 && drawn == HARD ? GOOD : drawn;
                memory = memory == null ? Fsrs.first(recall) : Fsrs.next(memory, days, recall);
            }
            return memory;
        }

        private long next() {
            x ^= x << 13;
            x ^= x >>> 17;
            x ^= x << 5;
            return Integer.toUnsignedLong(x);
        }
    }

    /** Anki's steps around the formulas, as the first vector has them: two before it is learned, one after a miss. */
    private static final class WithLearningSteps {

        private Memory memory;
        private int stepsLeft = 2;
        private int gap;

        List<Integer> days(List<Recall> recalls) {
            return recalls.stream().map(this::day).toList();
        }

        private int day(Recall recall) {
            boolean graduated = stepsLeft == 0;
            memory = memory == null ? Fsrs.first(recall) : Fsrs.next(memory, gap, recall);
            if (recall == AGAIN) {
                stepsLeft = 1;
            } else if (!graduated) {
                stepsLeft--;
            }
            gap = stepsLeft > 0 ? 0 : Fsrs.interval(memory, 0.90, LONGEST);
            return gap;
        }
    }
}
