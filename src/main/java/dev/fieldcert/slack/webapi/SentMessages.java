package dev.fieldcert.slack.webapi;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.Message;
import dev.fieldcert.learner.Notification.MessageRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds which of the bot's messages are in a conversation. Reads the conversation page by page, and only once for all
 * messages that are looked for. If a rate limit stops the reading (for some apps after 15 messages, for a minute), the
 * next call continues from there.
 */
@Component
class SentMessages {

    static final String METADATA_TYPE = "fieldcert_owed";
    private static final int PAGE = 200;
    private static final int MOST_CONVERSATIONS = 200;
    /** How much earlier than a message's creation the reading starts, because clocks differ. */
    private static final Duration EARLIER = Duration.ofMinutes(10);

    private final SlackCalls calls;
    private final Clock clock;
    private final Map<String, Reading> readings = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reading> eldest) {
            return size() > MOST_CONVERSATIONS;
        }
    };

    SentMessages(SlackCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * Looks for a message.
     *
     * @param since when the message was created
     * @param after a reading counts only if it began then or later; an earlier one could have missed the message
     * @throws SlackFailure if the conversation cannot be read to its end now
     */
    Optional<MessageRef> find(String channel, String messageId, Instant since, Instant after) {
        return reading(channel, since.minus(EARLIER), after).find(messageId);
    }

    private synchronized Reading reading(String channel, Instant oldest, Instant after) {
        Reading known = readings.get(channel);
        if (known != null && known.covers(oldest, after)) {
            return known;
        }
        Reading anew = new Reading(channel, oldest, clock.instant());
        readings.remove(channel);
        readings.put(channel, anew);
        return anew;
    }

    private final class Reading {

        private final String channel;
        private final Instant oldest;
        private final Instant begun;
        private final Map<String, MessageRef> found = new HashMap<>();
        private Optional<String> cursor = Optional.empty();
        private boolean complete;

        Reading(String channel, Instant oldest, Instant begun) {
            this.channel = channel;
            this.oldest = oldest;
            this.begun = begun;
        }

        boolean covers(Instant from, Instant after) {
            return !oldest.isAfter(from) && !begun.isBefore(after) && !begun.isAfter(clock.instant());
        }

        synchronized Optional<MessageRef> find(String messageId) {
            while (!found.containsKey(messageId) && !complete) {
                readOn();
            }
            return Optional.ofNullable(found.get(messageId));
        }

        private void readOn() {
            ConversationsHistoryResponse page = calls.call(
                    "conversations.history",
                    methods -> methods.conversationsHistory(request -> request.channel(channel)
                            .oldest(oldest.getEpochSecond() + ".000000")
                            .limit(PAGE)
                            .cursor(cursor.orElse(null))
                            .includeAllMetadata(true)));
            page.getMessages().forEach(this::keep);
            cursor = SlackCalls.nextCursor(page.getResponseMetadata());
            complete = cursor.isEmpty();
        }

        private void keep(Message message) {
            Message.Metadata metadata = message.getMetadata();
            if (metadata != null
                    && METADATA_TYPE.equals(metadata.getEventType())
                    && metadata.getEventPayload().get("id") instanceof String id) {
                found.putIfAbsent(id, new MessageRef(channel, message.getTs()));
            }
        }
    }
}
