package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.slack.work.AdminWork;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The program, its preview, the report, and the daily round-up. */
class AdminProgramTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private Person boss;

    @BeforeEach
    void anAdmin() {
        boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
    }

    @Test
    void theProgramNamesItsVersionAndReloadingTheSameFilesChangesNothing() {
        boss.types("/cert-admin program");
        assertThat(boss.sees())
                .contains(
                        "Version",
                        FIELD_CERT.programs().current().version().substring(0, 8),
                        "applying-devops",
                        "[Reload the files]");

        boss.types("/cert-admin reload");
        assertThat(boss.sees()).contains("The files haven’t changed");
    }

    @Test
    void aPreviewShowsCardsAndQuestionsAndMarksNothing() {
        Objective objective = FIELD_CERT
                .programs()
                .current()
                .course("applying-devops")
                .orElseThrow()
                .objectives()
                .get(0);
        boss.types("/cert-admin preview applying-devops " + objective.id());
        assertThat(boss.sees())
                .contains(
                        "Preview · Card 1 of", objective.lesson().cards().get(0).title());

        int screens = objective.lesson().cards().size()
                + objective.practice().size()
                + objective.checkPool().size();
        for (int i = 1; i < screens; i++) {
            boss.clicks("Next screen");
        }

        assertThat(boss.sees()).contains("of the check", "nothing is scored");
        boss.types("/cert-admin preview applying-devops nonsense");
        assertThat(boss.sees()).contains("has no objective called “nonsense”", objective.id());
        assertThat(FIELD_CERT.bean(dev.fieldcert.learner.Learners.class).find(boss.id()))
                .isEmpty();
    }

    @Test
    void theReportIsATableToLeafThroughAndAFile() {
        for (int i = 0; i < 30; i++) {
            FIELD_CERT.hires("rep").types("/cert enroll applying-devops");
        }

        boss.types("/cert-admin report");
        assertThat(boss.sees()).contains("Progress report", "Applying DevOps", "under way", "30 learners");
        boss.clicks("Next page");
        assertThat(boss.sees()).contains("rep").doesNotContain("Next page");

        boss.clicks("Everything as CSV");
        AdminWork.isDone(FIELD_CERT);
        assertThat(boss.goesToTheBot().seesMessages())
                .anyMatch(message -> message.contains("Certification report*: 30 rows, in the file below"))
                .anyMatch(message -> message.contains("[file certification-2026-11-02.csv]"));
    }

    @Test
    void inQuietModeADayOfBadgesIsOneMessage() {
        boss.types("/cert-admin announce quiet");
        assertThat(boss.sees()).contains("one message a day");
        Scholar ada = FIELD_CERT.scholar("ada");
        ada.person().types("/cert enroll applying-devops").goesToTheBot();
        ada.learnsTheCourse("applying-devops").passesTheCheck();
        assertThat(FIELD_CERT.announcementsAbout(ada.person())).isEmpty();

        FIELD_CERT.tick();
        assertThat(FIELD_CERT.announcementsAbout(ada.person())).isEmpty();
        FIELD_CERT.later(Duration.ofHours(8));
        FIELD_CERT.tick();

        assertThat(FIELD_CERT.announcementsAbout(ada.person()))
                .singleElement()
                .asString()
                .contains("New badges");
        boss.types("/cert-admin announce each");
        assertThat(boss.sees()).contains("I’ll announce each badge as it’s earned");
    }
}
