package dev.fieldcert.slack;

import dev.fieldcert.learner.Notification.MessageRef;

/**
 * A message and where it goes.
 *
 * @param replaces the message it takes the place of; null for a new one
 */
public record Screen(SlackMessage message, MessageRef replaces) {

    static Screen post(SlackMessage message) {
        return new Screen(message, null);
    }
}
