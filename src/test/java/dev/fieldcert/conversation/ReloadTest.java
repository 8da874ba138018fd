package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.local.workspace.state.PersonSpec;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An admin reads the courses' files again while people learn. */
class ReloadTest {

    private static final String SINGLE = "kinds/questions/single.yaml";

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.teachingTheSmallProgram();

    private final Map<String, String> before = new HashMap<>();
    private Person boss;

    @BeforeEach
    void anAdmin() {
        boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
    }

    private void anAuthorChanges(String path, String from, String to) throws IOException {
        String text = SmallProgram.read(path);
        assertThat(text).contains(from);
        before.putIfAbsent(path, text);
        SmallProgram.put(path, text.replace(from, to));
    }

    @AfterEach
    void theFilesAreAsTheyWere() throws IOException {
        for (Map.Entry<String, String> file : before.entrySet()) {
            SmallProgram.put(file.getKey(), file.getValue());
        }
        assertThat(FIELD_CERT.programs().reload().replaced()).isTrue();
    }

    @Test
    void theAnswerSaysWhatChangedWhomItTouchesAndWhatTheLinterThinks() throws IOException {
        String version = FIELD_CERT.programs().current().version().substring(0, 8);
        Person ada = FIELD_CERT.hires("ada");
        ada.goesToTheBot().types("enroll kinds").clicks("I’m ready");
        FIELD_CERT.hires("mei").goesToTheBot().types("enroll kinds");
        FIELD_CERT.hires("bob").goesToTheBot().types("enroll planning");
        anAuthorChanges(SINGLE, "Which plan spans all accounts?", "Which plan covers everything?");

        boss.types("/cert-admin reload");

        assertThat(boss.sees())
                .contains(
                        "is now live (before: `" + version,
                        "What changed",
                        "*Every kind*: ",
                        "Who’s affected",
                        "*Every kind*: 2 learners in progress, 1 of them in the middle of questions",
                        "Problems")
                .doesNotContain("*Planning*");
        boss.types("/cert-admin audit program");
        assertThat(boss.sees()).contains("reloaded the program", version);
    }

    @Test
    void brokenFilesAreNamedByLineAndTheOldVersionIsStillTaught() throws IOException {
        String version = FIELD_CERT.programs().current().version();
        anAuthorChanges(SINGLE, "right: true", "rigth: true");

        boss.types("/cert-admin program").clicks("Reload the files");

        assertThat(boss.sees())
                .contains("The files have errors, so nothing was changed", SINGLE + ":", "rigth", "3 errors");
        assertThat(FIELD_CERT.programs().current().version()).isEqualTo(version);
        Person ada = FIELD_CERT.hires("ada");
        ada.goesToTheBot().types("enroll kinds").clicks("I’m ready");
        assertThat(ada.sees()).contains("Which plan spans all accounts?");
    }

    @Test
    void anObjectiveThatIsGoneIsNamed() throws IOException {
        anAuthorChanges("planning/course.yaml", "title: Planning", "title: Planning well");

        boss.types("/cert-admin reload");

        assertThat(boss.sees()).contains("*Planning well*", "Nobody is in the middle of a changed course");
    }
}
