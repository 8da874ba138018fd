package dev.fieldcert.slack.inbound;

import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import dev.fieldcert.database.Deadline;
import dev.fieldcert.learner.RequestContext;
import dev.fieldcert.slack.routing.ErrorMessages;
import dev.fieldcert.slack.webapi.SlackMetrics;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.slack.work.Workers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Stores incoming requests, acknowledges them and processes them in order per person, until each is done or abandoned.
 */
@Component
public class SlackEvents implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SlackEvents.class);
    /** After this many attempts the work is abandoned, and the person is notified. */
    private static final int MOST_TRIES = 6;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    /** How long running work may take to finish; part of the ten seconds that a shutdown may take. */
    private static final Duration TO_FINISH = Duration.ofSeconds(7);
    /**
     * How long it may take to return unfinished requests to the inbox. One that is not returned in time can be
     * claimed when its lease expires.
     */
    private static final Duration TO_HAND_BACK = Duration.ofSeconds(1);
    /** How long a form's handler may take, of the three seconds that Slack waits. */
    private static final Duration TO_ANSWER_A_FORM = Duration.ofSeconds(2);

    private final Inbox inbox;
    private final Workers workers;
    private final SlackDispatch dispatch;
    private final SlackSender slack;
    private final BusyNotice oneMoment;
    private final ErrorHandler guard;
    private final UnusedLeases unusedRights;
    private final SlackMetrics metrics;
    private final Clock clock;
    private final Set<Inbox.ClaimedRequest> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    SlackEvents(
            Inbox inbox,
            Workers workers,
            SlackDispatch dispatch,
            SlackSender slack,
            BusyNotice oneMoment,
            ErrorHandler guard,
            UnusedLeases unusedRights,
            SlackMetrics metrics,
            Clock clock) {
        this.inbox = inbox;
        this.workers = workers;
        this.dispatch = dispatch;
        this.slack = slack;
        this.oneMoment = oneMoment;
        this.guard = guard;
        this.unusedRights = unusedRights;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The immediate response to Slack. */
    record Acknowledgement(int status, String contentType, String body) {

        static final Acknowledgement OK = new Acknowledgement(200, null, null);
        static final Acknowledgement MALFORMED = new Acknowledgement(400, null, null);
        static final Acknowledgement LATER = new Acknowledgement(503, null, null);
    }

    /** Stores the request and acknowledges it. A form is processed at once instead; its result is the acknowledgement. */
    Acknowledgement accept(IncomingRequest incoming) {
        switch (incoming.kind()) {
            case CHALLENGE:
                return new Acknowledgement(200, "text/plain", incoming.body());
            case RATE_LIMITED:
                LOG.warn("Slack holds events back since={} reason=\"more than 30,000 in an hour\"", incoming.body());
                return Acknowledgement.OK;
            case SSL_CHECK:
            case ECHO:
                return Acknowledgement.OK;
            case FORM:
                return answer(incoming);
            default:
                break;
        }
        if (stopping) {
            return Acknowledgement.LATER;
        }
        if (inbox.isFull()) {
            LOG.error("Request not kept reason=\"more waits than can ever be worked off\"");
            return Acknowledgement.LATER;
        }
        workers.arriving();
        try {
            return keep(incoming);
        } catch (RuntimeException | Error databaseAway) {
            // Without an acknowledgement, Slack retries, and the person sees that the request failed.
            LOG.error("Request not kept reason=\"{}\"", databaseAway.getMessage());
            return Acknowledgement.LATER;
        } finally {
            workers.arrived();
        }
    }

    private Acknowledgement keep(IncomingRequest incoming) {
        if (!workers.haveRoom()) {
            if (inbox.keepForLater(incoming)) {
                oneMoment.please(incoming);
            }
            return Acknowledgement.OK;
        }
        inbox.keep(incoming).ifPresent(work -> {
            if (!workers.submit(incoming.person(), () -> workOff(work))) {
                leave(work, Duration.ZERO);
                oneMoment.please(incoming);
            } else if (workers.areBusy()) {
                oneMoment.please(incoming);
            }
        });
        return Acknowledgement.OK;
    }

    /**
     * Processes requests that a crash or a full queue left behind; under load, most of them wait for the next tick.
     */
    public void workOffLeftBehind() {
        inbox.measure();
        Optional<Inbox.ClaimedRequest> left = stopping ? Optional.empty() : inbox.claimLeftBehind();
        while (left.isPresent()) {
            Inbox.ClaimedRequest work = left.get();
            if (!workers.submit(work.incoming().person(), () -> workOff(work))) {
                leave(work, Duration.ZERO);
                return;
            }
            left = workers.areRushed() ? Optional.empty() : inbox.claimLeftBehind();
        }
    }

    /** Deletes the keys of requests that Slack no longer retries. */
    public void forgetOld() {
        LOG.info("Inbox tidied forgotten={}", inbox.forgetOld());
    }

    /** @return whether all accepted work was finished in time */
    public boolean awaitIdle(Duration most) {
        return workers.awaitIdle(most);
    }

    @Override
    public void start() {
        stopping = false;
    }

    /** Stops accepting work, gives running work some time to finish, and leaves the rest to another instance. */
    @Override
    public void stop() {
        stopping = true;
        if (!workers.stop(TO_FINISH)) {
            LOG.warn("Stopped with work left pending={}", workers.pending());
        }
        Deadline.within(TO_HAND_BACK, () -> {
            underWay.forEach(work -> leave(work, Duration.ZERO));
            return null;
        });
    }

    @Override
    public boolean isRunning() {
        return !stopping;
    }

    private void workOff(Inbox.ClaimedRequest work) {
        if (stopping) {
            leave(work, Duration.ZERO);
            return;
        }
        MDC.put("person", work.incoming().person());
        long started = System.nanoTime();
        String type = "unreadable";
        boolean done = false;
        int tries = work.tries();
        RequestContext requestContext = new RequestContext(work.key(), work.receivedAt());
        underWay.add(work);
        try {
            OptionalInt begun = inbox.begin(work);
            if (begun.isEmpty()) {
                return;
            }
            tries = begun.getAsInt();
            if (tries > MOST_TRIES) {
                giveUp(work, new IllegalStateException("The process stopped in its middle, again and again"));
                return;
            }
            Request<?> request = dispatch.parse(work.incoming());
            type = String.valueOf(request.getRequestType());
            dispatch.run(requestContext, request);
            inbox.done(work.key());
            done = true;
        } catch (SlackDispatch.Unreadable malformed) {
            // The request is signed but is not a payload that Slack sends; a retry would not help.
            LOG.warn("Request dropped key={} reason=\"{}\"", work.key(), malformed.getMessage());
            inbox.done(work.key());
        } catch (Exception | Error e) {
            tryAgainLater(work, tries, e);
        } finally {
            underWay.remove(work);
            unusedRights.release(requestContext);
            metrics.worked(type, done, started);
            MDC.clear();
        }
    }

    /** Retries after growing pauses, a limited number of times: the database or Slack failed, or there is a bug. */
    private void tryAgainLater(Inbox.ClaimedRequest work, int tries, Throwable cause) {
        if (tries < MOST_TRIES) {
            LOG.warn("Work postponed key={} tries={} reason=\"{}\"", work.key(), tries, cause.toString());
            leave(work, FIRST_PAUSE.multipliedBy(1L << tries));
            return;
        }
        giveUp(work, cause);
    }

    private void giveUp(Inbox.ClaimedRequest work, Throwable cause) {
        String reference = guard.reference("given up", cause);
        try {
            inbox.done(work.key());
            slack.post(slack.dmWith(work.incoming().person()), ErrorMessages.unexpected(reference), null);
        } catch (RuntimeException evenThat) {
            LOG.error("Could not tell reference={} reason=\"{}\"", reference, evenThat.toString());
        }
    }

    /** Returns the work to the inbox. If this fails, the work can be claimed once its lease expires. */
    private void leave(Inbox.ClaimedRequest work, Duration pause) {
        try {
            inbox.leave(work, pause);
        } catch (RuntimeException databaseAway) {
            LOG.warn("Work not handed back key={} reason=\"{}\"", work.key(), databaseAway.toString());
        }
    }

    private Acknowledgement answer(IncomingRequest incoming) {
        if (stopping) {
            return Acknowledgement.LATER;
        }
        MDC.put("person", incoming.person());
        long started = System.nanoTime();
        boolean done = false;
        RequestContext requestContext = new RequestContext(incoming.key(), clock.instant());
        try {
            Response response =
                    Deadline.within(TO_ANSWER_A_FORM, () -> dispatch.run(requestContext, dispatch.parse(incoming)));
            done = true;
            return new Acknowledgement(response.getStatusCode(), response.getContentType(), response.getBody());
        } catch (SlackDispatch.Unreadable malformed) {
            LOG.warn("Form refused key={} reason=\"{}\"", incoming.key(), malformed.getMessage());
            return Acknowledgement.MALFORMED;
        } catch (Exception | Error e) {
            LOG.error("Form failed key={}", incoming.key(), e);
            return Acknowledgement.LATER;
        } finally {
            unusedRights.release(requestContext);
            metrics.worked("form", done, started);
            MDC.clear();
        }
    }
}
