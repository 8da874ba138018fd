package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.ObjectiveProgress.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Knowing already: the knowledge check without the lessons. */
class TestingOutTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.teachingTheSmallProgram();

    private final Scholar scholar = FIELD_CERT.scholar("ada");
    private final Person ada = scholar.person();

    private CourseProgress progress(String course) {
        return FIELD_CERT.learner(ada).course(course).orElseThrow();
    }

    private void knowsOnlyTheSecond() {
        ada.goesToTheBot().types("enroll known");
        assertThat(ada.sees()).contains("Just want to take the knowledge check?");
        ada.clicks("Take the knowledge check");
        while (scholar.attempt().isPresent()) {
            if (ada.sees().contains("Knowing second")) {
                scholar.answersRight();
            } else {
                scholar.answersWrong();
            }
        }
    }

    @Test
    void whatIsKnownLeavesThePlanAndTheRestStays() {
        knowsOnlyTheSecond();

        assertThat(ada.sees())
                .contains(
                        "Test-out not passed yet",
                        "🔁 About first – 0 of 1 right",
                        "✅ About second – 2 of 2 right",
                        "didn’t use up");
        assertThat(progress("known").checksTaken()).isZero();
        ada.types("status known");
        assertThat(ada.sees()).contains("About second\n_tested out_");
        ada.types("next");
        assertThat(ada.sees()).contains("The point of first");
        scholar.learnsTheLesson();
        ada.types("next");
        assertThat(ada.sees()).contains("Ready for the check: Known already", "You have 3 attempts");
    }

    @Test
    void testingOutHasItsOwnLimit() {
        ada.goesToTheBot().types("enroll known");
        Button offer = ada.button("Take the knowledge check");
        ada.click(offer);
        scholar.finishes(false);
        FIELD_CERT.later(Duration.ofMinutes(1));

        ada.click(offer);

        assertThat(ada.sees()).contains("You don’t have any attempts left");
        assertThat(scholar.attempt()).isEmpty();
        ada.types("status known");
        assertThat(ada.sees()).doesNotContain("I know this");
    }

    @Test
    void whatWasTestedOutIsNotAskedAboutAgain() {
        knowsOnlyTheSecond();
        ada.types("next");
        scholar.learnsTheLesson();
        ada.types("next");
        assertThat(ada.sees()).contains("• About first", "up to 2 questions").doesNotContain("• About second");

        scholar.failsTheCheck();

        assertThat(progress("known").objective("second").state()).isEqualTo(State.TESTED_OUT);
        assertThat(progress("known").objective("first").state()).isEqualTo(State.LEARNING);
        assertThat(progress("known").checksTaken()).isEqualTo(1);
        assertThat(ada.seesMessages()).noneMatch(message -> message.contains("🔁 About second"));
    }

    @Test
    void knowingTheWholeCourseEarnsItsBadgeAtOnce() {
        ada.goesToTheBot().types("enroll known").clicks("Take the knowledge check");

        scholar.finishes(true);

        assertThat(ada.seesMessages()).anyMatch(message -> message.contains("Test-out passed: Known already"));
        assertThat(FIELD_CERT.announcementsAbout(ada)).hasSize(1);
    }

    @Test
    void aSingleObjectiveCanBeTestedOut() {
        ada.goesToTheBot().types("enroll kinds").types("status kinds");

        ada.clicks("I know this");
        assertThat(ada.sees()).contains("Test-out: question 1 of up to 1");
        scholar.finishes(true);

        assertThat(progress("kinds").objective("single").state()).isEqualTo(State.TESTED_OUT);
        assertThat(FIELD_CERT.announcementsAbout(ada)).isEmpty();
        ada.types("next");
        assertThat(ada.sees()).contains("The point of multiple");
    }
}
