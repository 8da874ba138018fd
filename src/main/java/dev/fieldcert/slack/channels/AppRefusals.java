package dev.fieldcert.slack.channels;

import dev.fieldcert.learner.Notification;
import dev.fieldcert.outbox.OutboxMessage;
import dev.fieldcert.outbox.Outboxes;
import dev.fieldcert.slack.webapi.AppRefusal;
import dev.fieldcert.slack.webapi.SlackHealthProbe;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells the admins, once a day for each reason, what Slack refuses to let the app do. If the token does not work, the
 * message waits until it works again.
 */
@Component
public class AppRefusals {

    private static final Logger LOG = LoggerFactory.getLogger(AppRefusals.class);

    private final SlackHealthProbe slack;
    private final Channels channels;
    private final Outboxes outboxes;
    private final Clock clock;

    AppRefusals(SlackHealthProbe slack, Channels channels, Outboxes outboxes, Clock clock) {
        this.slack = slack;
        this.channels = channels;
        this.outboxes = outboxes;
        this.clock = clock;
    }

    /** Tells the admins about refusals that they have not been told about yet. Runs on each tick. */
    public void tell() {
        slack.refusals().forEach(this::tell);
    }

    private void tell(AppRefusal refusal, Instant since) {
        Instant now = clock.instant();
        for (String admin : channels.adminsToTell()) {
            boolean first = outboxes.enqueueOnce(OutboxMessage.unsolicited(
                    "app-refused:%s:%s:%s:%s"
                            .formatted(
                                    refusal.error(),
                                    refusal.scope(),
                                    admin,
                                    since.atZone(ZoneOffset.UTC).toLocalDate()),
                    new Notification.AppRefused(admin, refusal.error(), refusal.scope()),
                    now,
                    now));
            if (first) {
                LOG.error("Slack refuses the app error={} scope={}", refusal.error(), refusal.scope());
            }
        }
        slack.forget(refusal);
    }
}
