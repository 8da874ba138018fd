package dev.fieldcert.slack.webapi;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.Message;
import com.slack.api.model.view.View;
import dev.fieldcert.learner.Notification.MessageRef;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.TextCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Sends messages, replies, modals and Homes. Every method succeeds or throws a {@link SlackFailure}. */
@Component
public class SlackSender {

    private static final String METADATA_TYPE = "fieldcert_owed";
    private static final int PAGE = 200;

    private final SlackCalls calls;
    private final SlackSettings settings;
    private final Map<String, String> dms = new ConcurrentHashMap<>();

    SlackSender(SlackCalls calls, SlackSettings settings) {
        this.calls = calls;
        this.settings = settings;
    }

    /** Posts a message whose metadata carries the outbox message's id, so that {@link #find} can find it. */
    public MessageRef post(String channel, SlackMessage message, String messageId) {
        var response = calls.call(
                "chat.postMessage",
                methods -> methods.chatPostMessage(request -> request.channel(channel)
                        .text(message.text())
                        .blocks(message.blocks())
                        .unfurlLinks(false)
                        .unfurlMedia(false)
                        .metadata(
                                messageId == null
                                        ? null
                                        : Message.Metadata.builder()
                                                .eventType(METADATA_TYPE)
                                                .eventPayload(Map.of("id", messageId))
                                                .build())));
        return new MessageRef(response.getChannel(), response.getTs());
    }

    public void replace(MessageRef place, SlackMessage message) {
        calls.call(
                "chat.update",
                methods -> methods.chatUpdate(request -> request.channel(place.channel())
                        .ts(place.ts())
                        .text(message.text())
                        .blocks(message.blocks())));
    }

    /** The message with this id, if it arrived after all. */
    public Optional<MessageRef> find(String channel, String messageId, Instant since) {
        String oldest = since.minus(Duration.ofMinutes(10)).getEpochSecond() + ".000000";
        return calls.pages(
                        "conversations.history",
                        ConversationsHistoryResponse::getResponseMetadata,
                        (methods, cursor) -> methods.conversationsHistory(request -> request.channel(channel)
                                .oldest(oldest)
                                .limit(PAGE)
                                .cursor(cursor)
                                .includeAllMetadata(true)))
                .flatMap(page -> page.getMessages().stream())
                .filter(message -> carries(message, messageId))
                .map(message -> new MessageRef(channel, message.getTs()))
                .findFirst();
    }

    private static boolean carries(Message message, String messageId) {
        Message.Metadata metadata = message.getMetadata();
        return metadata != null
                && METADATA_TYPE.equals(metadata.getEventType())
                && messageId.equals(metadata.getEventPayload().get("id"));
    }

    /** The DM channel with a person. */
    public String dmWith(String person) {
        String known = dms.get(person);
        if (known != null) {
            return known;
        }
        // Outside the map's lock, where a slow response would block other people.
        String opened = calls.call(
                        "conversations.open",
                        methods -> methods.conversationsOpen(request -> request.users(List.of(person))))
                .getChannel()
                .getId();
        dms.put(person, opened);
        return opened;
    }

    /** Answers a command where it was typed: visible to that person only, or in the DM. */
    public void reply(TextCommand command, SlackMessage message) {
        if (command.inDm()) {
            post(command.channel(), message, null);
        } else {
            respondTo(command.person(), command.responseUrl(), message, false);
        }
    }

    /** Replies to the person who clicked, visible only to them; the clicked message stays. */
    public void respondEphemeral(BlockAction click, SlackMessage message) {
        if (click.responseUrl() != null) {
            respondTo(click.person(), click.responseUrl(), message, false);
        } else {
            post(dmWith(click.person()), message, null);
        }
    }

    /** Replies at this response URL, visible only to that person. */
    public void respondEphemeral(String responseUrl, SlackMessage message) {
        respond(responseUrl, message, false);
    }

    /** Replaces the message that was clicked. */
    public void turn(BlockAction click, SlackMessage message) {
        if (click.ephemeral()) {
            respondTo(click.person(), click.responseUrl(), message, true);
        } else if (click.place() != null) {
            replace(click.place(), message);
        } else {
            post(dmWith(click.person()), message, null);
        }
    }

    /**
     * At the response URL; in the DM once it has run out, which it does half an hour after the deed, and when nobody answers
     * there: some firewalls let only slack.com through.
     */
    private void respondTo(String person, String responseUrl, SlackMessage message, boolean replace) {
        try {
            respond(responseUrl, message, replace);
        } catch (SlackFailure failure) {
            if (failure.isPassing() && !failure.isUnknownOutcome()) {
                throw failure;
            }
            post(dmWith(person), message, null);
        }
    }

    private void respond(String responseUrl, SlackMessage message, boolean replace) {
        calls.answer(
                responseUrl,
                ActionResponse.builder()
                        .responseType("ephemeral")
                        .replaceOriginal(replace)
                        .text(message.text())
                        .blocks(message.blocks())
                        .build());
    }

    public void openModal(String triggerId, View view) {
        calls.call(
                "views.open",
                methods -> methods.viewsOpen(
                        request -> request.triggerId(triggerId).view(view)));
    }

    public String openModalNow(String triggerId, View view) {
        return calls.call(
                        "views.open",
                        methods -> methods.viewsOpen(
                                request -> request.triggerId(triggerId).view(view)))
                .getView()
                .getId();
    }

    public void updateModal(String viewId, View view) {
        calls.call(
                "views.update",
                methods -> methods.viewsUpdate(request -> request.viewId(viewId).view(view)));
    }

    /**
     * Publishes a person's Home.
     *
     * @param hash of the view to replace; null replaces any. Slack refuses with {@code hash_conflict} when another
     *     view has been published since
     * @return the hash of the current view
     */
    public String publishHome(String person, View view, String hash) {
        View published = calls.call(
                        "views.publish",
                        methods -> methods.viewsPublish(
                                request -> request.userId(person).view(view).hash(hash)))
                .getView();
        return published == null ? null : published.getHash();
    }

    /** The longest time a call may take; after that it counts as unanswered. */
    public Duration patience() {
        return settings.timeout();
    }

    /** Whether posting is not rate-limited now. */
    public boolean mayPost() {
        return calls.mayCall("chat.postMessage");
    }
}
