package dev.fieldcert.slack.webapi;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
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

    private final SlackCalls calls;
    private final SlackSettings settings;
    private final SafeShowing showing;
    private final SentMessages sent;
    private final Map<String, String> dms = new ConcurrentHashMap<>();

    SlackSender(SlackCalls calls, SlackSettings settings, SafeShowing showing, SentMessages sent) {
        this.calls = calls;
        this.settings = settings;
        this.showing = showing;
        this.sent = sent;
    }

    /**
     * Posts a message. Its metadata contains the outbox message's id, so that {@link #find} can find it. Blocks that
     * Slack refuses to show are replaced with plain text.
     */
    public MessageRef post(String channel, SlackMessage message, String messageId) {
        return showing.show(message, shown -> postAsItIs(channel, shown, messageId));
    }

    private MessageRef postAsItIs(String channel, SlackMessage message, String messageId) {
        var response = calls.postMessage(
                ChatPostMessageRequest.builder()
                        .channel(channel)
                        .text(message.text())
                        .blocks(message.blocks())
                        .unfurlLinks(false)
                        .unfurlMedia(false)
                        .metadata(
                                messageId == null
                                        ? null
                                        : Message.Metadata.builder()
                                                .eventType(SentMessages.METADATA_TYPE)
                                                .eventPayload(Map.of("id", messageId))
                                                .build())
                        .build(),
                messageId);
        return new MessageRef(response.getChannel(), response.getTs());
    }

    /**
     * Replaces a message.
     *
     * @return false if the message can no longer be replaced: it was deleted, or Slack no longer allows edits
     */
    public boolean replace(MessageRef place, SlackMessage message) {
        try {
            return showing.show(message, shown -> replaceAsItIs(place, shown));
        } catch (SlackFailure failure) {
            if (failure.concern() != Concern.PLACE) {
                throw failure;
            }
            return false;
        }
    }

    /** Replaces a message; if that is impossible, posts the new one in this person's DM. */
    public void replaceOrTell(MessageRef place, String person, SlackMessage message) {
        if (!replace(place, message)) {
            post(dmWith(person), message, null);
        }
    }

    private boolean replaceAsItIs(MessageRef place, SlackMessage message) {
        calls.call(
                "chat.update",
                methods -> methods.chatUpdate(request -> request.channel(place.channel())
                        .ts(place.ts())
                        .text(message.text())
                        .blocks(message.blocks())));
        return true;
    }

    /**
     * Returns the message with this id if it arrived after all.
     *
     * @param since when the message was created
     * @param after the last attempt to send the message, or later; a reading of the conversation that began earlier
     *     does not count
     */
    public Optional<MessageRef> find(String channel, String messageId, Instant since, Instant after) {
        return sent.find(channel, messageId, since, after);
    }

    /** The DM channel with a person. */
    public String dmWith(String person) {
        String known = dms.get(person);
        if (known != null) {
            return known;
        }
        // Called outside the map's lock, because a slow response would block other people.
        String opened = calls.call(
                        "conversations.open",
                        methods -> methods.conversationsOpen(request -> request.users(List.of(person))))
                .getChannel()
                .getId();
        dms.put(person, opened);
        return opened;
    }

    /** Answers a command where it was typed: visible only to that person, or in the DM. */
    public void reply(TextCommand command, SlackMessage message) {
        if (command.inDm()) {
            post(command.channel(), message, null);
        } else {
            respondTo(command.person(), command.responseUrl(), message, false);
        }
    }

    /** Replies to the person who clicked, visible only to them; the clicked message remains. */
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

    /** Replaces the clicked message. Posts in the DM if there is none, or if it cannot be replaced. */
    public void turn(BlockAction click, SlackMessage message) {
        if (click.ephemeral()) {
            respondTo(click.person(), click.responseUrl(), message, true);
        } else if (click.place() != null) {
            replaceOrTell(click.place(), click.person(), message);
        } else {
            post(dmWith(click.person()), message, null);
        }
    }

    /**
     * Responds at the response URL. Posts in the DM instead if the URL has expired, which happens half an hour after
     * the click or command, or if it does not respond: some firewalls allow only slack.com.
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
        showing.show(message, shown -> {
            calls.answer(
                    responseUrl,
                    ActionResponse.builder()
                            .responseType("ephemeral")
                            .replaceOriginal(replace)
                            .text(shown.text())
                            .blocks(shown.blocks())
                            .build());
            return null;
        });
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
     * @param hash the hash of the view to replace; null replaces any. Slack refuses with {@code hash_conflict} if
     *     another view has been published since
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

    /** Whether messages may be posted now, because posting is not rate-limited. */
    public boolean mayPost() {
        return calls.mayCall("chat.postMessage");
    }
}
