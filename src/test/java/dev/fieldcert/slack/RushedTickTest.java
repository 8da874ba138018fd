package dev.fieldcert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.conversation.FieldCert;
import dev.fieldcert.learner.EnrolLearner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.schedule.Tick;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** While clicks come in a rush, the tick leaves the machine to them; what it put off is done afterwards. */
class RushedTickTest {

    private static final int RUSH = 2 * Runtime.getRuntime().availableProcessors() + 1;

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private long due() {
        return FIELD_CERT.bean(Learners.class).dueContacts(FIELD_CERT.clock().instant());
    }

    @Test
    void inARushOneContactIsLookedAtAndTheOthersWaitForTheNextTick() {
        for (String name : new String[] {"ada", "mei", "tom"}) {
            FIELD_CERT.bean(EnrolLearner.class).enrol(FIELD_CERT.hires(name).id(), "applying-devops", "U0ADMIN", null);
        }
        FIELD_CERT.clock().advance(Duration.ofDays(1));
        assertThat(due()).isEqualTo(3);
        Workers workers = FIELD_CERT.bean(Workers.class);

        for (int i = 0; i < RUSH; i++) {
            workers.arriving();
        }
        FIELD_CERT.bean(Tick.class).run();
        long put = due();
        for (int i = 0; i < RUSH; i++) {
            workers.arrived();
        }

        assertThat(put).isEqualTo(2);
        FIELD_CERT.tick();
        assertThat(due()).isZero();
    }
}
