package dev.fieldcert.outbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The messages waiting to be sent.
 *
 * @param messages number of messages
 * @param oldest when the oldest message was enqueued; empty if none is waiting
 * @param due when the first outbox is due; in the past only if no instance is processing it; empty if none is waiting
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
