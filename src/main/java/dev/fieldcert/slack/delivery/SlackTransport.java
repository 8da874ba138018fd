package dev.fieldcert.slack.delivery;

import dev.fieldcert.badge.records.Awards;
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
import dev.fieldcert.slack.users.QuietHours;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Delivers messages to Slack: renders them, finds their conversation and interprets Slack's answer. */
@Component
class SlackTransport implements OutboxTransport {

    private static final Duration ASK_AGAIN_AFTER = Duration.ofMinutes(15);
    private static final Duration HERE = Duration.ofMinutes(5);

    private final Learners learners;
    private final Awards awards;
    private final Channels channels;
    private final Announcements announcements;
    private final NotificationRenderer renderer;
    private final UpdateProfile updateProfile;
    private final QuietHours quietHours;
    private final SlackSender slack;
    private final HomeRefresh homes;
    private final Clock clock;

    SlackTransport(
            Learners learners,
            Awards awards,
            Channels channels,
            Announcements announcements,
            NotificationRenderer renderer,
            UpdateProfile updateProfile,
            QuietHours quietHours,
            SlackSender slack,
            HomeRefresh homes,
            Clock clock) {
        this.learners = learners;
        this.awards = awards;
        this.channels = channels;
        this.announcements = announcements;
        this.renderer = renderer;
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

    /** Copies a learner's events to their collections and signs badges before any message about them is sent. */
    @Override
    public void prepare(HasOutbox owner) {
        if (owner instanceof Learner learner) {
            learners.record(learner.events());
            awards.record(learner, learner.events());
        }
    }

    /**
     * Whose quiet hours count: the recipient's. For a channel the learner's, because it must not know before they do.
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

    /** Not during a pause, when the learner wants to wait. */
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
            return sendOrSay(message, rendered.get(), owner, mayStillSend);
        } catch (SlackFailure failure) {
            return notSent(message.content().recipient(), owner, failure);
        }
    }

    /** A picture that was uploaded a moment ago, or was deleted since, makes Slack refuse the whole message. */
    private SendResult sendOrSay(
            OutboxMessage message, RenderedMessage rendered, HasOutbox owner, BooleanSupplier mayStillSend) {
        try {
            return send(message, rendered, owner, mayStillSend);
        } catch (SlackFailure failure) {
            if (!failure.isAboutBlocks() || !rendered.message().hasPictures()) {
                throw failure;
            }
            RenderedMessage words = new RenderedMessage(rendered.message().withoutPictures(), rendered.replaces());
            return send(message, words, owner, mayStillSend);
        }
    }

    private SendResult send(
            OutboxMessage message, RenderedMessage rendered, HasOutbox owner, BooleanSupplier mayStillSend) {
        if (rendered.replaces() != null) {
            slack.replace(rendered.replaces(), rendered.message());
            return new SendResult.Sent();
        }
        Optional<String> channel = channelFor(message, owner);
        if (channel.isEmpty()) {
            return new SendResult.Sent();
        }
        if (message.content() instanceof Notification.BadgeAnnounced announced && announcements.areQuiet()) {
            announcements.collect(message.id(), owner.id(), channel.get(), announced);
            return new SendResult.Sent();
        }
        if (message.possiblySent()
                && slack.find(channel.get(), message.id(), message.createdAt()).isPresent()) {
            return new SendResult.Sent();
        }
        if (!mayStillSend.getAsBoolean()) {
            return new SendResult.OutOfTime();
        }
        slack.post(channel.get(), rendered.message(), message.id());
        return new SendResult.Sent();
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
        if (failure.isChannelOutOfReach() && recipient.isChannel()) {
            channels.complain(recipient, failure.error());
            return new SendResult.NotNow(failure.error(), Optional.empty(), false);
        }
        if (failure.isPersonGone() || failure.isPermanent()) {
            if (failure.isAccountGone() && recipient instanceof Recipient.Learner) {
                updateProfile.gone(owner.id());
            }
            return new SendResult.Refused(failure.error());
        }
        if (failure.isPassing() || failure.isAboutTheApp()) {
            return new SendResult.NotNow(failure.error(), failure.retryAfter(), failure.isUnknownOutcome());
        }
        return new SendResult.Failed(failure.error());
    }

    /** Their Home follows. */
    @Override
    public void changed(HasOutbox owner) {
        if (owner instanceof Learner learner) {
            homes.changed(learner.id());
        }
    }
}
