package dev.fieldcert.slack.delivery;

import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Notification.Audience;
import dev.fieldcert.learner.Notification.MessageRef;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.OutboxMessage;
import dev.fieldcert.learner.UpdateProfile;
import dev.fieldcert.slack.channels.Channels;
import dev.fieldcert.slack.home.HomeRefresh;
import dev.fieldcert.slack.rendering.NotificationRenderer;
import dev.fieldcert.slack.rendering.RenderedMessage;
import dev.fieldcert.slack.users.QuietHours;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackMetrics;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Says what is owed, in order, and ticks it off. What cannot be said now stays owed; what may have arrived already is
 * looked for in the conversation before it is said again.
 */
@Component
public class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration LONG_WAITING = Duration.ofDays(7);
    private static final Duration HERE = Duration.ofMinutes(5);

    private volatile boolean stopping;
    private final Learners learners;
    private final Awards awards;
    private final Channels channels;
    private final NotificationRenderer screens;
    private final BadgeDigest badgeDigest;
    private final UpdateProfile updateProfile;
    private final QuietHours quietHours;
    private final SlackSender slack;
    private final HomeRefresh homes;
    private final SlackMetrics metrics;
    private final Clock clock;

    OutboxRelay(
            Learners learners,
            Awards awards,
            Channels channels,
            NotificationRenderer screens,
            BadgeDigest badgeDigest,
            UpdateProfile updateProfile,
            QuietHours quietHours,
            SlackSender slack,
            HomeRefresh homes,
            SlackMetrics metrics,
            Clock clock) {
        this.learners = learners;
        this.awards = awards;
        this.channels = channels;
        this.screens = screens;
        this.badgeDigest = badgeDigest;
        this.updateProfile = updateProfile;
        this.quietHours = quietHours;
        this.slack = slack;
        this.homes = homes;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Sends what a change left owed, when the change came with the right to send; the learner's Home follows. */
    public void deliver(Learners.Changed<?> changed) {
        try {
            say(changed);
        } finally {
            homes.changed(changed.learner().id());
        }
    }

    private void say(Learners.Changed<?> changed) {
        Learner learner = changed.learner();
        Optional<String> sender = changed.sender();
        while (sender.isPresent()) {
            if (stopping) {
                learners.release(learner.id(), sender.get());
                return;
            }
            Round round = new Round(learner);
            round.run();
            var after = learners.markSent(
                    learner,
                    sender.get(),
                    round.sent,
                    round.recorded,
                    round.contactWithdrawn,
                    new ArrayList<>(round.postponed.values()));
            learner = after.learner();
            sender = after.sender();
        }
    }

    /**
     * The tick: everything that is owed by now and that nobody is sending. Once Slack asks for patience, who has not had
     * their turn keeps it for the next tick.
     */
    public void deliverLeftBehind() {
        var claimed = stopping ? Optional.<Learners.Changed<Void>>empty() : learners.claimOutbox();
        while (claimed.isPresent()) {
            say(claimed.get());
            claimed = stopping || !slack.mayPost() ? Optional.empty() : learners.claimOutbox();
        }
    }

    @Override
    public void start() {
        stopping = false;
    }

    /** What is being said is finished; the rest is left to another instance. */
    @Override
    public void stop() {
        stopping = true;
    }

    @Override
    public boolean isRunning() {
        return !stopping;
    }

    /** One pass over one learner's list. */
    private final class Round {

        private final Learner learner;
        private final Instant now = clock.instant();
        private final Set<String> sent = new HashSet<>();
        private final Set<String> recorded = new HashSet<>();
        private final Map<String, OutboxMessage> postponed = new HashMap<>();
        /** Until when nothing more goes to an audience: its messages keep their order. */
        private final Map<Audience, Instant> held = new HashMap<>();

        private boolean contactWithdrawn;

        Round(Learner learner) {
            this.learner = learner;
        }

        void run() {
            List<LearnerEvent> events = learner.events();
            learners.record(events);
            awards.record(learner, events);
            events.forEach(event -> recorded.add(event.id()));
            for (OutboxMessage message : learner.outbox()) {
                if (mayStillSend()) {
                    say(message);
                } else {
                    // Put back as it is, with what is known of it.
                    postponed.putIfAbsent(message.id(), message);
                }
            }
        }

        /** A call must be answered while nobody else may send. */
        private boolean mayStillSend() {
            return !stopping
                    && learner.mayBeSentUntil()
                            .filter(until -> until.isAfter(clock.instant().plus(slack.patience())))
                            .isPresent();
        }

        private void say(OutboxMessage message) {
            Audience audience = message.notification().audience();
            boolean overdueAndHere = isHereAfterLongWaiting(message);
            if (message.unsolicited() && message.notBefore().isAfter(now) && !overdueAndHere) {
                // What waits for working hours holds up no answer to the learner's own deeds.
                return;
            }
            Instant heldUntil = held.get(audience);
            if (heldUntil != null || message.notBefore().isAfter(now) && !overdueAndHere) {
                Instant until = heldUntil == null ? message.notBefore() : heldUntil;
                held.merge(audience, until, (one, other) -> one.isAfter(other) ? one : other);
                if (heldUntil != null) {
                    postponed.put(message.id(), message.waitingUntil(until));
                }
                return;
            }
            Optional<Instant> quietUntil =
                    message.unsolicited() && !overdueAndHere ? quietUntil(audience) : Optional.empty();
            if (quietUntil.isPresent()) {
                waitForOpening(message, quietUntil.get());
                return;
            }
            try {
                if (send(message, audience)) {
                    sent.add(message.id());
                    metrics.outbox(kind(message.notification()), "sent");
                } else {
                    postponed.put(message.id(), message);
                }
            } catch (SlackFailure failure) {
                refused(message, audience, failure);
            }
        }

        /** Whose quiet counts: that of whoever hears it; the learner's for a channel, which is not to know before they do. */
        private Optional<Instant> quietUntil(Audience audience) {
            try {
                if (audience instanceof Audience.Person person) {
                    return quietHours.until(person.id());
                }
                if (audience instanceof Audience.Admins) {
                    return channels.adminOnDuty(learner.id()).flatMap(quietHours::until);
                }
                return quietHours.until(learner);
            } catch (SlackFailure later) {
                return Optional.of(now.plus(later.retryAfter().orElse(LONGEST_WAIT)));
            }
        }

        /** Nobody's quiet lasts for ever: what waited a week is said when they come by themselves, unless they pause. */
        private boolean isHereAfterLongWaiting(OutboxMessage message) {
            Instant lastAction = learner.contact().lastAction();
            return message.unsolicited()
                    && message.notification().audience() instanceof Audience.Learner
                    && message.since().plus(LONG_WAITING).isBefore(now)
                    && lastAction != null
                    && lastAction.plus(HERE).isAfter(now)
                    && learner.preferences().pausedUntil() == null;
        }

        /** A contact has its moment and is decided anew; anything else waits for the person's working hours. */
        private void waitForOpening(OutboxMessage message, Instant until) {
            if (message.notification() instanceof Notification.Contact) {
                contactWithdrawn = true;
                metrics.outbox(kind(message.notification()), "withdrawn");
                sent.add(message.id());
                return;
            }
            postponed.put(message.id(), message.waitingUntil(until));
        }

        /** @return false when the right to send will have ended before Slack's answer is sure to be there */
        private boolean send(OutboxMessage message, Audience audience) {
            Optional<RenderedMessage> screen = screens.of(message, learner, now);
            if (screen.isEmpty()) {
                return true;
            }
            MessageRef replaces = screen.get().replaces();
            if (replaces != null) {
                slack.replace(replaces, screen.get().message());
                return true;
            }
            Optional<String> channel = channelFor(message.notification());
            if (channel.isEmpty()) {
                return true;
            }
            if (message.notification() instanceof Notification.BadgeAnnounced announced && badgeDigest.isQuiet()) {
                badgeDigest.keep(message.id(), learner.id(), channel.get(), announced);
                return true;
            }
            if (message.tries() > 0
                    && slack.find(channel.get(), message.id(), message.since()).isPresent()) {
                return true;
            }
            if (!mayStillSend()) {
                return false;
            }
            slack.post(channel.get(), screen.get().message(), message.id());
            return true;
        }

        private Optional<String> channelFor(Notification notification) {
            Audience audience = notification.audience();
            if (notification instanceof Notification.BadgeAnnounced announced) {
                return Optional.of(channels.badges(learner, announced.badge()));
            }
            if (audience instanceof Audience.FeedbackChannel) {
                return channels.feedback();
            }
            if (audience instanceof Audience.Person person) {
                return Optional.of(slack.dmWith(person.id()));
            }
            if (audience instanceof Audience.Admins) {
                return channels.adminOnDuty(learner.id()).map(slack::dmWith);
            }
            return Optional.of(slack.dmWith(learner.id()));
        }

        private void refused(OutboxMessage message, Audience audience, SlackFailure failure) {
            boolean toChannel =
                    audience instanceof Audience.BadgeChannel || audience instanceof Audience.FeedbackChannel;
            String kind = kind(message.notification());
            if (failure.isPersonGone() || failure.isPermanent() && !toChannel) {
                metrics.outbox(kind, "given_up");
                LOG.error("Message given up learner={} message={} error={}", learner.id(), kind, failure.error());
                sent.add(message.id());
                if (failure.isAccountGone() && audience instanceof Audience.Learner) {
                    updateProfile.gone(learner.id());
                }
                return;
            }
            Instant next = now.plus(failure.retryAfter().orElseGet(() -> backOff(message.tries())));
            metrics.outbox(kind, "postponed");
            LOG.warn(
                    "Message postponed learner={} message={} error={} until={}",
                    learner.id(),
                    kind,
                    failure.error(),
                    next);
            boolean mayHaveArrived = failure.isUnknownOutcome() || message.tries() > 0;
            postponed.put(message.id(), mayHaveArrived ? message.postponed(next) : message.refusedUntil(next));
            held.put(audience, next);
            if (toChannel && failure.isPermanent()) {
                channels.complain(audience, failure.error());
            }
        }
    }

    private static Duration backOff(int tries) {
        Duration wait = Duration.ofSeconds(5L << Math.min(tries, 8));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static String kind(Notification notification) {
        return notification.getClass().getSimpleName();
    }
}
