package dev.fieldcert.delivery;

import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.outbox.MessageContent;
import dev.fieldcert.outbox.OutboxMessage;
import dev.fieldcert.outbox.SendResult;
import java.util.List;
import java.util.Map;

/** Another system that receives events. */
public interface Destination {

    /** The destination's id in the database: letters, digits and hyphens. */
    String id();

    /** The address in a form without secrets, which may be shown to people. */
    String address();

    boolean wants(LearnerEvent event);

    /** The maximum number of messages per call of {@link #send}. */
    int batch();

    /** Whether delivered messages stay in the log for a while. */
    boolean isLogged();

    /**
     * Sends the messages. Sending a message repeatedly must do no harm.
     *
     * @return the result of each attempt, by message id; a missing message was not attempted
     */
    Map<String, SendResult> send(List<OutboxMessage> messages);

    /** Sends a message without effect, to test the connection. */
    SendResult test();

    /**
     * The messages to send when a person is erased, by message id. Nothing else about the person is sent after that.
     *
     * @param person the person to erase, whose events are still stored
     */
    default Map<String, MessageContent> uponErasureOf(String person) {
        return Map.of();
    }
}
