package dev.fieldcert.slack.rendering;

import dev.fieldcert.learner.Notification.MessageRef;
import dev.fieldcert.slack.blockkit.SlackMessage;

/**
 * A message and its destination.
 *
 * @param replaces the message to replace; null for a new one
 */
public record RenderedMessage(SlackMessage message, MessageRef replaces) {

    static RenderedMessage post(SlackMessage message) {
        return new RenderedMessage(message, null);
    }
}
