package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.slack.work.AdminWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An admin takes the data along. */
class ExportTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.teachingTheSmallProgram();

    private Person boss;

    @BeforeEach
    void anAdmin() {
        boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
    }

    @Test
    void aTableComesAsAFileAndTheAuditKnows() {
        FIELD_CERT
                .hires("ada")
                .types("/cert enroll "
                        + FIELD_CERT.programs().current().courses().get(0).id());

        boss.types("/cert-admin export learners since 2026-01-31 ndjson");
        AdminWork.isDone(FIELD_CERT);

        assertThat(boss.goesToTheBot().seesMessages())
                .anyMatch(message -> message.contains("Learners*: 1 row, in the file below"))
                .anyMatch(message -> message.contains("[file learners-2026-11-02.ndjson]"));
        boss.types("/cert-admin audit program");
        assertThat(boss.sees()).contains("exported the learners since 2026-01-31");
    }

    @Test
    void whatCannotBeExportedIsNamedWithWhatCan() {
        boss.types("/cert-admin export everything");
        assertThat(boss.sees()).contains("I can’t export “everything”", "`answers`");
        boss.types("/cert-admin export answers since yesterday");
        assertThat(boss.sees()).contains("I couldn’t read “yesterday” as a day");
    }

    @Test
    void nobodyElseGetsIt() {
        Person ada = FIELD_CERT.hires("ada");
        ada.types("/cert-admin export answers");
        AdminWork.isDone(FIELD_CERT);
        assertThat(ada.goesToTheBot().seesMessages()).noneMatch(message -> message.contains("[file"));
    }
}
