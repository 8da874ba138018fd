package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.outbox.OutboxRelay;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A learner puts a contact off. */
class SnoozeConversationTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private final Person ada = FIELD_CERT.hires("ada");

    @BeforeEach
    void aContactHasCome() {
        var enrolled = FIELD_CERT.bean(EnrollLearner.class).enroll(ada.id(), "applying-devops", "U0ADMIN", null);
        FIELD_CERT.bean(OutboxRelay.class).deliver(enrolled);
        ada.types("status").goesToTheBot();
        for (int hour = 0; hour < 30 && !ada.sees().startsWith("*Next:*"); hour++) {
            FIELD_CERT.later(Duration.ofHours(1));
        }
        assertThat(ada.sees()).startsWith("*Next:*");
    }

    private long contacts() {
        return ada.seesMessages().stream()
                .filter(message -> message.startsWith("*Next:*") || message.startsWith("*You asked me to remind you:*"))
                .count();
    }

    @Test
    void itComesBackNextWeekAndNotBefore() {
        long before = contacts();
        ada.chooses("Remind me next week");

        assertThat(ada.sees()).contains("I’ll be back", "Monday, November 9", "[Do it now instead]");
        Instant until = FIELD_CERT.learner(ada).contact().snoozed().until();
        while (FIELD_CERT.clock().instant().plus(Duration.ofHours(1)).isBefore(until)) {
            FIELD_CERT.later(Duration.ofHours(1));
            assertThat(contacts()).isEqualTo(before);
        }
        FIELD_CERT.later(Duration.ofHours(2));
        assertThat(contacts()).isEqualTo(before + 1);
    }

    @Test
    void aSnoozeClickedAWeekLaterGetsAFriendlyAnswerAndChangesNothing() {
        FIELD_CERT.clock().advance(Duration.ofDays(8));

        ada.chooses("Remind me tomorrow");

        assertThat(ada.sees()).contains("That message is from", "[What’s next?]");
        assertThat(FIELD_CERT.learner(ada).contact().snoozed()).isNull();
    }
}
