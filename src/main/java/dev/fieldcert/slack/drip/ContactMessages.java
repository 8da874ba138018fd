package dev.fieldcert.slack.drip;

import dev.fieldcert.curriculum.Programme;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Saying;
import dev.fieldcert.slack.SlackMessage;
import java.time.Instant;
import java.util.Optional;

/** The screens of a contact. */
public final class ContactMessages {

    private ContactMessages() {}

    public static Optional<SlackMessage> contact(
            Saying.Contact saying, Learner learner, Programme programme, Instant now) {
        return Optional.empty();
    }
}
