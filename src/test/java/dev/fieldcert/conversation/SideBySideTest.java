package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several courses under way at once. */
class SideBySideTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.teachingTheSmallProgram();

    private final Scholar scholar = FIELD_CERT.scholar("ada");
    private final Person ada = scholar.person();

    private int answered(String course) {
        return FIELD_CERT
                .learner(ada)
                .course(course)
                .orElseThrow()
                .attempt()
                .orElseThrow()
                .position();
    }

    @Test
    void eachCourseKeepsItsOwnPlace() {
        ada.goesToTheBot().types("enroll known").clicks("Take the knowledge check");
        Button ofKnown = ada.button("True");
        ada.types("enroll planning").clicks("I’m ready");
        assertThat(ada.sees()).contains("A plan has owners.");

        ada.click(ofKnown);
        assertThat(answered("known")).isEqualTo(1);
        assertThat(answered("planning")).isZero();
        ada.types("next");
        assertThat(ada.sees()).contains("Test-out: question 2 of up to 4");

        ada.types("status");
        assertThat(ada.sees())
                .contains("*Known already*", "question 2 is waiting", "*Planning*", "question 1 of 1 is waiting");
        while (FIELD_CERT.learner(ada).course("known").isPresent()) {
            scholar.answersRight();
        }
        assertThat(ada.seesMessages()).anyMatch(message -> message.contains("Test-out passed"));
        assertThat(FIELD_CERT.learner(ada).course("known")).isEmpty();
    }

    @Test
    void theButtonOfOneCourseLeadsOnInThatCourse() {
        ada.goesToTheBot().types("enroll planning");
        scholar.learnsTheLesson();
        Button next = ada.button("What’s next?");
        ada.types("enroll kinds");
        assertThat(ada.sees()).contains("The point of single");

        ada.click(next);

        assertThat(ada.sees()).contains("Ready for the check: Planning");
    }
}
