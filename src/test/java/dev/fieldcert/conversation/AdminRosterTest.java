package dev.fieldcert.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.slack.work.AdminWork;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code /cert-admin enroll-csv}: a dry run, and then a button that does it. */
class AdminRosterTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private Person boss;
    private Person ada;
    private Person mia;

    @BeforeEach
    void anAdminALearnerAndHerManager() {
        boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        ada = FIELD_CERT.hires("ada");
        mia = FIELD_CERT.hires("mia");
    }

    private static String email(Person person) {
        return person.client().user().getAsJsonObject("profile").get("email").getAsString();
    }

    private void sends(String list) {
        boss.types("/cert-admin enroll-csv").enters("Or the list as text", list);
        boss.submits().goesToTheBot();
        AdminWork.isDone(FIELD_CERT);
    }

    @Test
    void aDryRunChangesNothingAndTheButtonDoesIt() {
        String list = "email,manager_email,cohort,course,due\r\n"
                + "%s,%s,\"spring, 2027\",applying-devops,2027-03-31\r\n".formatted(email(ada), email(mia))
                + "ghost@example.com,,,applying-devops,\r\n"
                + "%s,,,basket-weaving,\r\n".formatted(email(mia))
                + "%s,,,applying-devops,\r\n".formatted(email(ada).toUpperCase(java.util.Locale.ROOT));

        boss.types("/cert-admin enroll-csv").attaches("CSV file", "list.csv", ("\uFEFF" + list).getBytes(UTF_8));
        boss.submits().goesToTheBot();
        AdminWork.isDone(FIELD_CERT);

        assertThat(boss.sees())
                .contains(
                        "Dry run",
                        "New enrollments: *1*",
                        "Managers set: *1*",
                        "line 3: ghost@example.com isn’t in this workspace",
                        "line 4: there’s no open path or course called “basket-weaving”",
                        "line 5: the same person as in line 2");
        assertThat(ada.sees()).isEmpty();

        boss.clicks("Apply to 1");
        AdminWork.isDone(FIELD_CERT);
        assertThat(boss.sees()).contains("Enrolled *1*", "managers set *1*", "cohorts set *1*");
        var learner = FIELD_CERT.learner(ada);
        assertThat(learner.course("applying-devops").orElseThrow().due()).contains(LocalDate.of(2027, 3, 31));
        assertThat(learner.profile().manager()).contains(mia.id());
        assertThat(learner.profile().cohort()).isEqualTo("spring, 2027");
        assertThat(learner.profile().email()).isEqualTo(email(ada));
        assertThat(ada.goesToTheBot().sees()).contains("You’re enrolled");
    }

    @Test
    void theDryRunForeseesACircleWithinTheList() {
        sends("email,manager_email\n%s,%s\n%s,%s\n".formatted(email(ada), email(mia), email(mia), email(ada)));

        assertThat(boss.sees()).contains("Managers set: *1*", "line 3: the manager reports to this person");
    }

    @Test
    void aDueDateWithoutACourseIsNamed() {
        sends("email,due\n%s,2027-03-31\n".formatted(email(ada)));

        assertThat(boss.sees()).contains("line 2: has a due date but no course");
    }

    @Test
    void theSameListAgainHasNothingToDo() {
        String list = "email,course\n" + email(ada) + ",applying-devops\n";
        sends(list);
        boss.clicks("Apply to 1");
        AdminWork.isDone(FIELD_CERT);

        sends(list);

        assertThat(boss.sees()).contains("Already enrolled: *1*", "There’s nothing to do");
    }

    @Test
    void aDoubleClickDoesItOnce() {
        sends("email,course\n" + email(ada) + ",applying-devops\n");
        Button doIt = boss.button("Apply to 1");
        boss.click(doIt);
        AdminWork.isDone(FIELD_CERT);

        boss.click(doIt);
        AdminWork.isDone(FIELD_CERT);

        assertThat(boss.seesMessages()).anyMatch(message -> message.contains("Someone already started this"));
        assertThat(ada.goesToTheBot().seesMessages()).hasSize(1);
    }

    @Test
    void whatTheFormChoosesAppliesWhereTheListSaysNothing() {
        boss.types("/cert-admin enroll-csv")
                .enters("Or the list as text", "email\n" + email(ada) + "\n")
                .chooses("Applying DevOps");
        boss.submits().goesToTheBot();
        AdminWork.isDone(FIELD_CERT);
        boss.clicks("Apply to 1");
        AdminWork.isDone(FIELD_CERT);

        assertThat(FIELD_CERT.learner(ada).course("applying-devops")).isPresent();
    }

    @Test
    void aWrongHeaderIsSaidAndChangesNothing() {
        sends("name,team\nada,west\n");

        assertThat(boss.sees()).contains("The first line should be", "name,team", "Nothing was changed");
    }

    @Test
    void aListNeedsAFileOrText() {
        boss.types("/cert-admin enroll-csv").submits();

        boss.seesFieldError("Give the list either as a file or as text.");
        boss.closesTheForm();
    }

    @Test
    void aMillionRowsAreRefusedBeforeTheyAreRead() {
        byte[] row = "somebody@example.com\n".getBytes(UTF_8);
        byte[] file = new byte[row.length * 1_000_000];
        for (int i = 0; i < 1_000_000; i++) {
            System.arraycopy(row, 0, file, i * row.length, row.length);
        }

        boss.types("/cert-admin enroll-csv").attaches("CSV file", "list.csv", file);
        boss.submits().goesToTheBot();
        AdminWork.isDone(FIELD_CERT);

        assertThat(boss.sees()).contains("larger than my limit of 5 MB", "20,000 rows", "Nothing was changed");
    }

    @Test
    void aLearnersForgedYesIsRefused() {
        sends("email,course\n" + email(ada) + ",applying-devops\n");

        mia.click(boss.button("Apply to 1"));
        AdminWork.isDone(FIELD_CERT);

        assertThat(mia.seesMessages()).anyMatch(message -> message.contains("Only program admins can use"));
        assertThat(ada.goesToTheBot().sees()).isEmpty();
    }
}
