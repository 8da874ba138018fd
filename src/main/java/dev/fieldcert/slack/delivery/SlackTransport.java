package dev.fieldcert.slack.delivery;

import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.delivery.Deliveries;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.profile.UpdateProfile;
import dev.fieldcert.outbox.HasOutbox;
import dev.fieldcert.outbox.OutboxMessage;
import dev.fieldcert.outbox.OutboxTransport;
import dev.fieldcert.outbox.Recipient;
import dev.fieldcert.outbox.SendResult;
import dev.fieldcert.slack.channels.Announcements;
import dev.fieldcert.slack.channels.Channels;
import dev.fieldcert.slack.home.HomeRefresh;
import dev.fieldcert.slack.rendering.NotificationRenderer;
import dev.fieldcert.slack.rendering.RenderedMessage;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.slack.users.QuietHours;
import dev.fieldcert.slack.webapi.SlackDirectory;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Delivers messages to Slack: renders them, finds their channel or DM, and interprets Slack's response. */
@Component
class SlackTransport implements OutboxTransport {

    private static final Logger LOG = LoggerFactory.getLogger(SlackTransport.class);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofMinutes(15);
    private static final Duration HERE = Duration.ofMinutes(5);
    /** How long to wait before the next attempt if somebody first has to fix the app or the channel. */
    private static final Duration UNTIL_MENDED = Duration.ofMinutes(1);

    private static final int LOOKS = 2;
    /**
     * How long an unanswered call may still be carried out, as a multiple of the time the bot waits for a response.
     */
    private static final int TIMES_AS_LONG = 3;

    /**
     * How many more times to look for each message whose call got no response, by message id. A restart loses the
     * counts, but the next attempt then waits for the lease to expire, which takes about as long.
     */
    private final Map<String, Integer> looksLeft = new ConcurrentHashMap<>();

    private final Learners learners;
    private final Awards awards;
    private final Deliveries deliveries;
    private final Channels channels;
    private final Announcements announcements;
    private final NotificationRenderer renderer;
    private final SlackDirectory directory;
    private final UpdateProfile updateProfile;
    private final QuietHours quietHours;
    private final SlackSender slack;
    private final HomeRefresh homes;
    private final Clock clock;

    SlackTransport(
            Learners learners,
            Awards awards,
            Deliveries deliveries,
            Channels channels,
            Announcements announcements,
            NotificationRenderer renderer,
            SlackDirectory directory,
            UpdateProfile updateProfile,
            QuietHours quietHours,
            SlackSender slack,
            HomeRefresh homes,
            Clock clock) {
        this.learners = learners;
        this.awards = awards;
        this.deliveries = deliveries;
        this.channels = channels;
        this.announcements = announcements;
        this.renderer = renderer;
        this.directory = directory;
        this.updateProfile = updateProfile;
        this.quietHours = quietHours;
        this.slack = slack;
        this.homes = homes;
        this.clock = clock;
    }

    @Override
    public boolean isOpen() {
        return slack.mayPost();
    }

    @Override
    public Duration timeout() {
        return slack.patience();
    }

    /**
     * Copies a learner's events to their collections, signs badges, and stores what other systems will be told, before
     * any message about the events is sent.
     */
    @Override
    public void prepare(HasOutbox owner) {
        if (owner instanceof Learner learner) {
            learners.record(learner.events());
            awards.record(learner, learner.events());
            deliveries.record(learner.events());
        }
    }

    /**
     * Applies the recipient's quiet hours. For a channel, applies the learner's, because the channel must not get the
     * news before the learner does.
     */
    @Override
    public Optional<Instant> quietUntil(OutboxMessage message, HasOutbox owner) {
        Recipient recipient = message.content().recipient();
        try {
            if (recipient instanceof Recipient.Person person) {
                return quietHours.until(person.id());
            }
            if (recipient instanceof Recipient.Admins) {
                return channels.adminOnDuty(owner.id()).flatMap(quietHours::until);
            }
            return owner instanceof Learner learner ? quietHours.until(learner) : Optional.empty();
        } catch (SlackFailure later) {
            return Optional.of(clock.instant().plus(later.retryAfter().orElse(ASK_AGAIN_AFTER)));
        }
    }

    /** Whether the learner has been active in the last few minutes and has no pause with an end date. */
    @Override
    public boolean isHere(OutboxMessage message, HasOutbox owner) {
        if (!(owner instanceof Learner learner) || !(message.content().recipient() instanceof Recipient.Learner)) {
            return false;
        }
        Instant lastAction = learner.contact().lastAction();
        return lastAction != null
                && lastAction.plus(HERE).isAfter(clock.instant())
                && learner.preferences().pausedUntil() == null;
    }

    @Override
    public SendResult send(OutboxMessage message, HasOutbox owner, BooleanSupplier mayStillSend) {
        Optional<RenderedMessage> rendered = renderer.render(message, owner, clock.instant());
        if (rendered.isEmpty()) {
            return new SendResult.Sent();
        }
        try {
            return send(message, rendered.get(), owner, mayStillSend);
        } catch (SlackFailure failure) {
            return notSent(message.content().recipient(), owner, failure);
        }
    }

