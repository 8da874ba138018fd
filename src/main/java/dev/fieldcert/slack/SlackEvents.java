package dev.fieldcert.slack;

import com.google.gson.JsonParseException;
import com.mongodb.MongoException;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.model.User;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.UserChangeEvent;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Occasion;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The only place that touches Bolt's {@code App}: keeps what comes in, acknowledges it, works it off person by person
 * through Bolt's dispatch, and catches what is left.
 */
@Component
public class SlackEvents implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SlackEvents.class);
    private static final Pattern ANYTHING = Pattern.compile(".*", Pattern.DOTALL);
    private static final Map<String, List<String>> FORM =
            Map.of("content-type", List.of("application/x-www-form-urlencoded"));
    private static final Map<String, List<String>> JSON = Map.of("content-type", List.of("application/json"));

    /** After so many tries, work that never succeeds is given up and said to be. */
    private static final int MOST_TRIES = 6;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    /** Within the ten seconds that a stop may take. */
    private static final Duration TO_FINISH = Duration.ofSeconds(7);

    private final App app;
    private final SlackRequestParser parser;
    private final Routes routes = new Routes();
    private final Inbox inbox;
    private final Workers workers;
    private final SlackSender slack;
    private final Commands commands;
    private final People people;
    private final SlackMetrics metrics;
    private final OneMoment oneMoment;
    private final Learners learners;
    private final Clock clock;
    private final Set<Inbox.Work> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    SlackEvents(
            App app,
            Inbox inbox,
            Workers workers,
            SlackSender slack,
            People people,
            Commands commands,
            SlackMetrics metrics,
            OneMoment oneMoment,
            Learners learners,
            Clock clock,
            List<Conversation> conversations) {
        this.app = app;
        this.parser = new SlackRequestParser(AppConfig.builder().build());
        this.inbox = inbox;
        this.workers = workers;
        this.slack = slack;
        this.commands = commands;
        this.people = people;
        this.metrics = metrics;
        this.oneMoment = oneMoment;
        this.learners = learners;
        this.clock = clock;
        conversations.forEach(conversation -> conversation.routes(routes));
        commands.know(routes);
        listen();
        app.start();
    }

    /** What Slack hears back at once. */
    record Acknowledgement(int status, String contentType, String body) {

        static final Acknowledgement OK = new Acknowledgement(200, null, null);
        static final Acknowledgement MALFORMED = new Acknowledgement(400, null, null);
        static final Acknowledgement LATER = new Acknowledgement(503, null, null);
    }

    public Routes routes() {
        return routes;
    }

    /** Keeps the work and says so; only a form's answer is its acknowledgement. */
    Acknowledgement accept(Incoming incoming) {
        switch (incoming.kind()) {
            case CHALLENGE:
                return new Acknowledgement(200, "text/plain", incoming.body());
            case SSL_CHECK:
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
        Optional<Inbox.Work> kept;
        try {
            workers.arriving();
            kept = inbox.keep(incoming);
        } catch (RuntimeException databaseAway) {
            // Not acknowledged, so Slack tries again, and the person sees that it did not work.
            LOG.error("Request not kept reason=\"{}\"", databaseAway.getMessage());
            return Acknowledgement.LATER;
        } finally {
            workers.arrived();
        }
        kept.ifPresent(work -> {
            if (!workers.submit(incoming.person(), () -> workOff(work))) {
                LOG.warn("No room for more work pending={}", workers.pending());
                leave(work, Duration.ZERO);
                oneMoment.please(incoming);
            } else if (workers.areBusy()) {
                oneMoment.please(incoming);
            }
        });
        return Acknowledgement.OK;
    }

    /** Works off what a crash or a full queue left behind. */
    public void workOffLeftBehind() {
        inbox.measure();
        Optional<Inbox.Work> left = stopping ? Optional.empty() : inbox.claimLeftBehind();
        while (left.isPresent()) {
            Inbox.Work work = left.get();
            if (!workers.submit(work.incoming().person(), () -> workOff(work))) {
                leave(work, Duration.ZERO);
                return;
            }
            left = inbox.claimLeftBehind();
        }
    }

    /** Forgets what no retry can bring back any more. */
    public void forgetOld() {
        LOG.info("Inbox tidied forgotten={}", inbox.forgetOld());
    }

    /** @return whether everything accepted so far was worked off in time */
    public boolean awaitIdle(Duration most) {
        return workers.awaitIdle(most);
    }

    @Override
    public void start() {
        stopping = false;
    }

    /** Takes in nothing more, finishes what is being worked on, and leaves what waits to another instance. */
    @Override
    public void stop() {
        stopping = true;
        if (!workers.stop(TO_FINISH)) {
            LOG.warn("Stopped with work left pending={}", workers.pending());
        }
        underWay.forEach(work -> leave(work, Duration.ZERO));
    }

    @Override
    public boolean isRunning() {
        return !stopping;
    }

    private void workOff(Inbox.Work work) {
        if (stopping) {
            leave(work, Duration.ZERO);
            return;
        }
        MDC.put("person", work.incoming().person());
        long started = System.nanoTime();
        String type = "unreadable";
        boolean done = false;
        Occasion occasion = new Occasion(work.key(), work.receivedAt());
        underWay.add(work);
        try {
            if (!inbox.isStillOurs(work)) {
                return;
            }
            Request<?> request = parse(work.incoming());
            type = String.valueOf(request.getRequestType());
            run(occasion, request);
            inbox.done(work.key());
            done = true;
        } catch (Unreadable malformed) {
            // Signed, and yet nothing Slack sends: read again, it would be no better.
            LOG.warn("Request dropped key={} reason=\"{}\"", work.key(), malformed.getMessage());
            inbox.done(work.key());
        } catch (Exception e) {
            tryAgainLater(work, e);
        } finally {
            underWay.remove(work);
            handBack(occasion);
            metrics.worked(type, done, started);
            MDC.clear();
        }
    }

    /** The database or Slack had trouble, or there is a bug: tried again with growing pauses, but not for ever. */
    private void tryAgainLater(Inbox.Work work, Exception cause) {
        if (work.tries() < MOST_TRIES) {
            LOG.warn("Work postponed key={} tries={} reason=\"{}\"", work.key(), work.tries(), cause.toString());
            leave(work, FIRST_PAUSE.multipliedBy(1L << work.tries()));
            return;
        }
        String reference = reference("given up", cause);
        try {
            inbox.done(work.key());
            slack.post(slack.dmWith(work.incoming().person()), ErrorMessages.unexpected(reference), null);
        } catch (RuntimeException evenThat) {
            LOG.error("Could not tell reference={} reason=\"{}\"", reference, evenThat.toString());
        }
    }

    /** When even this fails, the lease ends by itself. */
    private void leave(Inbox.Work work, Duration pause) {
        try {
            inbox.leave(work, pause);
        } catch (RuntimeException databaseAway) {
            LOG.warn("Work not handed back key={} reason=\"{}\"", work.key(), databaseAway.toString());
        }
    }

    /** Rights to send that were taken and, because something failed, not used. */
    private void handBack(Occasion occasion) {
        try {
            occasion.unusedSenders().forEach(learners::handBack);
        } catch (RuntimeException databaseAway) {
            LOG.warn("Right to send not handed back reason=\"{}\"", databaseAway.toString());
        }
    }

    private Response run(Occasion occasion, Request<?> request) throws Exception {
        Response[] response = new Response[1];
        Exception[] failure = new Exception[1];
        occasion.during(() -> {
            try {
                response[0] = app.run(request);
            } catch (JsonParseException notOfItsType) {
                failure[0] = new Unreadable(notOfItsType);
            } catch (Exception e) {
                failure[0] = e;
            }
        });
        if (failure[0] != null) {
            throw failure[0];
        }
        return response[0];
    }

    private Acknowledgement answer(Incoming incoming) {
        if (stopping) {
            return Acknowledgement.LATER;
        }
        MDC.put("person", incoming.person());
        long started = System.nanoTime();
        boolean done = false;
        Occasion occasion = new Occasion(incoming.key(), clock.instant());
        try {
            Response response = run(occasion, parse(incoming));
            done = true;
            return new Acknowledgement(response.getStatusCode(), response.getContentType(), response.getBody());
        } catch (Unreadable malformed) {
            LOG.warn("Form refused key={} reason=\"{}\"", incoming.key(), malformed.getMessage());
            return Acknowledgement.MALFORMED;
        } catch (Exception e) {
            LOG.error("Form failed key={}", incoming.key(), e);
            return Acknowledgement.LATER;
        } finally {
            handBack(occasion);
            metrics.worked("form", done, started);
            MDC.clear();
        }
    }

    /** A payload without what every payload of its type has. */
    private static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable(RuntimeException cause) {
            super(cause.getClass().getSimpleName(), cause);
        }
    }

    /** @throws Unreadable when reading fails, which only a payload that is none of Slack's can bring about */
    private static <R> R read(Supplier<R> reading) {
        try {
            return reading.get();
        } catch (RuntimeException malformed) {
            throw new Unreadable(malformed);
        }
    }

    private Request<?> parse(Incoming incoming) {
        boolean json = incoming.socketMode() || incoming.body().startsWith("{");
        return read(() -> Objects.requireNonNull(parser.parse(SlackRequestParser.HttpRequest.builder()
                .requestUri("/slack/events")
                .requestBody(incoming.body())
                .headers(new RequestHeaders(json ? JSON : FORM))
                .socketMode(incoming.socketMode())
                .build())));
    }

    private void listen() {
        app.command(ANYTHING, (request, context) -> {
            SlashCommandPayload payload = request.getPayload();
            Said said = new Said(
                    payload.getUserId(),
                    payload.getChannelId(),
                    payload.getText() == null ? "" : payload.getText(),
                    payload.getResponseUrl(),
                    payload.getTriggerId());
            guarded(
                    payload.getCommand(),
                    () -> commands.run(payload.getCommand(), said),
                    message -> slack.reply(said, message));
            return context.ack();
        });
        app.event(MessageEvent.class, (payload, context) -> {
            MessageEvent event = payload.getEvent();
            if ("im".equals(event.getChannelType()) && event.getBotId() == null && event.getUser() != null) {
                String text = event.getText() == null ? "" : event.getText();
                Said said = new Said(event.getUser(), event.getChannel(), text, null, null);
                guarded("message", () -> commands.hear(said), message -> slack.reply(said, message));
            }
            return context.ack();
        });
        // Each replaced message comes back as an event; without a handler Bolt warns of every one.
        app.event(MessageChangedEvent.class, (payload, context) -> context.ack());
        app.event(AppHomeOpenedEvent.class, (payload, context) -> {
            if ("home".equals(payload.getEvent().getTab())) {
                guarded("home", () -> routes.home().accept(payload.getEvent().getUser()), message -> {});
            }
            return context.ack();
        });
        app.event(UserChangeEvent.class, (payload, context) -> {
            User user = payload.getEvent().getUser();
            guarded("user_change", () -> people.changed(user), message -> {});
            return context.ack();
        });
        app.blockAction(ANYTHING, (request, context) -> {
            Click click = read(() -> Clicks.read(request.getPayload()));
            click.sameness().ifPresent(same -> Occasion.current().ifPresent(now -> now.isClickOn(same)));
            guarded(
                    click.actionId(),
                    () -> click(click, request.getPayload()),
                    message -> slack.whisper(click, message));
            return context.ack();
        });
        app.viewSubmission(ANYTHING, (request, context) -> submit(request.getPayload(), context));
        app.viewClosed(ANYTHING, (request, context) -> context.ack());
    }

    private void click(Click click, BlockActionPayload payload) {
        routes.click(click.actionId())
                .ifPresentOrElse(
                        handler -> handler.accept(click), () -> LOG.debug("Nothing to do action={}", click.actionId()));
    }

    private Response submit(ViewSubmissionPayload payload, ViewSubmissionContext context) {
        Form form = read(() -> Clicks.read(payload));
        Occasion.current().ifPresent(now -> now.isClickOn(form.sameness()));
        var handler = routes.form(form.callbackId());
        if (handler.isEmpty()) {
            LOG.warn("Unknown form callback={}", form.callbackId());
            return context.ack();
        }
        FormReply reply;
        try {
            reply = handler.get().apply(form);
        } catch (DataAccessException | MongoException databaseInTrouble) {
            // Not acknowledged, so the modal stays open with what was written in it.
            throw databaseInTrouble;
        } catch (RuntimeException bug) {
            String reference = reference(form.callbackId(), bug);
            slack.post(slack.dmWith(form.person()), ErrorMessages.unexpected(reference), null);
            return context.ack();
        }
        if (reply instanceof FormReply.Errors errors) {
            return context.ackWithErrors(errors.byBlock());
        }
        if (reply instanceof FormReply.Next next) {
            return context.ackWithUpdate(next.view());
        }
        Runnable after = ((FormReply.Done) reply).after();
        Occasion later = Occasion.current().orElseThrow().goesOn();
        Runnable work = () -> later.during(() -> follow(form, after));
        if (!workers.submit(form.person(), () -> {
            work.run();
            handBack(later);
        })) {
            handBack(later);
        }
        return context.ack();
    }

    private void follow(Form form, Runnable after) {
        try {
            guarded(form.callbackId(), after, message -> {});
        } catch (RuntimeException passing) {
            // What is owed is said by whoever takes the right to send over.
            LOG.warn("Form not followed callback={} reason=\"{}\"", form.callbackId(), passing.toString());
        }
    }

    private interface Teller {
        void tell(SlackMessage message);
    }

    /**
     * Runs one piece of work; what it throws is told to the person with a reference that is also in the log. Trouble of the
     * database's or of Slack's passes, and so does the exception: the work is tried again.
     */
    private void guarded(String action, Runnable work, Teller teller) {
        MDC.put("action", action.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9:/_-]", "_"));
        try {
            work.run();
        } catch (DataAccessException | MongoException databaseInTrouble) {
            throw databaseInTrouble;
        } catch (RuntimeException bug) {
            if (bug instanceof SlackFailure failure && failure.isPassing()) {
                throw failure;
            }
            String reference = reference(action, bug);
            try {
                teller.tell(
                        bug instanceof IllegalArgumentException
                                ? ErrorMessages.notOurs(reference)
                                : ErrorMessages.unexpected(reference));
            } catch (SlackFailure failure) {
                LOG.warn("Could not tell reference={} error={}", reference, failure.error());
            }
        } finally {
            MDC.remove("action");
        }
    }

    /** What the person is shown and the log holds, so that the one finds the other. */
    private String reference(String action, Exception bug) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        metrics.unexpected();
        MDC.put("reference", reference);
        LOG.error("Unexpected error reference={} action={}", reference, action.replaceAll("\\s", "_"), bug);
        MDC.remove("reference");
        return reference;
    }
}
