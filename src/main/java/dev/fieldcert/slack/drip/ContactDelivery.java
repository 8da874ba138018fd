package dev.fieldcert.slack.drip;

import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.drip.DoNotDisturb;
import dev.fieldcert.drip.DueContacts;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.contact.PlanContacts;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.users.QuietHours;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackMetrics;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.slack.work.Workers;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The step of the tick that contacts learners: claims due learners one after another, runs the plan, and sends. The
 * rate stays below Slack's limit for a workspace; learners that are not reached stay due for the next tick.
 */
@Component
public class ContactDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(ContactDelivery.class);
    private static final int MOST_UNREADABLE = 20;
    private static final Duration FAILED_AGAIN_AFTER = Duration.ofHours(1);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(30);

    private final Learners learners;
    private final Programs programs;
    private final PlanContacts planContacts;
    private final OutboxRelay delivery;
    private final QuietHours quietHours;
    private final SlackSender slack;
    private final Workers workers;
    private final SlackMetrics metrics;
    private final Clock clock;
    private final Bucket pace;
    private final int perMinute;

    ContactDelivery(
            Learners learners,
            Programs programs,
            PlanContacts planContacts,
            OutboxRelay delivery,
            QuietHours quietHours,
            SlackSender slack,
            Workers workers,
            SlackMetrics metrics,
            Clock clock,
            DripSettings settings) {
        this.learners = learners;
        this.programs = programs;
        this.planContacts = planContacts;
        this.delivery = delivery;
        this.quietHours = quietHours;
        this.slack = slack;
        this.workers = workers;
        this.metrics = metrics;
        this.clock = clock;
        this.perMinute = settings.contactsPerMinute();
        // Allows a burst of six seconds' worth of contacts, then an even rate.
        this.pace = Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(Math.max(1, perMinute / 10)).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    public void contactDue() {
        long looked = 0;
        while (slack.mayPost()) {
            Optional<Learner> due = claim();
            if (due.isEmpty()) {
                return;
            }
            if (!contactApart(due.get())) {
                long waiting = learners.dueContacts(clock.instant());
                LOG.info(
                        "Contacts paced looked={} waiting={} drained-in={}s",
                        looked,
                        waiting,
                        waiting * 60 / perMinute);
                return;
            }
            looked++;
            // Clicks take priority, but each tick processes at least one learner, so that the drip never stops.
            if (workers.areRushed()) {
                LOG.info("Contacts put off looked={} reason=rush", looked);
                return;
            }
        }
    }

    /** Claims the next learner. Skips unreadable ones, which stay claimed until their lease ends. */
    private Optional<Learner> claim() {
        for (int unreadable = 0; ; unreadable++) {
            try {
                return learners.claimContact();
            } catch (DataAccessException databaseAway) {
                throw databaseAway;
            } catch (RuntimeException | Error failure) {
                LOG.error("Learner not read", failure);
                if (unreadable == MOST_UNREADABLE) {
                    throw failure;
                }
            }
        }
    }

    /** Calls {@link #contact}, so that a failure for one learner does not stop the others. */
    private boolean contactApart(Learner learner) {
        try {
            return contact(learner);
        } catch (RuntimeException | Error failure) {
            LOG.error("Contact failed learner={}", learner.id(), failure);
            learners.dueAgain(learner.id(), clock.instant().plus(FAILED_AGAIN_AFTER));
            return true;
        }
    }

    /** @return false if the rate limit is reached or Slack asks to wait; the learner then stays due */
    private boolean contact(Learner learner) {
        Instant now = clock.instant();
        Optional<DoNotDisturb> dnd = Optional.empty();
        if (DueContacts.wantsToSend(learner, programs.current(), now)) {
            if (!pace.tryConsume(1)) {
                learners.dueAgain(learner.id(), now);
                return false;
            }
            try {
                dnd = quietHours.doNotDisturb(learner.id(), () -> learners.dueNext(now, QuietHours.AT_ONCE));
            } catch (SlackFailure later) {
                learners.dueAgain(learner.id(), now.plus(later.retryAfter().orElse(ASK_AGAIN_AFTER)));
                LOG.warn("Contact put off learner={} error={}", learner.id(), later.error());
                return false;
            }
        }
        Optional<DoNotDisturb> window = dnd;
        var planned = planContacts.plan(
                learner, fresh -> DueContacts.plan(fresh, programs.current(), window, clock.instant()));
        metrics.contact(planned.result().sends(), planned.result().reason().name());
        delivery.deliver(planned);
        return true;
    }
}
