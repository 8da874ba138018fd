package dev.fieldcert.slack.rendering;

import dev.fieldcert.learner.Notification.MessageRef;
import dev.fieldcert.slack.blockkit.SlackMessage;

/**
 * A message and its destination.
 *
 * @param replaces the message to replace; null for a new one
 * @param matters whether it is to be said anew where the message to replace is gone
 */
public record RenderedMessage(SlackMessage message, MessageRef replaces, boolean matters) {

    RenderedMessage(SlackMessage message, MessageRef replaces) {
        this(message, replaces, true);
    }

    static RenderedMessage post(SlackMessage message) {
        return new RenderedMessage(message, null);
    }
}
