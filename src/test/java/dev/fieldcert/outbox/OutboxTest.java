package dev.fieldcert.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final Instant NOW = Instant.parse("2026-11-09T08:00:00Z");
    private static final Duration LENGTH = Duration.ofSeconds(45);
    private static final Instant LATER = NOW.plus(LENGTH);

    private record Text(String text, Recipient recipient) implements MessageContent {

        @Override
        public java.util.Optional<MessageContent> without(String person) {
            return java.util.Optional.<MessageContent>of(this).filter(kept -> !text.contains(person));
        }
    }

    private static OutboxMessage message(String id, Instant notBefore) {
        return OutboxMessage.unsolicited(id, new Text(id, new Recipient.Learner()), NOW, notBefore);
    }

    private static Outbox of(OutboxMessage... messages) {
        return Stream.of(messages).reduce(Outbox.EMPTY, Outbox::enqueue, (one, other) -> other);
    }

    private static RoundResult sent(String... ids) {
        return new RoundResult(true, Set.of(ids), Set.of(), Set.of(), List.of());
    }

    @Test
    void whoSavesTakesTheLeaseWhenSomethingIsDueAndNobodySends() {
        Outbox outbox = of(message("a", NOW)).offeredTo("one", NOW, LENGTH, null);

        assertThat(outbox.isHeldBy("one")).isTrue();
        assertThat(outbox.dueAt()).isEqualTo(LATER);
        assertThat(outbox.offeredTo("two", NOW.plusSeconds(1), LENGTH, null).isHeldBy("one"))
                .isTrue();
    }

    @Test
    void whatIsNotDueYetIsLeftToTheTick() {
        Instant tomorrow = NOW.plus(Duration.ofDays(1));

        Outbox outbox = of(message("a", tomorrow)).offeredTo("one", NOW, LENGTH, null);

        assertThat(outbox.lease()).isNull();
        assertThat(outbox.dueAt()).isEqualTo(tomorrow);
    }

    @Test
    void otherWorkIsDueToo() {
        assertThat(Outbox.EMPTY.offeredTo("one", NOW, LENGTH, NOW).isHeldBy("one"))
                .isTrue();
        assertThat(Outbox.EMPTY.offeredTo("one", NOW, LENGTH, LATER).dueAt()).isEqualTo(LATER);
        assertThat(Outbox.EMPTY.offeredTo("one", NOW, LENGTH, null)).isEqualTo(Outbox.EMPTY);
    }

    @Test
    void anIdWaitsOnce() {
        assertThat(of(message("a", NOW), message("a", LATER)).messages()).containsExactly(message("a", NOW));
    }

    @Test
    void afterALeaseThatEndedByItselfAnythingMayHaveBeenSentAndWhatWasDueCounts() {
        Outbox leased = of(message("due", NOW), message("tomorrow", NOW.plus(Duration.ofDays(1))))
                .offeredTo("one", NOW, LENGTH, null);

        Outbox taken = leased.offeredTo("two", LATER, LENGTH, null);

        assertThat(taken.isHeldBy("two")).isTrue();
        assertThat(taken.messages()).allMatch(OutboxMessage::possiblySent);
        assertThat(taken.messages()).extracting(OutboxMessage::failures).containsExactly(1, 0);
    }

    @Test
    void anInterruptedAttemptOfOneMessageCountsForThatOneOnly() {
        Outbox leased = of(message("a", NOW), message("b", NOW)).offeredTo("one", NOW, LENGTH, null);

        Outbox claimed = leased.narrowedTo(leased.messages().get(0)).claimedBy(new Lease("two", LATER));

        assertThat(claimed.messages()).extracting(OutboxMessage::failures).containsExactly(1, 0);
        assertThat(claimed.messages()).extracting(OutboxMessage::possiblySent).containsExactly(true, false);
    }

    @Test
    void whoGivesTheLeaseBackIsNoFailure() {
        Outbox leased = of(message("a", NOW)).offeredTo("one", NOW, LENGTH, null);

        Outbox released = leased.releasedAt(NOW);

        assertThat(released.dueAt()).isEqualTo(NOW);
        assertThat(released.claimedBy(new Lease("two", LATER)).messages())
                .allMatch(message -> message.possiblySent() && message.failures() == 0);
    }

    @Test
    void whatWasEnqueuedMeanwhileStays() {
        Outbox leased = of(message("a", NOW)).offeredTo("one", NOW, LENGTH, null);

        Outbox after = leased.enqueue(message("b", NOW)).after(sent("a"), "one");

        assertThat(after.messages()).extracting(OutboxMessage::id).containsExactly("b");
        assertThat(after.lease()).isNull();
    }

    @Test
    void whoLostTheLeaseTakesOffWhatItSentAndTouchesNothingElse() {
        Outbox leased = of(message("a", NOW), message("b", NOW)).offeredTo("one", NOW, LENGTH, null);
        Outbox claimed = leased.claimedBy(new Lease("two", LATER));
        OutboxMessage late = message("b", LATER);

        Outbox after = claimed.after(new RoundResult(true, Set.of("a"), Set.of(), Set.of(), List.of(late)), "one");

        assertThat(after.isHeldBy("two")).isTrue();
        assertThat(after.messages())
                .singleElement()
                .isEqualTo(claimed.messages().get(1));
    }

    @Test
    void aForgottenPersonIsInNoMessage() {
        assertThat(of(message("about U0ADA", NOW), message("about U0MEI", NOW))
                        .without("U0ADA")
                        .messages())
                .extracting(OutboxMessage::id)
                .containsExactly("about U0MEI");
    }

    @Test
    void waitsGrowUntilTheLongest() {
        RetryPolicy policy = new RetryPolicy(3, 3, Duration.ofSeconds(5), Duration.ofSeconds(30));

        assertThat(Stream.of(0, 1, 2, 3, 60).map(policy::backOff))
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30));
        assertThat(policy.isExhausted(2)).isFalse();
        assertThat(policy.isExhausted(3)).isTrue();
    }
}
