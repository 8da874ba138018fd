package dev.fieldcert.slack.assignment;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.files.CurriculumReader;
import dev.fieldcert.curriculum.files.ProgramFiles;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.Notification.MessageRef;
import dev.fieldcert.learner.submission.ReviewSubmission.Look;
import dev.fieldcert.slack.blockkit.Golden;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The reviewer's screens, as they look. */
class ReviewScreensTest {

    private static final Program PROGRAM =
            CurriculumReader.read(ProgramFiles.builtIn()).readable();

    private final Course course = PROGRAM.course("analyze-territory").orElseThrow();
    private final Objective plan = course.objective("territory-plan").orElseThrow();
    private final Instant at = Instant.parse("2026-11-02T09:00:00Z");
    private final LearnerEvent.Submitted work = new LearnerEvent.Submitted(
            "U0ADA:V1",
            "U0ADA",
            course.id(),
            plan.id(),
            "v",
            2,
            "Banks & insurers <first>",
            "https://example.com/plan?a=1|2",
            List.of("F0PLAN"),
            at);

    @Test
    void theCardCarriesTheWork() {
        var escalated = new LearnerEvent.Escalated(
                work.id(), "U0ADA", "U0GRACE", "U0LINUS", LearnerEvent.Escalated.Why.NO_ANSWER, at);
        Golden.assertMatches(
                "assignment/review-asked",
                ReviewMessages.asked("U0ADA", course, plan, work, true, Optional.of(escalated)));
    }

    @Test
    void theFormShowsTheRubric() {
        var metadata = new ReviewForm.Metadata(work.id(), new MessageRef("D0GRACE", "1.000200"));
        Golden.assertMatches(
                "assignment/review-form",
                ReviewForm.rubric(new Look.Ready(work, course, plan), List.of("📎 plan.pdf"), metadata));
    }
}
