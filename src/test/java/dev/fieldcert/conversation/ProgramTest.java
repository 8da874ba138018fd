package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.Assignment;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.LearningPath;
import dev.fieldcert.learner.Completion;
import dev.fieldcert.learner.submission.ReviewSubmission;
import dev.fieldcert.outbox.OutboxRelay;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole program, with every kind of question in it, to the path's certificate. */
class ProgramTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private final Scholar ada = FIELD_CERT.scholar("ada");

    @Test
    void aLearnerGoesThroughAllSevenCoursesToTheCertificate() {
        LearningPath path = FIELD_CERT.programs().current().path("pipeline").orElseThrow();
        ada.person().types("/cert enroll pipeline").goesToTheBot();
        for (Course course : FIELD_CERT.programs().current().coursesOf(path)) {
            ada.person().types("next");
            ada.learnsTheCourse(course.id()).passesTheCheck();
            submitAndApprove(course);
        }
        for (String useCase : List.of("use-case-ci", "use-case-devsecops")) {
            ada.person().types("/cert enroll " + useCase).goesToTheBot();
            ada.person().types("next").clicks("Learn first");
            ada.learnsTheCourse(useCase).passesTheCheck();
        }

        assertThat(FIELD_CERT.learner(ada.person()).completions().stream().map(Completion::course))
                .containsExactlyInAnyOrder(
                        "applying-devops",
                        "customer-journey",
                        "analyze-territory",
                        "pipeline-activities",
                        "forecasting",
                        "use-case-ci",
                        "use-case-devsecops");
        assertThat(FIELD_CERT.announcementsAbout(ada.person()))
                .hasSize(8)
                .anyMatch(announcement -> announcement.contains("is certified"));
    }

    private void submitAndApprove(Course course) {
        course.objectives().stream()
                .filter(objective -> objective.assignment().isPresent())
                .forEach(objective -> {
                    assertThat(FIELD_CERT.learner(ada.person()).completion(course.id()))
                            .isEmpty();
                    ada.person().types("next").clicks("Submit");
                    ada.person().submits().seesFieldError("Add your work as text, a link, or a file.");
                    ada.person().enters("Your work", "A plan for my territory.").submits();
                    assertThat(ada.person().sees()).contains("waiting for review");
                    managerStandInApproves(
                            course.id(), objective.id(), objective.assignment().get());
                });
    }

    /** Stands in for the manager, whose own conversation is tested elsewhere. */
    private void managerStandInApproves(String course, String objective, Assignment assignment) {
        String submission = FIELD_CERT
                .learner(ada.person())
                .course(course)
                .orElseThrow()
                .objective(objective)
                .submission();
        Map<String, Integer> marks =
                assignment.criteria().stream().collect(Collectors.toMap(Assignment.Criterion::id, criterion -> 4));
        var reviewed = FIELD_CERT
                .bean(ReviewSubmission.class)
                .review("U0MANAGER", submission, learner -> true, marks, Map.of(), true);
        FIELD_CERT.bean(OutboxRelay.class).deliver(reviewed.orElseThrow());
    }
}
