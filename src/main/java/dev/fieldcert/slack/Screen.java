package dev.fieldcert.slack;

import dev.fieldcert.learner.Saying.Place;

/**
 * A message and where it goes.
 *
 * @param replaces the message it takes the place of; null for a new one
 */
public record Screen(SlackMessage message, Place replaces) {

    static Screen post(SlackMessage message) {
        return new Screen(message, null);
    }
}
