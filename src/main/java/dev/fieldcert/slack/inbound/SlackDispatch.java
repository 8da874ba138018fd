package dev.fieldcert.slack.inbound;

import com.google.gson.JsonParseException;
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
import com.slack.api.model.event.FunctionExecutedEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.SubteamMembersChangedEvent;
import com.slack.api.model.event.TeamJoinEvent;
import com.slack.api.model.event.UserChangeEvent;
import dev.fieldcert.learner.RequestContext;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.Joined;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.payload.TypedText;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.payload.WorkflowStep;
import dev.fieldcert.slack.routing.Commands;
import dev.fieldcert.slack.routing.ErrorMessages;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.slack.work.Workers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The only class that uses Bolt's {@code App}: parses Slack's requests and calls their handlers. */
@Component
public class SlackDispatch {

    private static final Logger LOG = LoggerFactory.getLogger(SlackDispatch.class);
    private static final Pattern ANYTHING = Pattern.compile(".*", Pattern.DOTALL);
    private static final Map<String, List<String>> FORM =
            Map.of("content-type", List.of("application/x-www-form-urlencoded"));
    private static final Map<String, List<String>> JSON = Map.of("content-type", List.of("application/json"));

    private final App app;
    private final SlackRequestParser parser =
            new SlackRequestParser(AppConfig.builder().build());
    private final Router router = new Router();
    private final Commands commands;
    private final People people;
    private final SlackSender slack;
    private final Workers workers;
    private final ErrorHandler guard;
    private final UnusedLeases unusedRights;

    SlackDispatch(
            App app,
            Commands commands,
            People people,
            SlackSender slack,
            Workers workers,
            ErrorHandler guard,
            UnusedLeases unusedRights,
            List<SlackHandler> conversations) {
        this.app = app;
        this.commands = commands;
        this.people = people;
        this.slack = slack;
        this.workers = workers;
        this.guard = guard;
        this.unusedRights = unusedRights;
        conversations.forEach(conversation -> conversation.register(router));
        commands.know(router);
        listen();
        app.start();
    }

    /** A payload that lacks a required field. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unreadable(RuntimeException cause) {
            super(cause.getClass().getSimpleName(), cause);
        }
    }

    /** @throws Unreadable if the payload cannot be parsed, which does not happen with Slack's own payloads */
    private static <R> R read(Supplier<R> reading) {
        try {
            return reading.get();
        } catch (RuntimeException malformed) {
            throw new Unreadable(malformed);
        }
    }

    /** @throws Unreadable if the request is not a payload that Slack sends */
    Request<?> parse(IncomingRequest incoming) {
        boolean json = incoming.socketMode() || incoming.body().startsWith("{");
        RequestHeaders headers = new RequestHeaders(json ? JSON : FORM);
        Optional<FastBlockActionRequest> click = read(() -> FastBlockActionRequest.read(incoming, headers));
        return click.isPresent()
                ? click.get()
                : read(() -> Objects.requireNonNull(parser.parse(SlackRequestParser.HttpRequest.builder()
                        .requestUri(SlackEndpoint.PATH)
                        .requestBody(incoming.body())
                        .headers(headers)
                        .socketMode(incoming.socketMode())
                        .build())));
    }

