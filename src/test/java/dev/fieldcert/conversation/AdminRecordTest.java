package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.ObjectiveProgress.State;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.slack.admin.record.AuditText;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Roles, changes to one learner's record, and the audit of both. */
class AdminRecordTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private Person boss;
    private Person ada;

    @BeforeEach
    void anAdminAndALearner() {
        boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        ada = FIELD_CERT.hires("ada");
        ada.types("/cert enroll applying-devops").goesToTheBot();
    }

    private static String at(Person person) {
        return "@" + person.client().user().get("name").getAsString();
    }

    private boolean isAudited(Person about, String what, String why) {
        return FIELD_CERT.bean(AuditTrail.class).about(about.id(), 0, 20).stream()
                .anyMatch(entry -> entry.by().equals(boss.id())
                        && AuditText.of(entry.what()).contains(what)
                        && entry.why().contains(why));
    }

    @Test
    void anAdminByCommandCanDoWhatAdminsCanUntilTheRoleIsTaken() {
        Person bob = FIELD_CERT.hires("bob");
        Person carl = FIELD_CERT.hires("carl");
        bob.types("/cert-admin roles");
        assertThat(bob.sees()).contains("Only program admins can use");

        boss.types("/cert-admin role " + at(bob) + " admin");
        boss.types("/cert-admin role " + at(carl) + " admin");
        bob.types("/cert-admin roles");

        assertThat(bob.sees()).contains("Who runs the program", at(carl));
        assertThat(isAudited(bob, "role admin", "")).isTrue();
        boss.types("/cert-admin role " + at(bob) + " none");
        bob.types("/cert-admin roles");
        assertThat(bob.sees()).contains("Only program admins can use");
    }

    @Test
    void theLastAdminWhoIsNamedStays() {
        Person bob = FIELD_CERT.hires("bob");
        boss.types("/cert-admin role " + at(bob) + " admin");

        boss.types("/cert-admin role " + at(bob) + " none");
        assertThat(boss.sees()).contains("the last named admin");
        bob.types("/cert-admin role " + at(bob) + " author");
        assertThat(bob.sees()).contains("the last named admin");

        boss.types("/cert-admin role " + at(bob) + " emperor");
        assertThat(boss.sees()).contains("Choose the role `admin`, `author`, or `none`", "“emperor”");
    }

    @Test
    void anAuthorSeesCoursesAndNothingAboutPeople() {
        Person tilda = FIELD_CERT.hires("tilda");
        boss.types("/cert-admin role " + at(tilda) + " author");
        assertThat(tilda.goesToTheBot().sees()).contains("made you an *author*");

        tilda.types("/cert-admin program");
        assertThat(tilda.sees()).contains("Version", "applying-devops");
        tilda.types("/cert-admin report");
        assertThat(tilda.sees()).contains("preview <course> <objective>").doesNotContain("enroll-csv");
    }

    @Test
    void aLearnerIsTakenOutOfACourseAndTold() {
        boss.types("/cert-admin unenroll " + at(ada) + " applying-devops moved to another team");

        assertThat(boss.sees()).contains("is no longer in *Applying DevOps*");
        assertThat(ada.sees()).contains("You’re no longer enrolled in “Applying DevOps”");
        assertThat(FIELD_CERT.learner(ada).course("applying-devops")).isEmpty();
        assertThat(isAudited(ada, "unenrolled", "moved to another team")).isTrue();
        boss.types("/cert-admin unenroll " + at(ada) + " forecasting");
        assertThat(boss.sees()).contains("isn’t enrolled in anything");
    }

    @Test
    void oneMoreAttemptOpensAfterTheLastOneFailed() {
        int before = attemptsLeft();

        boss.types("/cert-admin attempt " + at(ada) + " applying-devops was ill");

        assertThat(attemptsLeft()).isEqualTo(before + 1);
        assertThat(ada.sees()).contains("one more attempt");
        assertThat(isAudited(ada, "one more attempt", "was ill")).isTrue();
        boss.types("/cert-admin attempt " + at(ada) + " forecasting");
        assertThat(boss.sees()).contains("no check to take in", "Nothing was changed");
    }

    private int attemptsLeft() {
        var course = FIELD_CERT.programs().current().course("applying-devops").orElseThrow();
        return FIELD_CERT.learner(ada).course("applying-devops").orElseThrow().attemptsLeft(course);
    }

    @Test
    void aDueDateMovesAndGoes() {
        boss.types("/cert-admin due " + at(ada) + " applying-devops 2027-03-31");
        assertThat(boss.sees()).contains("due on *March 31, 2027*");
        assertThat(ada.sees()).contains("now due on March 31, 2027");
        boss.types("/cert-admin due " + at(ada) + " applying-devops Thursday 1 April 2027 as she asked");
        assertThat(boss.sees()).contains("due on *April 1, 2027*");

        boss.types("/cert-admin due " + at(ada) + " applying-devops none");
        assertThat(FIELD_CERT
                        .learner(ada)
                        .course("applying-devops")
                        .orElseThrow()
                        .due())
                .isEmpty();
        boss.types("/cert-admin due " + at(ada) + " applying-devops soon");
        assertThat(boss.sees()).contains("I couldn’t read “soon” as a date");
        boss.types("/cert-admin due " + at(ada));
        assertThat(boss.sees()).contains("Something is missing");
    }

    @Test
    void aPathsDueDateMovesWithItsCourses() {
        String path = FIELD_CERT.programs().current().paths().get(0).id();
        ada.types("/cert enroll " + path);

        boss.types("/cert-admin due " + at(ada) + " " + path + " 2027-06-30");

        assertThat(FIELD_CERT.learner(ada).paths().get(0).due()).isEqualTo(LocalDate.of(2027, 6, 30));
        assertThat(FIELD_CERT.learner(ada).courses())
                .allMatch(course -> course.due().equals(java.util.Optional.of(LocalDate.of(2027, 6, 30))));
    }

    @Test
    void anObjectiveIsExcusedForAReasonTheLearnerReads() {
        String objective = FIELD_CERT
                .programs()
                .current()
                .course("applying-devops")
                .orElseThrow()
                .objectives()
                .get(1)
                .id();
        boss.types("/cert-admin excuse " + at(ada) + " applying-devops " + objective);
        assertThat(boss.sees()).contains("Give a reason");

        boss.types("/cert-admin excuse " + at(ada) + " applying-devops " + objective + " taught it for years");

        assertThat(ada.sees()).contains("You’ve been excused", "taught it for years");
        assertThat(FIELD_CERT
                        .learner(ada)
                        .course("applying-devops")
                        .orElseThrow()
                        .objective(objective)
                        .state())
                .isEqualTo(State.EXCUSED);
        boss.types("/cert-admin excuse " + at(ada) + " applying-devops nonsense because");
        assertThat(boss.sees()).contains("no objective called “nonsense”", objective);
    }

    @Test
    void nobodyExcusesThemselfOrGivesThemselfAnAttempt() {
        boss.types("/cert enroll applying-devops");

        boss.types("/cert-admin attempt " + at(boss) + " applying-devops");

        assertThat(boss.sees()).contains("You can’t give yourself another attempt");
    }

    @Test
    void managersAreSetAndCirclesRefused() {
        Person mia = FIELD_CERT.hires("mia");
        boss.types("/cert-admin manager " + at(ada) + " " + at(mia));
        assertThat(boss.sees()).contains("now reports to " + at(mia));
        assertThat(ada.sees()).contains("is now your manager here");

        boss.types("/cert-admin manager " + at(mia) + " " + at(ada));
        assertThat(boss.sees()).contains("That would create a reporting loop");
        boss.types("/cert-admin manager " + at(ada) + " " + at(ada));
        assertThat(boss.sees()).contains("People can’t be their own manager");
        boss.types("/cert-admin manager " + at(ada));
        assertThat(boss.sees()).contains("Name the learner, then the manager");
        assertThat(FIELD_CERT.learner(ada).profile().manager()).contains(mia.id());
    }

    @Test
    void aCohortIsChosen() {
        boss.types("/cert-admin cohort " + at(ada) + " spring 2027");

        assertThat(ada.sees()).contains("cohort “spring 2027”");
        assertThat(FIELD_CERT.learner(ada).profile().cohort()).isEqualTo("spring 2027");
    }

    @Test
    void theAuditSaysWhoChangedWhatAndWhyAPageAtATime() {
        for (int i = 1; i <= 12; i++) {
            boss.types("/cert-admin attempt " + at(ada) + " applying-devops reason" + i);
            FIELD_CERT.clock().advance(java.time.Duration.ofMinutes(1));
        }

        boss.types("/cert-admin audit " + at(ada));

        assertThat(boss.sees()).contains("reason12", at(boss)).doesNotContain("_reason1_");
        boss.clicks("Older");
        assertThat(boss.sees()).contains("_reason1_", "_reason2_");
        boss.types("/cert-admin audit");
        assertThat(boss.sees()).contains("Name one person");
    }

    @Test
    void aForgedButtonOfAnAdminsIsRefusedAndNoted() {
        boss.types("/cert-admin report");
        Button forged = boss.button("Everything as CSV");
        int files = ada.client().directMessages().size();

        ada.click(forged);

        assertThat(ada.seesMessages()).anyMatch(message -> message.contains("Only program admins can use"));
        assertThat(ada.client().directMessages().size()).isLessThanOrEqualTo(files + 1);
        assertThat(FIELD_CERT.bean(AuditTrail.class).about(ada.id(), 0, 5))
                .anyMatch(entry -> AuditText.of(entry.what()).contains("refused: admin action admin-run-report"));
    }
}
