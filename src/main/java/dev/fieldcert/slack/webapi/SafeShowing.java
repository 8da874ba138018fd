package dev.fieldcert.slack.webapi;

import dev.fieldcert.slack.blockkit.SlackMessage;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes sure that no message is lost because of its layout. A message that Slack refuses to show is sent again: first
 * with its pictures uploaded again, then with descriptions instead of pictures, then as plain text with its buttons,
 * and finally as text alone.
 */
@Component
class SafeShowing {

    private static final Logger LOG = LoggerFactory.getLogger(SafeShowing.class);

    private final Pictures pictures;
    private final SlackMetrics metrics;

    SafeShowing(Pictures pictures, SlackMetrics metrics) {
        this.pictures = pictures;
        this.metrics = metrics;
    }

    /** @param send sends the message; throws a {@link SlackFailure} about the message if Slack does not show it */
    <R> R show(SlackMessage message, Function<SlackMessage, R> send) {
        try {
            return send.apply(message);
        } catch (SlackFailure refused) {
            rethrowUnlessAboutTheMessage(refused);
            return message.hasPictures() ? withOtherPictures(message, send) : inPlainText(message, refused, send);
        }
    }

    private <R> R withOtherPictures(SlackMessage message, Function<SlackMessage, R> send) {
        SlackMessage other = message.withPictures(pictures::instead);
        if (other.hasPictures()) {
            try {
                return send.apply(other);
            } catch (SlackFailure refusedAgain) {
                rethrowUnlessAboutTheMessage(refusedAgain);
                pictures.rest();
            }
        }
        SlackMessage words = message.withoutPictures();
        try {
            return send.apply(words);
        } catch (SlackFailure notThePictures) {
            rethrowUnlessAboutTheMessage(notThePictures);
            return inPlainText(words, notThePictures, send);
        }
    }

    private <R> R inPlainText(SlackMessage message, SlackFailure refused, Function<SlackMessage, R> send) {
        metrics.unexpected();
        LOG.error("Slack does not show what we drew method={} error={}", refused.method(), refused.error());
        try {
            return send.apply(message.plain());
        } catch (SlackFailure notEvenThat) {
            rethrowUnlessAboutTheMessage(notEvenThat);
            return send.apply(message.textOnly());
        }
    }

    private static void rethrowUnlessAboutTheMessage(SlackFailure failure) {
        if (failure.concern() != Concern.MESSAGE) {
            throw failure;
        }
    }
}