    /** Calls the handler of the request, with {@code requestContext} as the current context. */
    Response run(RequestContext requestContext, Request<?> request) throws Exception {
        Response[] response = new Response[1];
        Exception[] failure = new Exception[1];
        requestContext.during(() -> {
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

    private void listen() {
        app.command(ANYTHING, (request, context) -> {
            SlashCommandPayload payload = request.getPayload();
            TextCommand command = new TextCommand(
                    payload.getUserId(),
                    payload.getChannelId(),
                    TypedText.of(payload.getText()),
                    payload.getResponseUrl(),
                    payload.getTriggerId());
            guard.run(
                    payload.getCommand(),
                    () -> commands.run(payload.getCommand(), command),
                    message -> slack.reply(command, message));
            return context.ack();
        });
        app.event(MessageEvent.class, (payload, context) -> {
            MessageEvent event = payload.getEvent();
            if ("im".equals(event.getChannelType()) && event.getBotId() == null && event.getUser() != null) {
                String text = TypedText.of(event.getText());
                TextCommand command = new TextCommand(event.getUser(), event.getChannel(), text, null, null);
                guard.run("message", () -> commands.hear(command), message -> slack.reply(command, message));
            }
            return context.ack();
        });
        app.event(MessageFileShareEvent.class, (payload, context) -> {
            MessageFileShareEvent event = payload.getEvent();
            if ("im".equals(event.getChannelType()) && event.getUser() != null) {
                String text = TypedText.of(event.getText());
                TextCommand command = new TextCommand(event.getUser(), event.getChannel(), text, null, null);
                guard.run("file", () -> commands.hearWithFile(command), message -> slack.reply(command, message));
            }
            return context.ack();
        });
        app.event(AppHomeOpenedEvent.class, (payload, context) -> {
            if ("home".equals(payload.getEvent().getTab())) {
                guard.run("home", () -> router.home().accept(payload.getEvent().getUser()), message -> {});
            }
            return context.ack();
        });
        app.event(UserChangeEvent.class, (payload, context) -> {
            User user = payload.getEvent().getUser();
            guard.run("user_change", () -> people.changed(user), message -> {});
            joined("user_change", new Joined(Joined.Where.PROFILE, Set.of(user.getId()), ""));
            return context.ack();
        });
        app.event(FunctionExecutedEvent.class, (payload, context) -> {
            WorkflowStep step = read(() -> PayloadReader.read(payload.getEvent()));
            guard.run(
                    "step:" + step.step(),
                    () -> router.workflowStep().accept(step),
                    message -> router.failedStep().accept(step, message.text()));
            return context.ack();
        });
        app.event(TeamJoinEvent.class, (payload, context) -> {
            String user = payload.getEvent().getUser().getId();
            joined("team_join", new Joined(Joined.Where.WORKSPACE, Set.of(user), ""));
            return context.ack();
        });
        app.event(MemberJoinedChannelEvent.class, (payload, context) -> {
            MemberJoinedChannelEvent event = payload.getEvent();
            joined(
                    "member_joined_channel",
                    new Joined(Joined.Where.CHANNEL, Set.of(event.getUser()), event.getChannel()));
            return context.ack();
        });
        app.event(SubteamMembersChangedEvent.class, (payload, context) -> {
            SubteamMembersChangedEvent event = payload.getEvent();
            Set<String> added = event.getAddedUsers() == null ? Set.of() : new HashSet<>(event.getAddedUsers());
            joined("subteam_members_changed", new Joined(Joined.Where.GROUP, added, event.getSubteamId()));
            return context.ack();
        });
        app.blockAction(ANYTHING, (request, context) -> {
            BlockAction click = read(() -> PayloadReader.read(request.getPayload()));
            click.sameness().ifPresent(same -> RequestContext.current().ifPresent(now -> now.isClickOn(same)));
            guard.run(
                    click.actionId(),
                    () -> click(click, request.getPayload()),
                    message -> slack.respondEphemeral(click, message),
                    ErrorMessages.formNotOpened(click.actionId(), click.value()));
            return context.ack();
        });
        app.viewSubmission(ANYTHING, (request, context) -> submit(request.getPayload(), context));
        app.viewClosed(ANYTHING, (request, context) -> context.ack());
    }

    private void joined(String event, Joined joined) {
        guard.run(event, () -> router.joined().accept(joined), message -> {});
    }

    private void click(BlockAction click, BlockActionPayload payload) {
        router.blockAction(click.actionId())
                .ifPresentOrElse(
                        handler -> handler.accept(click), () -> LOG.debug("Nothing to do action={}", click.actionId()));
    }

    private Response submit(ViewSubmissionPayload payload, ViewSubmissionContext context) {
        ViewSubmission form = read(() -> PayloadReader.read(payload));
        RequestContext.current().ifPresent(now -> now.isClickOn(form.sameness()));
        var handler = router.viewSubmission(form.callbackId());
        if (handler.isEmpty()) {
            LOG.warn("Unknown form callback={}", form.callbackId());
            return context.ack();
        }
        Response[] response = new Response[1];
        guard.run(
                form.callbackId(),
                () -> response[0] = answer(form, handler.get().apply(form), context),
                // The error opens on top of the form, so what was typed is kept.
                message -> response[0] = context.ackWithPush(ErrorMessages.screen(message)));
        return response[0];
    }

    private Response answer(ViewSubmission form, SubmissionResponse reply, ViewSubmissionContext context) {
        if (reply instanceof SubmissionResponse.Errors errors) {
            return context.ackWithErrors(errors.byBlock());
        }
        Runnable after = reply instanceof SubmissionResponse.Next next
                ? next.after()
                : ((SubmissionResponse.Done) reply).after();
        RequestContext later = RequestContext.current().orElseThrow().goesOn();
        Runnable work = () -> later.during(() -> follow(form, after));
        if (!workers.submit(form.person(), () -> {
            work.run();
            unusedRights.release(later);
        })) {
            unusedRights.release(later);
        }
        return reply instanceof SubmissionResponse.Next next ? context.ackWithUpdate(next.view()) : context.ack();
    }

    private void follow(ViewSubmission form, Runnable after) {
        try {
            guard.run(form.callbackId(), after, message -> slack.post(slack.dmWith(form.person()), message, null));
        } catch (RuntimeException passing) {
            // The messages in the outbox are sent by the instance that takes over the lease.
            LOG.warn("Form not followed callback={} reason=\"{}\"", form.callbackId(), passing.toString());
        }
    }
}
