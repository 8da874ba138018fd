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
 * Which of our messages are in a conversation. It is read once for all that are looked for, page by page; where Slack's limit
 * stops the reading (for some apps after 15 messages, for a minute), the next look goes on from there.
 */
@Component
class SentMessages {

    static final String METADATA_TYPE = "fieldcert_owed";
    private static final int PAGE = 200;
    private static final int MOST_CONVERSATIONS = 200;
    /** Clocks differ, and a message is created some time before it is sent. */
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
     * @param since when it was created
     * @param after the reading must have begun then or later, so that it would have seen it
     * @throws SlackFailure when the conversation cannot be read to its end now
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
