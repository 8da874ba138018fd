package dev.fieldcert.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.conversation.FieldCert;
import dev.fieldcert.conversation.Person;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.local.workspace.webapi.Fault;
import dev.fieldcert.schedule.Tick;
import dev.fieldcert.slack.work.Workers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When clicks come in a rush, or Slack asks for patience, the tick stops short; what it put off is done afterwards. */
class TickStopsShortTest {

    private static final int RUSH = 2 * Runtime.getRuntime().availableProcessors() + 1;

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private long due() {
        return FIELD_CERT.bean(Learners.class).dueContacts(FIELD_CERT.clock().instant());
    }

    @Test
    void onceSlackAsksForPatienceWhoHadNoTurnKeepsItForTheNextTick() {
        List<Person> people = List.of(FIELD_CERT.hires("ada"), FIELD_CERT.hires("mei"), FIELD_CERT.hires("tom"));
        people.forEach(person -> FIELD_CERT
                .bean(EnrollLearner.class)
                .enroll(person.id(), "applying-devops", FIELD_CERT.hires("boss").id(), null));
        FIELD_CERT.clock().advance(Duration.ofMinutes(15));
        FIELD_CERT.workspace().faults().next("chat.postMessage", 1, new Fault.RateLimited(Duration.ofSeconds(30)));

        FIELD_CERT.tick();
        assertThat(people).filteredOn(this::isPutOff).hasSize(1);
        FIELD_CERT.later(Duration.ofSeconds(31));

        assertThat(people)
                .allSatisfy(person -> assertThat(person.goesToTheBot().sees()).contains("You’re enrolled"));
    }

    private boolean isPutOff(Person person) {
        return FIELD_CERT.learner(person).outbox().messages().stream()
                .anyMatch(message ->
                        message.notBefore().isAfter(FIELD_CERT.clock().instant()));
    }

    @Test
    void inARushOneContactIsLookedAtAndTheOthersWaitForTheNextTick() {
        for (String name : new String[] {"ada", "mei", "tom"}) {
            FIELD_CERT
                    .bean(EnrollLearner.class)
                    .enroll(FIELD_CERT.hires(name).id(), "applying-devops", "U0ADMIN", null);
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
