package dev.fieldcert.delivery;

import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.outbox.MessageContent;
import dev.fieldcert.outbox.OutboxMessage;
import dev.fieldcert.outbox.SendResult;
import java.util.List;
import java.util.Map;

/** A system that is told what happens. */
public interface Destination {

    /** Names it in the store; letters, digits and hyphens. */
    String id();

    /** Its address as people may see it, without secrets. */
    String address();

    boolean wants(LearnerEvent event);

    /** How many messages it takes at once. */
    int batch();

    /** Whether what was delivered stays in the log for a while. */
    boolean isLogged();

    /**
     * Sends the messages; a repeated one must do no harm.
     *
     * @return what became of each, by its id; what is missing was not attempted
     */
    Map<String, SendResult> send(List<OutboxMessage> messages);

    /** Sends something that means nothing. */
    SendResult test();

    /**
     * What it is told when a person is erased, under the id of each message; nothing about them is sent afterwards.
     *
     * @param person whose events are still stored
     */
    default Map<String, MessageContent> uponErasureOf(String person) {
        return Map.of();
    }
}
