package dev.fieldcert.outbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The messages waiting to be sent.
 *
 * @param messages how many
 * @param oldest when the oldest one was enqueued
 * @param due when the first outbox is due; in the past only when no instance is processing it
 */
public record OutboxBacklog(long messages, Optional<Instant> oldest, Optional<Instant> due) {

    public static final OutboxBacklog NONE = new OutboxBacklog(0, Optional.empty(), Optional.empty());

    public OutboxBacklog and(OutboxBacklog other) {
        return new OutboxBacklog(messages + other.messages, earlier(oldest, other.oldest), earlier(due, other.due));
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }
}
