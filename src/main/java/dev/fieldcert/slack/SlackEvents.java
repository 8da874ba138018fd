package dev.fieldcert.slack;

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
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.UserChangeEvent;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * The only place that touches Bolt's {@code App}: keeps what comes in, acknowledges it, works it off person by person
 * through Bolt's dispatch, and catches what is left.
 */
@Component
public class SlackEvents {

    private static final Logger LOG = LoggerFactory.getLogger(SlackEvents.class);
    private static final Pattern ANYTHING = Pattern.compile(".*", Pattern.DOTALL);
    private static final Map<String, List<String>> FORM =
            Map.of("content-type", List.of("application/x-www-form-urlencoded"));
    private static final Map<String, List<String>> JSON = Map.of("content-type", List.of("application/json"));

    private final App app;
    private final SlackRequestParser parser;
    private final Routes routes = new Routes();
    private final Inbox inbox;
    private final Workers workers;
    private final SlackSender slack;
    private final Commands commands;
    private final People people;
    private final SlackMetrics metrics;

    SlackEvents(
            App app,
            Inbox inbox,
            Workers workers,
            SlackSender slack,
            People people,
            Commands commands,
            SlackMetrics metrics,
            List<Conversation> conversations) {
        this.app = app;
        this.parser = new SlackRequestParser(AppConfig.builder().build());
        this.inbox = inbox;
        this.workers = workers;
        this.slack = slack;
        this.commands = commands;
        this.people = people;
        this.metrics = metrics;
        conversations.forEach(conversation -> conversation.routes(routes));
        commands.know(routes);
        listen();
        app.start();
    }

    /** What Slack hears back at once. */
    record Acknowledgement(int status, String contentType, String body) {

        static final Acknowledgement OK = new Acknowledgement(200, null, null);
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
        boolean isNew;
        try {
            workers.arriving();
            isNew = inbox.keep(incoming);
        } catch (RuntimeException databaseAway) {
            // Not acknowledged, so Slack tries again, and the person sees that it did not work.
            LOG.error("Request not kept reason=\"{}\"", databaseAway.getMessage());
            return Acknowledgement.LATER;
        } finally {
            workers.arrived();
        }
        if (isNew && !workers.submit(incoming.person(), () -> workOff(incoming))) {
            LOG.warn("No room for more work pending={}", workers.pending());
        }
        return Acknowledgement.OK;
    }

    /** Works off what a crash or a full queue left behind. */
    public void workOffLeftBehind() {
        Optional<Incoming> left = inbox.claimLeftBehind();
        while (left.isPresent()) {
            Incoming incoming = left.get();
            if (!workers.submit(incoming.person(), () -> workOff(incoming))) {
                inbox.handBack(incoming.key());
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

    @PreDestroy
    void stop() {
        if (!workers.stop(Duration.ofSeconds(8))) {
            LOG.warn("Stopped with work left pending={}", workers.pending());
        }
    }

    private void workOff(Incoming incoming) {
        MDC.put("person", incoming.person());
        long started = System.nanoTime();
        String type = "unreadable";
        boolean done = false;
        try {
            Request<?> request = parse(incoming);
            type = String.valueOf(request.getRequestType());
            app.run(request);
            inbox.done(incoming.key());
            done = true;
        } catch (Exception e) {
            // The entry stays open: the next look at what was left behind tries again.
            LOG.error("Work failed key={}", incoming.key(), e);
        } finally {
            metrics.worked(type, done, started);
            MDC.clear();
        }
    }

    private Acknowledgement answer(Incoming incoming) {
        MDC.put("person", incoming.person());
        long started = System.nanoTime();
        boolean done = false;
        try {
            Response response = app.run(parse(incoming));
            done = true;
            return new Acknowledgement(response.getStatusCode(), response.getContentType(), response.getBody());
        } catch (Exception e) {
            LOG.error("Form failed key={}", incoming.key(), e);
            return Acknowledgement.LATER;
        } finally {
            metrics.worked("form", done, started);
            MDC.clear();
        }
    }

    private Request<?> parse(Incoming incoming) {
        boolean json = incoming.socketMode() || incoming.body().startsWith("{");
        return parser.parse(SlackRequestParser.HttpRequest.builder()
                .requestUri("/slack/events")
                .requestBody(incoming.body())
                .headers(new RequestHeaders(json ? JSON : FORM))
                .socketMode(incoming.socketMode())
                .build());
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
            Click click = Clicks.read(request.getPayload());
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
        Form form = Clicks.read(payload);
        var handler = routes.form(form.callbackId());
        if (handler.isEmpty()) {
            LOG.warn("Unknown form callback={}", form.callbackId());
            return context.ack();
        }
        FormReply reply;
        try {
            reply = handler.get().apply(form);
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
        workers.submit(form.person(), () -> guarded(form.callbackId(), after, message -> {}));
        return context.ack();
    }

    private interface Teller {
        void tell(SlackMessage message);
    }

    /** Runs one piece of work; what it throws is told to the person with a reference that is also in the log. */
    private void guarded(String action, Runnable work, Teller teller) {
        MDC.put("action", action.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9:/_-]", "_"));
        try {
            work.run();
        } catch (RuntimeException bug) {
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
    private String reference(String action, RuntimeException bug) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        metrics.unexpected();
        MDC.put("reference", reference);
        LOG.error("Unexpected error reference={} action={}", reference, action.replaceAll("\\s", "_"), bug);
        MDC.remove("reference");
        return reference;
    }
}
