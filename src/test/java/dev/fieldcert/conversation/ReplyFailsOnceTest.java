package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.local.workspace.webapi.Fault;
import dev.fieldcert.local.workspace.webapi.Faults;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slack does not take the reply to a command, and the command comes again: it reports what it did, and did it once. */
class ReplyFailsOnceTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private Person boss;
    private Scholar ada;

    @BeforeEach
    void anAdminAndALearner() {
        boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        ada = FIELD_CERT.scholar("ada");
        ada.person().types("/cert enroll applying-devops").goesToTheBot();
    }

    private static String at(Person person) {
        return "@" + person.client().user().get("name").getAsString();
    }

    private void typesAndTheReplyFails(Person person, String command) {
        FIELD_CERT.workspace().faults().next(Faults.RESPONSE_URL, 1, new Fault.Status(503));
        person.types(command);
        FIELD_CERT.later(Duration.ofSeconds(30));
    }

    private List<LearnerEvent.Audited> audit(Person about) {
        FIELD_CERT.tick();
        return FIELD_CERT.bean(AuditTrail.class).about(about.id(), 0, 20).stream()
                .filter(entry -> entry.by().equals(boss.id()))
                .toList();
    }

    private long hears(Person person, String words) {
        return person.seesMessages().stream()
                .filter(message -> message.contains(words))
                .count();
    }

    @Test
    void aRevocationIsWholeAndReportedAsDone() {
        ada.person().types("/cert enroll use-case-ci").types("next").clicks("Take the knowledge check");
        ada.finishes(true);
        String award = FIELD_CERT.learner(ada.person()).completions().get(0).award();

        boss.goesToTheBot().types("/cert-admin revoke " + at(ada.person()) + " use-case-ci-101 Somebody else took it");
        FIELD_CERT.workspace().faults().next(Faults.RESPONSE_URL, 1, new Fault.Status(503));
        boss.clicks("Revoke");
        FIELD_CERT.later(Duration.ofSeconds(30));

        assertThat(boss.sees()).contains("Revoked:");
        assertThat(FIELD_CERT.bean(Awards.class).find(award).orElseThrow().standing())
                .isInstanceOf(Standing.Revoked.class);
        assertThat(FIELD_CERT.learner(ada.person()).isRevoked(award)).isTrue();
        assertThat(hears(ada.person(), "was revoked")).isEqualTo(1);
        assertThat(audit(ada.person()))
                .filteredOn(entry -> entry.why().contains("Somebody else took it"))
                .hasSize(1);
    }

    @Test
    void anotherRevocationOfTheSameBadgeIsToldThatItWasRevoked() {
        ada.person().types("/cert enroll use-case-ci").types("next").clicks("Take the knowledge check");
        ada.finishes(true);
        boss.goesToTheBot()
                .types("/cert-admin revoke " + at(ada.person()) + " use-case-ci-101 Somebody else took it")
                .clicks("Revoke");

        boss.types("/cert-admin revoke " + at(ada.person()) + " use-case-ci-101 Once more");

        assertThat(boss.sees()).contains("already revoked", "Somebody else took it", "Nothing was changed");
        assertThat(audit(ada.person())).noneMatch(entry -> entry.why().contains("Once more"));
    }

    @Test
    void aManagerIsReportedAsSetAndTheLearnerHearsOfIt() {
        Person mia = FIELD_CERT.hires("mia");

        typesAndTheReplyFails(boss, "/cert-admin manager " + at(ada.person()) + " " + at(mia));

        assertThat(boss.sees()).contains("now reports to " + at(mia));
        assertThat(hears(ada.person(), "is now your manager here")).isEqualTo(1);
        assertThat(audit(ada.person())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cohort @ada spring                                        | is now in the cohort *spring*
            due @ada applying-devops 2027-03-31                       | due on *March 31, 2027*
            attempt @ada applying-devops was ill                      | has 4 attempts left
            excuse @ada applying-devops @objective knows it           | is excused from
            unenroll @ada applying-devops moved on                    | (1 course in progress ended)
            enroll @ada forecasting                                   | Enrolled 1 person
            delegate @boss @ada                                       | is now
            role @ada author                                          | author
            """)
    void anAdminsChangeIsReportedAsDoneAndDoneOnce(String command, String report) {
        boss.types("/cert-admin manager " + at(ada.person()) + " " + at(boss));
        int before = audit(ada.person()).size() + audit(boss).size();
        String objective = FIELD_CERT
                .programs()
                .current()
                .course("applying-devops")
                .orElseThrow()
                .objectives()
                .get(1)
                .id();
        String typed = command.replace("@ada", at(ada.person()))
                .replace("@boss", at(boss))
                .replace("@objective", objective);

        typesAndTheReplyFails(boss, "/cert-admin " + typed);

        assertThat(boss.sees()).contains(report).doesNotContain("Nothing was changed");
        assertThat(audit(ada.person()).size() + audit(boss).size()).isEqualTo(before + 1);
    }

    @Test
    void aSecondClickOnAnAnswerIsNotToldThatTheFirstCameBefore() {
        ada.person().clicks("I’m ready");
        Button answer = ada.answerButton();

        ada.person().click(answer).click(answer);

        assertThat(ada.person().seesMessages()).noneMatch(message -> message.contains("already answered"));
    }
}
