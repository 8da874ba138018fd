package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.local.workspace.webapi.Fault;
import dev.fieldcert.outbox.DeadLetters;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A message that cannot be rendered: the assignment it is about is taken out of the program before it is sent. */
class DeadLetterTest {

    private static final String COURSE = "planning/course.yaml";
    private static final String ASSIGNMENT_FILE = "planning/assignments/plan.yaml";
    private static final String ASSIGNMENT = "    assignment: plan\n";

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.teachingTheSmallProgram();

    private final Scholar scholar = FIELD_CERT.scholar("ada");
    private final Person ada = scholar.person();
    private Person boss;
    private String course;
    private String assignment;

    @BeforeEach
    void anAssignmentIsHandedInWhileSlackIsBusy() throws IOException {
        boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        course = SmallProgram.read(COURSE);
        ada.goesToTheBot().types("enroll planning");
        scholar.learnsTheCourse("planning").passesTheCheck();
        ada.types("next").clicks("Submit").enters("Your work", "Two quarters, one page.");
        FIELD_CERT.workspace().faults().always("chat.postMessage", new Fault.RateLimited(Duration.ofSeconds(30)));
        ada.submits();
        assertThat(course).contains(ASSIGNMENT);
        assignment = SmallProgram.read(ASSIGNMENT_FILE);
        SmallProgram.put(COURSE, course.replace(ASSIGNMENT, ""));
        Files.delete(SmallProgram.folder().resolve(ASSIGNMENT_FILE));
        assertThat(FIELD_CERT.programs().reload().replaced()).isTrue();
    }

    @AfterEach
    void theProgramIsAsItWas() throws IOException {
        SmallProgram.put(COURSE, course);
        SmallProgram.put(ASSIGNMENT_FILE, assignment);
        assertThat(FIELD_CERT.programs().reload().replaced()).isTrue();
    }

    private void slackRecovers() {
        FIELD_CERT.workspace().faults().clear();
        FIELD_CERT.later(Duration.ofSeconds(31));
    }

    private void someMinutesPass() {
        for (int ticks = 0; ticks < 12; ticks++) {
            FIELD_CERT.later(Duration.ofSeconds(15));
        }
    }

    private double deadLetters() {
        return FIELD_CERT
                .bean(MeterRegistry.class)
                .get("fieldcert.outbox.dead.letters")
                .gauge()
                .value();
    }

    @Test
    void theLearnerAndThoseAfterThemGoOn() {
        Person mei = FIELD_CERT.hires("mei");
        mei.goesToTheBot().types("enroll kinds");
        assertThat(mei.seesMessages()).containsExactly("enroll kinds");

        slackRecovers();
        // Her repeated request may have held the lease while the tick came by; a lease lasts 45 seconds.
        FIELD_CERT.later(Duration.ofSeconds(46));
        assertThat(mei.seesMessages()).anySatisfy(message -> assertThat(message).contains("card 1 of 2"));

        someMinutesPass();
        assertThat(FIELD_CERT.learner(ada).outbox().messages()).isEmpty();
        assertThat(deadLetters()).isEqualTo(1);
        ada.types("enroll kinds");
        assertThat(ada.seesMessages()).anySatisfy(message -> assertThat(message).contains("card 1 of 2"));
    }

    @Test
    void beforeItIsGivenUpTheLearnersCommandsWork() {
        slackRecovers();

        ada.types("pause 2 days");

        assertThat(ada.sees()).doesNotContain("That didn’t work").contains("pause");
    }

    @Test
    void anAdminSeesTheReasonAndTriesAgainOnceTheProgramIsMended() throws IOException {
        slackRecovers();
        someMinutesPass();
        boss.opensHome().clicks("Admin");
        assertThat(boss.home()).contains("1 message couldn’t be delivered. Decide what to do with it.");

        boss.types("/cert-admin dead-letters");
        assertThat(boss.sees()).contains("Submitted", "NoSuchElementException: No value present");
        theProgramIsAsItWas();
        boss.clicks("Try again");

        assertThat(boss.sees()).contains("I’m sending that message again", "There’s nothing to decide");
        assertThat(ada.sees()).contains("Version 1 is saved and *waiting for review*");
        boss.types("/cert-admin audit @" + ada.client().user().get("name").getAsString());
        assertThat(boss.sees()).contains("retried a message that couldn’t be delivered");
        FIELD_CERT.later(Duration.ofMinutes(1));
        assertThat(deadLetters()).isZero();
    }

    @Test
    void whatIsTriedAgainInVainIsGivenUpAgain() {
        slackRecovers();
        someMinutesPass();
        boss.types("/cert-admin dead-letters").clicks("Try again");
        assertThat(FIELD_CERT.bean(DeadLetters.class).count()).isZero();

        someMinutesPass();

        assertThat(FIELD_CERT.bean(DeadLetters.class).count()).isEqualTo(1);
    }

    @Test
    void anAdminDropsIt() {
        slackRecovers();
        someMinutesPass();

        boss.types("/cert-admin dead-letters").clicks("Drop it");

        assertThat(boss.sees()).contains("That message was dropped", "There’s nothing to decide");
        assertThat(FIELD_CERT.bean(DeadLetters.class).count()).isZero();
        boss.types("/cert-admin audit @" + ada.client().user().get("name").getAsString());
        assertThat(boss.sees()).contains("dropped a message that couldn’t be delivered");
        someMinutesPass();
        assertThat(ada.seesMessages()).noneMatch(message -> message.contains("Version 1 is saved"));
    }
}
