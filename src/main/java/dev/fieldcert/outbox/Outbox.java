package dev.fieldcert.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The messages that a document still has to send, stored in the same save as the change that caused them. Immutable:
 * each change returns a new outbox.
 *
 * @param dueAt when the relay processes this outbox next: the earliest due time, or the end of the lease; null if
 *     there is nothing to do
 * @param lease the current sender's lease; null when nobody is sending
 */
public record Outbox(List<OutboxMessage> messages, Instant dueAt, Lease lease) {

    public static final Outbox EMPTY = new Outbox(List.of(), null, null);

    public Outbox {
        messages = messages == null ? List.of() : List.copyOf(messages);
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    public Optional<OutboxMessage> message(String id) {
        return messages.stream().filter(message -> message.id().equals(id)).findFirst();
    }

    /** Appends a message, unless one with the same id is already waiting. */
    public Outbox enqueue(OutboxMessage message) {
        if (message(message.id()).isPresent()) {
            return this;
        }
        List<OutboxMessage> more = new ArrayList<>(messages);
        more.add(message);
        return with(more);
    }

    public Outbox removeIf(Predicate<OutboxMessage> gone) {
        return with(messages.stream().filter(gone.negate()).toList());
    }

    public Outbox replaceAll(UnaryOperator<OutboxMessage> change) {
        return with(messages.stream().map(change).toList());
    }

    /** Removes everything that is about this person or in their name. */
    public Outbox without(String person) {
        return with(messages.stream()
                .flatMap(message -> message.content().without(person).map(message::with).stream())
                .toList());
    }

    private Outbox with(List<OutboxMessage> others) {
        return new Outbox(others, dueAt, lease);
    }

    /**
     * Removes the messages that the round has settled. If the holder still has the lease, also updates the postponed
     * messages and releases the lease.
     */
    public Outbox after(RoundResult round, String holder) {
        Outbox left = removeIf(round::removes);
        if (!isHeldBy(holder)) {
            return left;
        }
        Map<String, OutboxMessage> later =
                round.postponed().stream().collect(Collectors.toMap(OutboxMessage::id, Function.identity()));
        return new Outbox(left.replaceAll(message -> later.getOrDefault(message.id(), message)).messages, dueAt, null);
    }

    public boolean isHeldBy(String holder) {
        return lease != null && lease.holder().equals(holder);
    }

    /** When the current lease ends; empty without a lease. */
    public Optional<Instant> leasedUntil() {
        return Optional.ofNullable(lease).map(Lease::until);
    }

    /**
     * Call this before each save. Takes the lease if something is due and nobody is sending.
     *
     * @param otherWorkAt when the document has relay work other than its messages; null if never
     */
    public Outbox offeredTo(String holder, Instant now, Duration length, Instant otherWorkAt) {
        Outbox next = scheduled(now, otherWorkAt);
        boolean due = next.lease == null && next.dueAt != null && !next.dueAt.isAfter(now);
        return due ? next.leasedTo(new Lease(holder, now.plus(length))) : next;
    }

    /** Call this before a save by somebody who does not send: the relay's next tick then sends what is due. */
    Outbox scheduled(Instant now, Instant otherWorkAt) {
        if (lease != null && lease.isOver(now)) {
            return interrupted().scheduled(now, otherWorkAt);
        }
        if (isEmpty() && otherWorkAt == null) {
            return EMPTY;
        }
        return new Outbox(messages, lease == null ? firstDue(otherWorkAt) : lease.until(), lease);
    }

    private Instant firstDue(Instant otherWorkAt) {
        return Stream.concat(messages.stream().map(OutboxMessage::notBefore), Stream.ofNullable(otherWorkAt))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Takes over the lease. If a previous lease is still present, its holder crashed. */
    public Outbox claimedBy(Lease taken) {
        return (lease == null ? this : interrupted()).leasedTo(taken);
    }

    private Outbox leasedTo(Lease taken) {
        return new Outbox(messages, taken.until(), taken);
    }

    /** Restricts the lease to one message: if the holder crashes, a failure is counted for this message only. */
    public Outbox narrowedTo(OutboxMessage message) {
        return new Outbox(
                replaceAll(each -> each.id().equals(message.id()) ? message : each).messages,
                dueAt,
                new Lease(lease.holder(), lease.until(), message.id()));
    }

    /** Releases the lease before all messages are processed; any of them may have been sent. */
    public Outbox releasedAt(Instant now) {
        return new Outbox(replaceAll(message -> message.interrupted(false, now)).messages, now, null);
    }

    /** Ends an expired lease: any message that it covers may have been sent. */
    private Outbox interrupted() {
        return new Outbox(
                replaceAll(message -> lease.message() == null || lease.message().equals(message.id())
                                ? message.interrupted(!message.notBefore().isAfter(lease.until()), lease.until())
                                : message)
                        .messages,
                dueAt,
                null);
    }
}
