package dev.fieldcert.slack;

import dev.fieldcert.badge.Awards;
import dev.fieldcert.learner.Fact;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.OwedMessage;
import dev.fieldcert.learner.Saying;
import dev.fieldcert.learner.Saying.Audience;
import dev.fieldcert.learner.Saying.Place;
import dev.fieldcert.learner.UpdateProfile;
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
public class OwedDelivery implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OwedDelivery.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration LONG_WAITING = Duration.ofDays(7);
    private static final Duration HERE = Duration.ofMinutes(5);

    private volatile boolean stopping;
    private final Learners learners;
    private final Awards awards;
    private final Channels channels;
    private final Screens screens;
    private final RoundUp roundUp;
    private final UpdateProfile updateProfile;
    private final QuietHours quietHours;
    private final SlackSender slack;
    private final HomeRefresh homes;
    private final SlackMetrics metrics;
    private final Clock clock;

    OwedDelivery(
            Learners learners,
            Awards awards,
            Channels channels,
            Screens screens,
            RoundUp roundUp,
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
        this.roundUp = roundUp;
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
                learners.handBack(learner.id(), sender.get());
                return;
            }
            Round round = new Round(learner);
            round.run();
            var after = learners.tickOff(
                    learner,
                    sender.get(),
                    round.said,
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
        var claimed = stopping ? Optional.<Learners.Changed<Void>>empty() : learners.claimOwed();
        while (claimed.isPresent()) {
            say(claimed.get());
            claimed = stopping || !slack.mayPost() ? Optional.empty() : learners.claimOwed();
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
        private final Set<String> said = new HashSet<>();
        private final Set<String> recorded = new HashSet<>();
        private final Map<String, OwedMessage> postponed = new HashMap<>();
        /** Until when nothing more goes to an audience: its messages keep their order. */
        private final Map<Audience, Instant> held = new HashMap<>();

        private boolean contactWithdrawn;

        Round(Learner learner) {
            this.learner = learner;
        }

        void run() {
            List<Fact> facts = learner.facts();
            learners.record(facts);
            awards.record(learner, facts);
            facts.forEach(fact -> recorded.add(fact.id()));
            for (OwedMessage message : learner.owed()) {
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

        private void say(OwedMessage message) {
            Audience audience = message.saying().audience();
            boolean overdueAndHere = isHereAfterLongWaiting(message);
            if (message.unasked() && message.notBefore().isAfter(now) && !overdueAndHere) {
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
                    message.unasked() && !overdueAndHere ? quietUntil(audience) : Optional.empty();
            if (quietUntil.isPresent()) {
                waitForOpening(message, quietUntil.get());
                return;
            }
            try {
                if (send(message, audience)) {
                    said.add(message.id());
                    metrics.owed(kind(message.saying()), "sent");
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
        private boolean isHereAfterLongWaiting(OwedMessage message) {
            Instant lastAction = learner.contact().lastAction();
            return message.unasked()
                    && message.saying().audience() instanceof Audience.Learner
                    && message.since().plus(LONG_WAITING).isBefore(now)
                    && lastAction != null
                    && lastAction.plus(HERE).isAfter(now)
                    && learner.preferences().pausedUntil() == null;
        }

        /** A contact has its moment and is decided anew; anything else waits for the person's working hours. */
        private void waitForOpening(OwedMessage message, Instant until) {
            if (message.saying() instanceof Saying.Contact) {
                contactWithdrawn = true;
                metrics.owed(kind(message.saying()), "withdrawn");
                said.add(message.id());
                return;
            }
            postponed.put(message.id(), message.waitingUntil(until));
        }

        /** @return false when the right to send will have ended before Slack's answer is sure to be there */
        private boolean send(OwedMessage message, Audience audience) {
            Optional<Screen> screen = screens.of(message, learner, now);
            if (screen.isEmpty()) {
                return true;
            }
            Place replaces = screen.get().replaces();
            if (replaces != null) {
                slack.replace(replaces, screen.get().message());
                return true;
            }
            Optional<String> channel = channelFor(message.saying());
            if (channel.isEmpty()) {
                return true;
            }
            if (message.saying() instanceof Saying.BadgeAnnounced announced && roundUp.isQuiet()) {
                roundUp.keep(message.id(), learner.id(), channel.get(), announced);
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

        private Optional<String> channelFor(Saying saying) {
            Audience audience = saying.audience();
            if (saying instanceof Saying.BadgeAnnounced announced) {
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

        private void refused(OwedMessage message, Audience audience, SlackFailure failure) {
            boolean toChannel =
                    audience instanceof Audience.BadgeChannel || audience instanceof Audience.FeedbackChannel;
            String kind = kind(message.saying());
            if (failure.isPersonGone() || failure.isPermanent() && !toChannel) {
                metrics.owed(kind, "given_up");
                LOG.error("Message given up learner={} message={} error={}", learner.id(), kind, failure.error());
                said.add(message.id());
                if (failure.isAccountGone() && audience instanceof Audience.Learner) {
                    updateProfile.gone(learner.id());
                }
                return;
            }
            Instant next = now.plus(failure.retryAfter().orElseGet(() -> backOff(message.tries())));
            metrics.owed(kind, "postponed");
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

    private static String kind(Saying saying) {
        return saying.getClass().getSimpleName();
    }
}