    private SendResult send(
            OutboxMessage message, RenderedMessage rendered, HasOutbox owner, BooleanSupplier mayStillSend) {
        if (rendered.replaces() != null && replaced(rendered)) {
            return new SendResult.Sent();
        }
        Optional<String> channel = rendered.replaces() == null
                ? channelFor(message, owner)
                : Optional.of(rendered.replaces().channel());
        if (channel.isEmpty()) {
            return new SendResult.Sent();
        }
        if (message.content() instanceof Notification.BadgeAnnounced announced && announcements.areQuiet()) {
            announcements.collect(message.id(), owner.id(), channel.get(), announced);
            return new SendResult.Sent();
        }
        if (message.possiblySent()) {
            Optional<SendResult> doubt = doubt(message, channel.get());
            if (doubt.isPresent()) {
                return doubt.get();
            }
        }
        if (!mayStillSend.getAsBoolean()) {
            return new SendResult.OutOfTime();
        }
        try {
            slack.post(channel.get(), rendered.message(), message.id());
        } catch (SlackFailure failure) {
            if (!failure.isUnderWay()) {
                throw failure;
            }
            looksLeft.put(message.id(), LOOKS);
            return new SendResult.NotNow(failure.error(), Optional.of(underWay()), true);
        }
        return new SendResult.Sent();
    }

    /**
     * Decides about a message whose last call got no response. Slack may carry out such a call long after the bot
     * stopped waiting, so the bot looks for the message twice, with time in between.
     *
     * @return empty if the message did not arrive and should be sent
     */
    private Optional<SendResult> doubt(OutboxMessage message, String channel) {
        if (arrived(message, channel)) {
            looksLeft.remove(message.id());
            return Optional.of(new SendResult.Sent());
        }
        Integer left = looksLeft.computeIfPresent(message.id(), (id, looks) -> looks > 1 ? looks - 1 : null);
        return left == null
                ? Optional.empty()
                : Optional.of(new SendResult.NotNow("looked for again", Optional.of(underWay()), true));
    }

    /**
     * Whether the message arrived. If the app lacks the scope to read the conversation, returns false: a duplicate is
     * better than no message.
     */
    private boolean arrived(OutboxMessage message, String channel) {
        try {
            return slack.find(channel, message.id(), message.createdAt(), message.notBefore())
                    .isPresent();
        } catch (SlackFailure failure) {
            if (failure.needed().isEmpty()) {
                throw failure;
            }
            return false;
        }
    }

    private Duration underWay() {
        return slack.patience().multipliedBy(TIMES_AS_LONG);
    }

    /**
     * Returns false if the message to replace is gone or can no longer be edited, and the new one has to be posted
     * instead.
     */
    private boolean replaced(RenderedMessage rendered) {
        return slack.replace(rendered.replaces(), rendered.message()) || !rendered.matters();
    }

    private Optional<String> channelFor(OutboxMessage message, HasOutbox owner) {
        Recipient recipient = message.content().recipient();
        if (message.content() instanceof Notification.BadgeAnnounced announced) {
            return Optional.of(channels.badges((Learner) owner, announced.badge()));
        }
        if (recipient instanceof Recipient.Channel channel) {
            return Optional.of(channel.id());
        }
        if (recipient instanceof Recipient.FeedbackChannel) {
            return channels.feedback();
        }
        if (recipient instanceof Recipient.Person person) {
            return Optional.of(slack.dmWith(person.id()));
        }
        if (recipient instanceof Recipient.Admins) {
            return channels.adminOnDuty(owner.id()).map(slack::dmWith);
        }
        return Optional.of(slack.dmWith(owner.id()));
    }

    private SendResult notSent(Recipient recipient, HasOutbox owner, SlackFailure failure) {
        return switch (failure.concern()) {
            case SLACK -> new SendResult.NotNow(failure.error(), failure.retryAfter(), failure.isUnknownOutcome());
            case TOKEN, APP -> new SendResult.NotNow(failure.error(), Optional.of(UNTIL_MENDED), false);
            case CHANNEL -> {
                if (!recipient.isChannel()) {
                    yield new SendResult.Refused(failure.error());
                }
                channels.complain(recipient, failure.error());
                yield new SendResult.NotNow(failure.error(), Optional.of(UNTIL_MENDED), false);
            }
            case RECIPIENT -> {
                if (recipient instanceof Recipient.Learner) {
                    askWhetherGone(owner.id());
                }
                yield new SendResult.Refused(failure.error());
            }
            case MESSAGE, PLACE, TRIGGER -> new SendResult.Refused(failure.error());
            case OTHER -> new SendResult.Failed(failure.error());
        };
    }

    /** Reads the profile: a refused message does not prove that the account is deactivated, but the profile does. */
    private void askWhetherGone(String person) {
        try {
            updateProfile.update(person, People.read(directory.person(person)));
        } catch (SlackFailure failure) {
            LOG.warn("Profile not read person={} error={}", person, failure.error());
        }
    }

    /** Updates the learner's Home. */
    @Override
    public void changed(HasOutbox owner) {
        if (owner instanceof Learner learner) {
            homes.changed(learner.id());
        }
    }
}
