package dev.fieldcert.drip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant START = Instant.parse("2026-11-02T09:30:00Z");

    @Test
    void tenThousandAtHalfPastNineAreServedWithinTheirWindows() {
        List<Pace.Due> burst = IntStream.range(0, 10_000)
                .mapToObj(i -> due("U" + i, "D" + i, Duration.ZERO, Duration.ofHours(8)))
                .toList();

        Pace.Drain drain = Pace.DEFAULT.drain(burst, START);

        assertThat(drain.late()).isEmpty();
        assertThat(drain.served()).hasSize(10_000);
        assertThat(drain.takes()).isEqualTo(Duration.ofMillis(1_999_800));
    }

    @Test
    void noMinuteCarriesMoreThanTheWorkspaceMay() {
        List<Pace.Due> burst = IntStream.range(0, 1_000)
                .mapToObj(i -> due("U" + i, "D" + i % 400, Duration.ofSeconds(i / 7), Duration.ofHours(1)))
                .toList();

        List<Instant> sent = new Pace(250, Duration.ofSeconds(1))
                .drain(burst, START).served().stream().map(Pace.Served::at).toList();

        assertThat(sent).hasSize(1_000).isSorted();
        for (int i = 250; i < sent.size(); i++) {
            assertThat(Duration.between(sent.get(i - 250), sent.get(i))).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void whoseWindowClosesFirstIsServedFirst() {
        List<Pace.Due> burst = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            burst.add(due("late" + i, "L" + i, Duration.ZERO, Duration.ofHours(8)));
        }
        for (int i = 0; i < 300; i++) {
            burst.add(due("soon" + i, "S" + i, Duration.ZERO, Duration.ofMinutes(1)));
        }

        Pace.Drain drain = Pace.DEFAULT.drain(burst, START);

        assertThat(drain.late()).isEmpty();
        assertThat(drain.served().subList(0, 300))
                .allMatch(served -> served.due().learnerId().startsWith("soon"));
    }

    @Test
    void whoCannotBeServedInTimeIsNamedNotSent() {
        List<Pace.Due> burst = IntStream.range(0, 301)
                .mapToObj(i -> due("U" + i, "D" + i, Duration.ZERO, Duration.ofMinutes(1)))
                .toList();

        Pace.Drain drain = Pace.DEFAULT.drain(burst, START);

        assertThat(drain.served()).hasSize(300);
        assertThat(drain.late()).hasSize(1);
    }

    @Test
    void oneChannelGetsOneMessageASecond() {
        List<Pace.Due> burst = IntStream.range(0, 10)
                .mapToObj(i -> due("U" + i, "C1", Duration.ZERO, Duration.ofHours(1)))
                .toList();

        assertThat(new Pace(6_000, Duration.ofSeconds(1)).drain(burst, START).takes())
                .isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void nobodyIsServedBeforeTheirWindowOpens() {
        Pace.Due later = due("U1", "D1", Duration.ofMinutes(5), Duration.ofHours(1));

        assertThat(Pace.DEFAULT.drain(List.of(later), START).served())
                .containsExactly(new Pace.Served(later, START.plus(Duration.ofMinutes(5))));
        assertThat(Pace.DEFAULT.drain(List.of(), START).takes()).isZero();
    }

    private static Pace.Due due(String learner, String channel, Duration from, Duration until) {
        return new Pace.Due(learner, channel, START.plus(from), START.plus(until));
    }
}
