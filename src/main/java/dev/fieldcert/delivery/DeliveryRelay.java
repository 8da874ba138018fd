package dev.fieldcert.delivery;

import dev.fieldcert.outbox.OutboxMessage;
import dev.fieldcert.outbox.OutboxMetrics;
import dev.fieldcert.outbox.RetryPolicy;
import dev.fieldcert.outbox.SendResult;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends the deliveries. Each destination has its own thread, so that a slow destination delays neither the others nor
 * Slack. A destination with a problem gets nothing for a pause that grows with each failure, and then a single message
 * as a test.
 */
@Component
public class DeliveryRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRelay.class);
    /** The most batches per destination and tick; the rest waits for the next tick. */
    private static final int MOST_BATCHES = 200;

    private final Deliveries deliveries;
    private final OutboxMetrics metrics;
    private final Clock clock;
    private final RetryPolicy policy = RetryPolicy.DEFAULT;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private volatile boolean stopping;

    DeliveryRelay(Deliveries deliveries, OutboxMetrics metrics, MeterRegistry registry, Clock clock) {
        this.deliveries = deliveries;
        this.metrics = metrics;
        this.clock = clock;
        for (Destination destination : deliveries.destinations()) {
            lines.put(destination.id(), new Line(destination));
            gauge(registry, destination, "fieldcert.deliveries.waiting", "messages for another system", null, () ->
                    (double) deliveries.waiting(destination.id()));
            gauge(
                    registry,
                    destination,
                    "fieldcert.deliveries.late",
                    "since the oldest of them",
                    "seconds",
                    () -> deliveries
                            .waitingSince(destination.id())
                            .map(first -> Math.max(
                                    0, Duration.between(first, clock.instant()).toMillis() / 1000.0))
                            .orElse(0.0));
        }
    }

    private static void gauge(
            MeterRegistry registry,
            Destination destination,
            String name,
            String description,
            String unit,
            java.util.function.Supplier<Number> value) {
        Gauge.builder(name, value)
                .description(description)
                .tag("destination", destination.id())
                .baseUnit(unit)
                .register(registry);
    }

    /** Runs on each tick: makes each destination's thread look for due deliveries. */
    public void wake() {
        lines.values().forEach(Line::wake);
    }

    /** Why nothing is sent to a destination at the moment, and until when; empty if there is no problem. */
    public Optional<Trouble> trouble(String destination) {
        return Optional.ofNullable(lines.get(destination)).map(line -> line.trouble);
    }

    /** @param times number of consecutive failures */
    public record Trouble(String reason, int times, Instant until) {}

    /** Sends the due deliveries on the current thread. */
    public void deliverDue() {
        lines.values().forEach(Line::deliverDue);
    }

    @Override
    public void start() {
        stopping = false;
        lines.values().forEach(Line::start);
    }

    /** Lets each thread finish the call it is making. If it cannot, nothing is lost. */
    @Override
    public void stop() {
        stopping = true;
        lines.values().forEach(Line::wake);
    }

    @Override
    public boolean isRunning() {
        return !stopping && lines.values().stream().anyMatch(line -> line.thread != null);
    }

    private final class Line {

        private final Destination destination;
        private final Object bell = new Object();
        private boolean rung;
        private Thread thread;
        private volatile Trouble trouble;

        Line(Destination destination) {
            this.destination = destination;
        }

        void start() {
            thread = new Thread(this::run, "delivery-" + destination.id());
            thread.setDaemon(true);
            thread.start();
        }

        void wake() {
            synchronized (bell) {
                rung = true;
                bell.notifyAll();
            }
        }

        private void run() {
            while (!stopping) {
                try {
                    synchronized (bell) {
                        while (!rung) {
                            bell.wait();
                        }
                        rung = false;
                    }
                    deliverDue();
                } catch (InterruptedException end) {
                    return;
                } catch (RuntimeException | Error failure) {
                    LOG.error("Deliveries not made destination={}", destination.id(), failure);
                }
            }
        }

        synchronized void deliverDue() {
            for (int batch = 0; batch < MOST_BATCHES && !stopping && !isLeftAlone(); batch++) {
                String holder = UUID.randomUUID().toString();
                List<Delivery> claimed =
                        deliveries.claim(destination.id(), holder, trouble == null ? destination.batch() : 1);
                if (claimed.isEmpty()) {
                    return;
                }
                settle(claimed, sent(claimed));
                deliveries.release(holder);
            }
        }

        private boolean isLeftAlone() {
            return trouble != null && trouble.until().isAfter(clock.instant());
        }

        private Map<String, SendResult> sent(List<Delivery> claimed) {
            try {
                return destination.send(claimed.stream().map(Delivery::message).toList());
            } catch (RuntimeException | Error failure) {
                LOG.error("Deliveries not sent destination={}", destination.id(), failure);
                Map<String, SendResult> results = new LinkedHashMap<>();
                claimed.forEach(each -> results.put(each.id(), new SendResult.Failed(failure.toString())));
                return results;
            }
        }

        private void settle(List<Delivery> claimed, Map<String, SendResult> results) {
            List<String> done = new ArrayList<>();
            Optional<SendResult.NotNow> notNow = Optional.empty();
            for (Delivery delivery : claimed) {
                SendResult result = results.get(delivery.id());
                if (result instanceof SendResult.Sent) {
                    done.add(delivery.id());
                    metrics.count(delivery.message(), "sent");
                } else if (result instanceof SendResult.NotNow later) {
                    notNow = Optional.of(later);
                } else if (result instanceof SendResult.Failed failed) {
                    failed(delivery, failed.reason());
                } else if (result instanceof SendResult.Refused refused) {
                    giveUp(delivery, delivery.message(), refused.reason());
                }
            }
            if (!done.isEmpty()) {
                deliveries.delivered(done, destination.isLogged());
            }
            notNow.ifPresentOrElse(this::leaveAlone, () -> trouble = null);
            notNow.ifPresent(later -> claimed.stream()
                    .filter(delivery -> results.get(delivery.id()) instanceof SendResult.NotNow)
                    .forEach(delivery -> deliveries.postponed(
                            delivery,
                            delivery.message().notTakenUntil(trouble.until(), later.mayHaveArrived()),
                            later.reason())));
        }

        private void leaveAlone(SendResult.NotNow later) {
            int times = trouble == null ? 0 : trouble.times();
            Instant until = clock.instant().plus(later.after().orElseGet(() -> policy.backOff(times)));
            trouble = new Trouble(later.reason(), times + 1, until);
            LOG.warn(
                    "Destination left alone destination={} reason=\"{}\" until={}",
                    destination.id(),
                    later.reason(),
                    until);
        }

        private void failed(Delivery delivery, String reason) {
            OutboxMessage message = delivery.message();
            OutboxMessage failed = message.failedUntil(clock.instant().plus(policy.backOff(message.failures())));
            if (policy.isExhausted(failed.failures())) {
                giveUp(delivery, failed, reason);
            } else {
                metrics.count(message, "postponed");
                deliveries.postponed(delivery, failed, reason);
            }
        }

        private void giveUp(Delivery delivery, OutboxMessage message, String reason) {
            if (deliveries.gaveUp(delivery, message, reason)) {
                metrics.count(message, "given_up");
                LOG.error(
                        "Delivery given up destination={} id={} reason=\"{}\"", destination.id(), message.id(), reason);
            }
        }
    }
}
