package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Saying how sure one is: it steers what comes back, and changes no mark. */
class ConfidenceTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.teachingTheSmallProgram();

    private final Scholar scholar = FIELD_CERT.scholar("ada");
    private final Person ada = scholar.person();

    private void practises(String objective, String sure, boolean right) {
        ada.types("/cert status").goesToTheBot();
        ada.click(first.tamperedWith("kinds|" + objective + "|0"));
        ada.chooses("pick:sure", sure);
        if (right) {
            scholar.answersRight();
        } else {
            scholar.answersWrong();
        }
    }

    private Button first;

    private void begins() {
        ada.goesToTheBot().types("confidence on");
        assertThat(ada.sees()).contains("how sure you are");
        ada.types("enroll kinds");
        first = ada.button("I’m ready");
    }

    private void learnsTheRest() {
        for (String objective :
                new String[] {"multiple", "matching", "sorting", "ordering", "numeric", "short", "scenario"}) {
            practises(objective, "Fairly sure", true);
        }
        ada.types("/cert status").goesToTheBot();
        ada.click(first.tamperedWith("kinds|written|0"));
        scholar.answersRight();
    }

    @Test
    void confidentMistakesComeBackFirstAfterTwoDaysAndTheEndShowsHowWellOneJudged() {
        begins();
        practises("truth", "A guess", false);
        FIELD_CERT.clock().advance(Duration.ofMinutes(5));
        practises("single", "Certain", false);
        learnsTheRest();
        ada.types("next");
        assertThat(ada.sees()).contains("Ready for the check");

        FIELD_CERT.later(Duration.ofDays(2));
        ada.types("next");
        assertThat(ada.sees()).contains("Let’s retry what you missed", "You missed 2");
        ada.clicks("Let’s go");
        assertThat(ada.sees()).contains("Another try: question 1 of 2", "Which plan spans all accounts?");
        scholar.finishes(true);

        ada.types("next").clicks("Start the check");
        assertThat(ada.sees()).doesNotContain("Certain");
        scholar.finishes(true);
        assertThat(ada.seesMessages())
                .anyMatch(message -> message.contains("Check passed")
                        && message.contains("right on 0 of 1 when certain, 7 of 7 when fairly sure, and" + " 0 of 1"));
    }

    @Test
    void whatWasSaidBeforeAScenariosFirstSceneStandsAtItsEnd() {
        begins();

        practises("scenario", "Certain", true);

        assertThat(FIELD_CERT.learner(ada).course("kinds").orElseThrow().calibration())
                .satisfies(calibration -> {
                    assertThat(calibration.certain()).isEqualTo(1);
                    assertThat(calibration.certainRight()).isEqualTo(1);
                });
    }

    @Test
    void nobodyIsAskedWhoDidNotSwitchItOn() {
        ada.goesToTheBot().types("enroll kinds").clicks("I’m ready");

        assertThat(ada.sees()).contains("Practice: question 1 of 1").doesNotContain("Certain");
    }
}
