package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.versions.Programs;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The program's files change while people learn. */
class ContentVersionTest {

    private static final String SINGLE = "kinds/questions/single.yaml";

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.teachingTheSmallProgram();

    private final Scholar scholar = FIELD_CERT.scholar("ada");
    private final Person ada = scholar.person();
    private final Map<String, String> before = new HashMap<>();

    /** An author changes a file, and the bot reads the program again. */
    private Programs.Reload changes(String path, String from, String to) throws IOException {
        String text = SmallProgram.read(path);
        assertThat(text).contains(from);
        before.putIfAbsent(path, text);
        SmallProgram.put(path, text.replace(from, to));
        return FIELD_CERT.programs().reload();
    }

    @AfterEach
    void theFilesAreAsTheyWere() throws IOException {
        for (Map.Entry<String, String> file : before.entrySet()) {
            SmallProgram.put(file.getKey(), file.getValue());
        }
        assertThat(FIELD_CERT.programs().reload().replaced()).isTrue();
    }

    @Test
    void anAttemptStaysOnTheVersionItBeganWith() throws IOException {
        ada.goesToTheBot().types("enroll kinds").clicks("I’m ready");
        String asked = ada.sees();
        assertThat(asked).contains("Which plan spans all accounts?");

        assertThat(changes(SINGLE, "Which plan spans all accounts?", "Which plan covers everything?")
                        .replaced())
                .isTrue();
        ada.types("next");
        assertThat(ada.sees()).isEqualTo(asked);
        scholar.answersRight();
        assertThat(ada.seesMessages())
                .anyMatch(message -> message.contains("✅ Right") && message.contains("Which plan spans all accounts?"));

        Scholar mei = FIELD_CERT.scholar("mei");
        mei.person().goesToTheBot().types("enroll kinds").clicks("I’m ready");
        assertThat(mei.person().sees()).contains("Which plan covers everything?");
    }

    @Test
    void anAttemptWhoseQuestionWasRemovedCanBeFinished() throws IOException {
        ada.goesToTheBot().types("enroll kinds").clicks("I’m ready");

        changes(SINGLE, "single-p1", "single-p9");
        scholar.answersRight();

        assertThat(ada.sees()).contains("All correct. You’ve got this one.");
    }

    @Test
    void aProgramWithErrorsIsNotTakenAndTheOldOneGoesOn() throws IOException {
        String version = FIELD_CERT.programs().current().version();

        Programs.Reload reload = changes(SINGLE, "right: true", "rigth: true");

        assertThat(reload.replaced()).isFalse();
        assertThat(reload.problems())
                .anySatisfy(problem -> assertThat(problem.toString())
                        .contains("kinds/questions/single.yaml:")
                        .contains("rigth"));
        assertThat(FIELD_CERT.programs().current().version()).isEqualTo(version);
        ada.goesToTheBot().types("enroll kinds").clicks("I’m ready");
        assertThat(ada.sees()).contains("Which plan spans all accounts?");
    }

    @Test
    void aLessonThatGotShorterShowsItsLastCard() throws IOException {
        ada.goesToTheBot().types("enroll kinds").clicks("Next");
        assertThat(ada.sees()).contains("card 2 of 2");

        changes("kinds/lessons/single.md", "## What people get wrong about single", "**What people get wrong**");
        ada.types("next");

        assertThat(ada.sees()).contains("card 1 of 1", "They skip it.");
    }

    @Test
    void aMissedQuestionThatWasRemovedDoesNotComeBack() throws IOException {
        ada.goesToTheBot().types("enroll planning").clicks("I’m ready");
        scholar.finishes(false);
        assertThat(FIELD_CERT.learner(ada).course("planning").orElseThrow().reviewItems())
                .hasSize(1);

        changes("planning/questions/plan.yaml", "plan-p1", "plan-p9");
        FIELD_CERT.later(Duration.ofDays(2));
        ada.types("next");

        assertThat(ada.sees()).contains("Ready for the check: Planning");
    }
}
