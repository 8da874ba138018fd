package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.submission.ReviewSubmission;
import dev.fieldcert.outbox.OutboxRelay;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Work that a person must look at, before there is a badge. */
class AssignmentTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.teachingTheSmallProgram();

    private final Scholar scholar = FIELD_CERT.scholar("ada");
    private final Person ada = scholar.person();

    /** Stands in for the manager, whose own conversation is tested elsewhere. */
    private void managerStandIn(boolean approves) {
        String submission = FIELD_CERT
                .learner(ada)
                .course("planning")
                .orElseThrow()
                .objective("plan")
                .submission();
        int points = approves ? 4 : 1;
        var reviewed = FIELD_CERT
                .bean(ReviewSubmission.class)
                .review(
                        "U0MANAGER",
                        submission,
                        learner -> true,
                        Map.of("a", points, "b", points, "c", points, "d", points),
                        approves ? Map.of() : Map.of("a", "Why these?", "b", "Whose?", "c", "When?", "d", "To whom?"),
                        approves);
        FIELD_CERT.bean(OutboxRelay.class).deliver(reviewed.orElseThrow());
        FIELD_CERT.settle();
    }

    @Test
    void noBadgeIsEarnedBeforeApprovalHoweverOftenTheWorkIsHandedIn() {
        ada.goesToTheBot().types("enroll planning");
        scholar.learnsTheCourse("planning").passesTheCheck();
        assertThat(FIELD_CERT.announcementsAbout(ada)).isEmpty();

        ada.types("next");
        assertThat(ada.sees()).contains("Your assignment: Present a plan", "you need 12 of 16 points");
        ada.clicks("Submit").submits().seesFieldError("Add your work as text, a link, or a file.");
        ada.enters("Your work", "Two quarters, one page.").submits();
        assertThat(ada.sees()).contains("Version 1 is saved and *waiting for review*");
        ada.types("next");
        assertThat(ada.sees()).contains("Assignment waiting for review");
        assertThat(FIELD_CERT.announcementsAbout(ada)).isEmpty();

        managerStandIn(false);
        assertThat(ada.sees()).contains("Returned: Present a plan", "Whose?");
        ada.clicks("Submit again").enters("Your work", "With owners now.").submits();
        assertThat(ada.sees()).contains("Version 2 is saved");
        assertThat(FIELD_CERT.learner(ada).completions()).isEmpty();
        assertThat(FIELD_CERT.announcementsAbout(ada)).isEmpty();

        managerStandIn(true);
        assertThat(ada.seesMessages()).anyMatch(message -> message.contains("You earned a badge: Planning"));
        assertThat(FIELD_CERT.announcementsAbout(ada)).hasSize(1);
    }

    @Test
    void theWorkCanBeHandedInBeforeTheCheckToo() {
        ada.goesToTheBot().types("enroll planning");
        scholar.learnsTheCourse("planning").failsTheCheck();

        assertThat(FIELD_CERT.learner(ada).course("planning").orElseThrow().checkPassedAt())
                .isEmpty();
        assertThat(FIELD_CERT.announcementsAbout(ada)).isEmpty();
    }
}
