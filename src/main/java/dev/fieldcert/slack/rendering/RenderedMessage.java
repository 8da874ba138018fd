package dev.fieldcert.slack.rendering;

import dev.fieldcert.learner.Notification.MessageRef;
import dev.fieldcert.slack.blockkit.SlackMessage;

/**
 * A message, and whether it replaces another one.
 *
 * @param replaces the message to replace; null to post a new one
 * @param matters whether to post a new message if the message to replace is gone
 */
public record RenderedMessage(SlackMessage message, MessageRef replaces, boolean matters) {

    RenderedMessage(SlackMessage message, MessageRef replaces) {
        this(message, replaces, true);
    }

    static RenderedMessage post(SlackMessage message) {
        return new RenderedMessage(message, null);
    }
}
