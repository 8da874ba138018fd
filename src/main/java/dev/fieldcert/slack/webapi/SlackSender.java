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

/**
 * What the bot says: messages, replies, modals and Homes. Every method either does what it says or throws a
 * {@link SlackFailure}.
 */
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

    /** Posts a message that carries the id of what was owed, so that {@link #find} knows it again. */
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

    /** The message with this owed id, if it arrived after all. */
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
        // Not inside the map, where a slow answer would keep other people waiting.
        String opened = calls.call(
                        "conversations.open",
                        methods -> methods.conversationsOpen(request -> request.users(List.of(person))))
                .getChannel()
                .getId();
        dms.put(person, opened);
        return opened;
    }

    /** Answers a word of command where it was said: visible to that person only, or in the DM. */
    public void reply(TextCommand command, SlackMessage message) {
        if (command.inDm()) {
            post(command.channel(), message, null);
        } else {
            respondTo(command.person(), command.responseUrl(), message, false);
        }
    }

    /** Tells the person who clicked, and nobody else; the message they clicked stays. */
    public void respondEphemeral(BlockAction click, SlackMessage message) {
        if (click.responseUrl() != null) {
            respondTo(click.person(), click.responseUrl(), message, false);
        } else {
            post(dmWith(click.person()), message, null);
        }
    }

    /** Tells the person whom this response URL answers, and nobody else. */
    public void respondEphemeral(String responseUrl, SlackMessage message) {
        respond(responseUrl, message, false);
    }

    /** Puts a screen in place of the one that was clicked. */
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
     * @param hash of the view this one replaces; null replaces whatever there is. Slack refuses with {@code hash_conflict}
     *     when another view has been published since
     * @return the hash of the view that is there now
     */
    public String publishHome(String person, View view, String hash) {
        View published = calls.call(
                        "views.publish",
                        methods -> methods.viewsPublish(
                                request -> request.userId(person).view(view).hash(hash)))
                .getView();
        return published == null ? null : published.getHash();
    }

    /** How long a call may take; after that it counts as unanswered. */
    public Duration patience() {
        return settings.timeout();
    }

    /** Whether Slack has not asked to post nothing for now. */
    public boolean mayPost() {
        return calls.mayCall("chat.postMessage");
    }
}
