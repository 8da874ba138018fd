package dev.fieldcert.learner.memory;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FsrsPropertyTest {

    @Provide
    Arbitrary<Memory> memories() {
        return Combinators.combine(
                        Arbitraries.doubles().ofScale(3).between(Fsrs.LEAST_STABILITY, 3_650),
                        Arbitraries.doubles().between(1, 10))
                .as(Memory::new);
    }

    @Property
    void itIsForgottenWithTime(
            @ForAll("memories") Memory memory,
            @ForAll @IntRange(max = 999) int days,
            @ForAll @IntRange(min = 1) int more) {
        double now = Fsrs.retrievability(memory, days);
        assertThat(now).isBetween(0.0, 1.0);
        assertThat(Fsrs.retrievability(memory, (double) days + more)).isLessThan(now);
    }

    @Property
    void stabilityIsTheTimeUntilNineOfTenAreLeft(@ForAll("memories") Memory memory) {
        assertThat(Fsrs.retrievability(memory, memory.stability())).isBetween(0.9 - 1e-9, 0.9 + 1e-9);
    }

    @Property
    void itStaysInBounds(
            @ForAll("memories") Memory memory, @ForAll @IntRange(max = 4_000) int days, @ForAll Recall recall) {
        Memory next = Fsrs.next(memory, days, recall);
        assertThat(next.stability()).isBetween(Fsrs.LEAST_STABILITY, Fsrs.MOST_STABILITY);
        assertThat(next.difficulty()).isBetween(1.0, 10.0);
    }

    @Property
    void aBetterRecallNeverLastsShorterAndIsNeverHarder(
            @ForAll("memories") Memory memory, @ForAll @IntRange(min = 1, max = 4_000) int days) {
        Memory before = Fsrs.next(memory, days, Recall.AGAIN);
        for (Recall recall : new Recall[] {Recall.HARD, Recall.GOOD, Recall.EASY}) {
            Memory next = Fsrs.next(memory, days, recall);
            assertThat(next.stability()).isGreaterThanOrEqualTo(before.stability());
            assertThat(next.difficulty()).isLessThanOrEqualTo(before.difficulty());
            before = next;
        }
    }

    @Property
    void aMissShortensAndARecallLengthens(
            @ForAll("memories") Memory memory, @ForAll @IntRange(min = 1, max = 4_000) int days) {
        assertThat(Fsrs.next(memory, days, Recall.AGAIN).stability())
                .isLessThanOrEqualTo(Math.max(Fsrs.LEAST_STABILITY, memory.stability()));
        assertThat(Fsrs.next(memory, days, Recall.GOOD).stability()).isGreaterThanOrEqualTo(memory.stability());
    }

    @Property
    void whoWantsToRememberMoreIsAskedSooner(@ForAll("memories") Memory memory) {
        int sooner = Fsrs.interval(memory, 0.95, 365);
        int later = Fsrs.interval(memory, 0.80, 365);
        assertThat(sooner).isBetween(1, later);
        assertThat(later).isLessThanOrEqualTo(365);
    }
}
