package dev.fieldcert.webhook;

import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.delivery.Destination;
import dev.fieldcert.delivery.Happened;
import dev.fieldcert.delivery.Posting;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.LearnerEvent.BadgeGiven;
import dev.fieldcert.learner.LearnerEvent.Milestone;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.outbox.OutboxMessage;
import dev.fieldcert.outbox.SendResult;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A receiver of webhooks. Messages are signed according to Standard Webhooks 1.0.0: HMAC-SHA256 over {@code
 * id.timestamp.body}. The id is the same in every attempt; the timestamp is that of the attempt.
 */
final class Receiver implements Destination {

    private final String id;
    private final URI address;
    private final byte[] key;
    private final WebhookSettings settings;
    private final Learners learners;
    private final Programs programs;
    private final Posting posting;
    private final Clock clock;

    Receiver(
            String url,
            String secret,
            WebhookSettings settings,
            Learners learners,
            Programs programs,
            Posting posting,
            Clock clock) {
        this.id = "webhook-" + fingerprint(url);
        this.address = URI.create(url);
        this.key = WebhookSettings.key(secret);
        this.settings = settings;
        this.learners = learners;
        this.programs = programs;
        this.posting = posting;
        this.clock = clock;
    }

    /** Depends on the URL only, so it does not change when other receivers are added or removed. */
    private static String fingerprint(String url) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String id() {
        return id;
    }

    /** Leaves out path and query, which may contain a secret. */
    @Override
    public String address() {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    @Override
    public boolean wants(LearnerEvent event) {
        return Payload.isTold(event);
    }

    /** Each message needs its own request. */
    @Override
    public int batch() {
        return 1;
    }

    @Override
    public boolean isLogged() {
        return true;
    }

    @Override
    public Map<String, SendResult> send(List<OutboxMessage> messages) {
        OutboxMessage message = messages.get(0);
        LearnerEvent event = ((Happened) message.content()).event();
        SendResult result = new SendResult.Sent();
        Optional<Learner> learner = learners.find(event.learner());
        if (learner.isPresent()) {
            for (Payload payload : payloads(event, learner.get())) {
                result = post(idOf(message, payload), payload);
                if (!(result instanceof SendResult.Sent)) {
                    break;
                }
            }
        }
        return Map.of(message.id(), result);
    }

    private List<Payload> payloads(LearnerEvent event, Learner learner) {
        Optional<String> email =
                settings.email() ? Optional.ofNullable(learner.profile().email()) : Optional.empty();
        Optional<String> version = event instanceof BadgeGiven given
                ? Optional.of(given.version())
                : Optional.ofNullable(((Milestone) event).version());
        Program program = version.flatMap(programs::version).orElseGet(programs::current);
        Optional<BadgeGiven> revoked = event instanceof Milestone milestone ? revoked(milestone) : Optional.empty();
        return Payload.of(event, email, program, revoked);
    }

    private Optional<BadgeGiven> revoked(Milestone milestone) {
        return milestone.what() == Milestone.What.BADGE_REVOKED
                ? learners.badgeGiven(milestone.subject())
                : Optional.empty();
    }

    private static String idOf(OutboxMessage message, Payload payload) {
        return "msg_" + UUID.nameUUIDFromBytes((message.id() + "|" + payload.type()).getBytes(StandardCharsets.UTF_8));
    }

    private SendResult post(String messageId, Payload payload) {
        byte[] body = payload.body().getBytes(StandardCharsets.UTF_8);
        Instant now = clock.instant();
        try {
            if (!settings.privateAddresses()) {
                AddressGuard.mustBePublic(address.getHost());
            }
            Posting.Reply reply = posting.post(
                    address,
                    Map.of(
                            "Content-Type",
                            "application/json",
                            "webhook-id",
                            messageId,
                            "webhook-timestamp",
                            String.valueOf(now.getEpochSecond()),
                            "webhook-signature",
                            signature(messageId, now.getEpochSecond(), body)),
                    body);
            return result(reply);
        } catch (IOException noAnswer) {
            return new SendResult.NotNow(String.valueOf(noAnswer.getMessage()), Optional.empty(), true);
        }
    }

    private static SendResult result(Posting.Reply reply) {
        String reason = "http " + reply.status();
        if (reply.isSuccess()) {
            return new SendResult.Sent();
        }
        boolean aboutTheMessage = reply.status() == 400 || reply.status() == 413 || reply.status() == 422;
        return aboutTheMessage
                ? new SendResult.Failed(reason)
                : new SendResult.NotNow(reason, reply.retryAfter(), false);
    }

    private String signature(String messageId, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((messageId + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public SendResult test() {
        return post("msg_" + UUID.randomUUID(), Payload.test(clock.instant()));
    }
}
