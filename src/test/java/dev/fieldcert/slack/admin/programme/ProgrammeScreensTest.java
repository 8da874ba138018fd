package dev.fieldcert.slack.admin.programme;

import dev.fieldcert.curriculum.Programme;
import dev.fieldcert.curriculum.ProgrammeDiff;
import dev.fieldcert.curriculum.files.Problem;
import dev.fieldcert.slack.Golden;
import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.slack.admin.LargeScreens;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The programme as its owners see it. */
class ProgrammeScreensTest {

    private static final Programme PROGRAMME = SomeCourse.programme();

    @Test
    void theProgramme() {
        Problem warning = new Problem(Problem.Severity.WARNING, "plans/course.yaml", 3, 1, "No <picture>.", "Add it.");
        Problem error = new Problem(Problem.Severity.ERROR, "plans/course.yaml", 7, 1, "No title.", "Write one.");
        Golden.assertMatches("admin/programme", ProgrammeMessages.programme(PROGRAMME, List.of(warning)));
        Golden.assertMatches("admin/reload-refused", ProgrammeMessages.kept(PROGRAMME, List.of(warning, error)));
        Golden.assertMatches(
                "admin/reloaded",
                ProgrammeMessages.reloaded(
                        PROGRAMME,
                        PROGRAMME,
                        new ProgrammeDiff(
                                List.of("later"), List.of("gone"), Map.of("plans", List.of("title", "badge"))),
                        List.of(new ProgrammeMessages.Touched("Plans & Territories", 12, 3)),
                        List.of()));
        Golden.assertMatches("admin/preview-form", PreviewForm.form(PROGRAMME, Optional.empty()));
        Golden.assertMatches(
                "admin/preview-form-course", PreviewForm.form(PROGRAMME, Optional.of(SomeCourse.course())));
        Golden.assertMatches(
                "admin/preview", PreviewMessages.screen(PROGRAMME, SomeCourse.course(), SomeCourse.plans(), 0));
    }

    @Test
    void manyCoursesAndProblems() {
        Problem problem = new Problem(
                Problem.Severity.ERROR, "course-1/course.yaml", 1, 1, "Much is wrong. ".repeat(100), "Mend it.");
        LargeScreens.slackTakes(ProgrammeMessages.programme(LargeScreens.PROGRAMME, Collections.nCopies(500, problem)));
        LargeScreens.slackTakes(PreviewForm.form(LargeScreens.PROGRAMME, Optional.empty()));
    }
}
