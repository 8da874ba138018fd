package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.local.workspace.client.PersonClient;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.local.workspace.webapi.Fault;
import dev.fieldcert.slack.work.AdminWork;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Long work is canceled while it is being done. */
class CancelledWorkTest {

    private static final int CROWD = 30;

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private Person boss;
    private List<Person> recipients;
    private String group;

    /** Slack answers for some, and then asks to wait for a minute: the work stands still in its middle. */
    @BeforeEach
    void enrollingIsInItsMiddle() {
        boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        recipients =
                IntStream.range(0, CROWD).mapToObj(i -> FIELD_CERT.hires("rep")).toList();
        group = "crowd-of-" + boss.client().user().get("name").getAsString();
        FIELD_CERT
                .workspace()
                .group(group, recipients.stream().map(Person::client).toArray(PersonClient[]::new));
        boss.types("/cert-admin enroll @" + group + " applying-devops");
        AdminWork.isDone(FIELD_CERT);
        boss.goesToTheBot();
        FIELD_CERT
                .workspace()
                .faults()
                .next("users.info", 12, new Fault.Slow(Duration.ZERO))
                .next("users.info", 1, new Fault.RateLimited(Duration.ofMinutes(1)));
        boss.clicks("Enroll %d people".formatted(CROWD));
        AdminWork.stands(() -> FIELD_CERT.workspace().calls().stream()
                .anyMatch(call ->
                        call.method().equals("users.info") && call.error().isPresent()));
    }

    private long enrolled() {
        return recipients.stream()
                .filter(person ->
                        FIELD_CERT.bean(Learners.class).find(person.id()).isPresent())
                .count();
    }

    @Test
    void whatIsDoneStaysDoneTheRestIsNotBegunAndDoingItAgainPicksItUp() {
        boss.clicks("Cancel");
        AdminWork.isDone(FIELD_CERT);

        long done = enrolled();
        assertThat(done).isBetween(1L, (long) CROWD - 1);
        assertThat(boss.seesMessages())
                .anyMatch(message -> message.contains("I’ll stop after this one"))
                .anyMatch(message -> message.contains("Canceled.")
                        && message.contains("Enrolled " + done + (done == 1 ? " person" : " people")));

        FIELD_CERT.workspace().faults().clear();
        FIELD_CERT.clock().advance(Duration.ofMinutes(2));
        boss.types("/cert-admin enroll @" + group + " applying-devops");
        AdminWork.isDone(FIELD_CERT);
        assertThat(boss.goesToTheBot().sees()).contains("no change (" + done + ")");
        boss.clicks("Enroll %d people".formatted(CROWD - done));
        AdminWork.isDone(FIELD_CERT);
        assertThat(enrolled()).isEqualTo(CROWD);
    }

    @Test
    void onlyWhoBeganItOrAnAdminCancelsIt() {
        Person eve = FIELD_CERT.hires("eve");
        Button cancel = boss.button("Cancel");

        eve.click(cancel);
        // While Slack does not say who she is, she is not answered.
        FIELD_CERT.later(Duration.ofMinutes(2));
        assertThat(eve.goesToTheBot().sees()).contains("Only program admins can use");

        boss.click(cancel);
        AdminWork.isDone(FIELD_CERT);
        boss.click(cancel);
        assertThat(boss.seesMessages()).anyMatch(message -> message.contains("That isn’t running anymore"));
    }
}
