package dev.fieldcert.outbox;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Delivers the messages of the outboxes in order, and removes them. Only the holder of a lease sends. A message that
 * cannot be sent now stays in the outbox. Before a message that may have arrived is sent again, the relay looks for
 * it. A message that keeps failing becomes a {@link DeadLetter}. A failure of one message or outbox never stops the
 * others.
 */
@Component
public class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    /**
     * After this time an unsolicited message is sent as soon as its recipient uses the bot, without waiting for
     * working hours.
     */
    private static final Duration LONG_WAITING = Duration.ofDays(7);

    private static final int MOST_UNREADABLE = 20;
    /** After this time a message that this release does not know is due again, for an instance of a newer release. */
    private static final Duration OFFERED_AGAIN = Duration.ofSeconds(20);

    private final List<OutboxStore> stores;
    private final Outboxes outboxes;
    private final OutboxTransport transport;
    private final DeadLetters deadLetters;
    private final List<Requeues> others;
    private final OutboxMetrics metrics;
    private final Clock clock;
    private final RetryPolicy policy = RetryPolicy.DEFAULT;
    private volatile boolean stopping;

    OutboxRelay(
            List<OutboxStore> stores,
            Outboxes outboxes,
            OutboxTransport transport,
            DeadLetters deadLetters,
            List<Requeues> others,
            OutboxMetrics metrics,
            Clock clock) {
        this.stores = stores;
        this.outboxes = outboxes;
        this.transport = transport;
        this.deadLetters = deadLetters;
        this.others = others;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Sends the due messages of a saved document, if the save took the lease. */
    public void deliver(Leased changed) {
        try {
            sendAll(storeOf(changed.owner()), changed);
        } catch (RuntimeException | Error failure) {
            rethrowFailureOfDatabase(failure);
            notWorkedOff(changed, failure);
        } finally {
            transport.changed(changed.owner());
        }
    }

    /**
     * Sends a message to a recipient who may not have a learner's record: now if it is within the recipient's working
     * hours, otherwise later. Replaces a waiting message that it supersedes.
     */
    public void tell(MessageContent content) {
        deliver(outboxes.enqueue(OutboxMessage.unsolicited(content, clock.instant())));
    }

    private OutboxStore storeOf(HasOutbox owner) {
        return stores.stream().filter(store -> store.owns(owner)).findFirst().orElseThrow();
    }

    /**
     * Runs on each tick: processes every due outbox that nobody else is sending from. If the transport asks for a
     * pause, the rest stays for the next tick.
     */
    public void deliverDue() {
        for (OutboxStore store : stores) {
            Optional<? extends Leased> claimed = stopping ? Optional.empty() : claim(store);
            while (claimed.isPresent()) {
                sendApart(store, claimed.get());
                claimed = stopping || !transport.isOpen() ? Optional.empty() : claim(store);
            }
        }
    }

    /** Claims the next readable document. An unreadable one stays claimed until its lease ends. */
    private static Optional<? extends Leased> claim(OutboxStore store) {
        for (int unreadable = 0; ; unreadable++) {
            try {
                return store.claimOutbox();
            } catch (RuntimeException | Error failure) {
                rethrowFailureOfDatabase(failure);
                LOG.error("Outbox not read", failure);
                if (unreadable == MOST_UNREADABLE) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Sends from one outbox, and logs any failure, so that the others are still processed. If the database is
     * unreachable, the next claim fails and ends the tick.
     */
    private void sendApart(OutboxStore store, Leased claimed) {
        try {
            sendAll(store, claimed);
        } catch (RuntimeException | Error failure) {
            notWorkedOff(claimed, failure);
        }
    }

    /** Logs the failure and lets the lease expire, which counts as a failed attempt of the message being sent. */
    private static void notWorkedOff(Leased leased, Throwable failure) {
        LOG.error("Outbox not worked off owner={}", leased.owner().id(), failure);
    }

    private void sendAll(OutboxStore store, Leased leased) {
        HasOutbox owner = leased.owner();
        Optional<String> sender = leased.sender();
        while (sender.isPresent()) {
            if (stopping) {
                store.release(owner.id(), sender.get());
                return;
            }
            Leased after = new Round(store, owner, sender.get()).run();
            owner = after.owner();
            sender = after.sender();
        }
    }

    private static void rethrowFailureOfDatabase(Throwable failure) {
        if (failure instanceof DataAccessException || failure instanceof MongoException) {
            throw (RuntimeException) failure;
        }
    }

    /**
     * Retries a dead letter.
     *
     * @return false if the dead letter is gone, or its owner no longer exists
     */
    public boolean retry(String id) {
        Optional<DeadLetter> letter = deadLetters.find(id);
        if (letter.isEmpty()) {
            return false;
        }
        OutboxMessage message = letter.get().message().anew(clock.instant());
        Optional<? extends Leased> enqueued = stores.stream()
                .flatMap(store -> store.enqueueAgain(letter.get().owner(), message).stream())
                .findFirst();
        boolean elsewhere = enqueued.isEmpty()
                && others.stream()
                        .anyMatch(each -> each.enqueueAgain(letter.get().owner(), message));
        deadLetters.drop(id);
        enqueued.ifPresent(this::deliver);
        return enqueued.isPresent() || elsewhere;
    }

    @Override
    public void start() {
        stopping = false;
    }

    /** Finishes the message being sent and leaves the rest to another instance. */
    @Override
    public void stop() {
        stopping = true;
    }

    @Override
    public boolean isRunning() {
        return !stopping;
    }

    /**
     * One pass over one outbox. A message with earlier failures is attempted alone, under a lease that names it, so an
     * attempt that kills the process is counted as a failure of this message only.
     */
    private final class Round {

        private final OutboxStore store;
        private final String holder;
        private final Instant now = clock.instant();
        private final Set<String> sent = new HashSet<>();
        private final Set<String> withdrawn = new HashSet<>();
        private final Set<String> dead = new HashSet<>();
        private final Map<String, OutboxMessage> postponed = new LinkedHashMap<>();
        /**
         * Recipients who get nothing more in this pass, with the time until which their messages wait, so that the
         * order is kept.
         */
        private final Map<Recipient, Instant> held = new HashMap<>();

        private HasOutbox owner;
        private boolean prepared;
        private boolean lostTheLease;

        Round(OutboxStore store, HasOutbox owner, String holder) {
            this.store = store;
            this.owner = owner;
            this.holder = holder;
        }

        Leased run() {
            prepared = prepare();
            boolean attempted = false;
            boolean over = false;
            for (OutboxMessage message : owner.outbox().messages()) {
                boolean alone = message.failures() > 0;
                over = over || attempted && alone || !mayStillSend();
                if (over) {
                    // Keeps the message; putIfAbsent preserves an update by an earlier attempt.
                    postponed.putIfAbsent(message.id(), message);
                } else if (deliver(message)) {
                    attempted = true;
                    over = alone;
                }
            }
            return store.markSent(
                    owner,
                    holder,
                    new RoundResult(prepared, sent, withdrawn, dead, new ArrayList<>(postponed.values())));
        }

        private boolean prepare() {
            try {
                transport.prepare(owner);
                return true;
            } catch (RuntimeException | Error failure) {
                rethrowFailureOfDatabase(failure);
                LOG.error("Events not recorded owner={}", owner.id(), failure);
                return false;
            }
        }

        /** Whether there is enough time left: an attempt must end before the lease does. */
        private boolean mayStillSend() {
            return !stopping
                    && !lostTheLease
                    && owner.outbox()
                            .leasedUntil()
                            .filter(until -> until.isAfter(clock.instant().plus(transport.timeout())))
                            .isPresent();
        }

        /** @return whether delivery was attempted */
        private boolean deliver(OutboxMessage message) {
            if (message.content() instanceof UnknownContent) {
                postponed.put(message.id(), message.waitingUntil(now.plus(OFFERED_AGAIN)));
                return false;
            }
            Recipient recipient = message.content().recipient();
            boolean waitedLongEnough = message.unsolicited()
                    && message.createdAt().plus(LONG_WAITING).isBefore(now)
                    && transport.isHere(message, owner);
            boolean early = message.notBefore().isAfter(now) && !waitedLongEnough;
            if (early && message.unsolicited()) {
                // A message that waits for working hours does not delay a response to the recipient.
                return false;
            }
            Instant heldUntil = held.get(recipient);
            if (heldUntil != null) {
                postponed.put(message.id(), message.waitingUntil(heldUntil));
                return false;
            }
            if (early) {
                held.put(recipient, message.notBefore());
                return false;
            }
            Optional<Instant> quietUntil = message.unsolicited() && !waitedLongEnough
                    ? transport.quietUntil(message, owner)
                    : Optional.empty();
            if (quietUntil.isPresent()) {
                waitForHours(message, quietUntil.get());
                return false;
            }
            attempt(message, recipient);
            return true;
        }

        private void waitForHours(OutboxMessage message, Instant until) {
            if (message.content().isForNowOnly()) {
                metrics.count(message, "withdrawn");
                withdrawn.add(message.id());
            } else {
                postponed.put(message.id(), message.waitingUntil(until));
            }
        }

        private void attempt(OutboxMessage message, Recipient recipient) {
            if (policy.isExhaustedByStops(message.failures())) {
                giveUp(message, "Its sender stopped in the middle, " + message.failures() + " times", null);
                return;
            }
            if (message.failures() > 0) {
                Optional<? extends HasOutbox> narrowed = store.narrowLease(owner, holder, message);
                lostTheLease = narrowed.isEmpty();
                if (lostTheLease) {
                    return;
                }
                owner = narrowed.get();
                prepared = prepare();
            }
            try {
                handle(message, recipient, transport.send(message, owner, this::mayStillSend));
            } catch (RuntimeException | Error failure) {
                rethrowFailureOfDatabase(failure);
                failed(message, recipient, failure.toString(), failure);
            }
        }

        private void handle(OutboxMessage message, Recipient recipient, SendResult result) {
            if (result instanceof SendResult.Sent) {
                sent.add(message.id());
                metrics.count(message, "sent");
            } else if (result instanceof SendResult.OutOfTime) {
                postponed.put(message.id(), message);
            } else if (result instanceof SendResult.NotNow notNow) {
                notNow(message, recipient, notNow);
            } else if (result instanceof SendResult.Failed failure) {
                failed(message, recipient, failure.reason(), null);
            } else if (result instanceof SendResult.Refused refused) {
                giveUp(message, refused.reason(), null);
            }
        }

        private void notNow(OutboxMessage message, Recipient recipient, SendResult.NotNow result) {
            Instant next = now.plus(result.after().orElseGet(() -> policy.backOff(message.attempts())));
            postpone(
                    message.notTakenUntil(next, result.mayHaveArrived() || message.possiblySent()),
                    recipient,
                    result.reason(),
                    null);
        }

        private void failed(OutboxMessage message, Recipient recipient, String reason, Throwable failure) {
            OutboxMessage failed = message.failedUntil(now.plus(policy.backOff(message.failures())));
            if (policy.isExhausted(failed.failures())) {
                giveUp(failed, reason, failure);
            } else {
                postpone(failed, recipient, reason, failure);
            }
        }

        private void postpone(OutboxMessage message, Recipient recipient, String reason, Throwable failure) {
            metrics.count(message, "postponed");
            LOG.warn(
                    "Message postponed owner={} message={} reason=\"{}\" until={}",
                    owner.id(),
                    message.kind(),
                    reason,
                    message.notBefore(),
                    failure);
            postponed.put(message.id(), message);
            held.put(recipient, message.notBefore());
        }

        private void giveUp(OutboxMessage message, String reason, Throwable failure) {
            dead.add(message.id());
            if (deadLetters.add(new DeadLetter(message.id(), owner.id(), message, reason, now))) {
                metrics.count(message, "given_up");
                LOG.error(
                        "Message given up owner={} message={} reason=\"{}\"",
                        owner.id(),
                        message.kind(),
                        reason,
                        failure);
            }
        }
    }
}
