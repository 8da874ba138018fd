package dev.fieldcert.slack.admin.program;

import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.ProgramDiff;
import dev.fieldcert.curriculum.files.Problem;
import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.slack.admin.LargeScreens;
import dev.fieldcert.slack.blockkit.Golden;
import dev.fieldcert.slack.lesson.LessonMessages;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The program as its owners see it. */
class ProgramScreensTest {

    private static final Program PROGRAM = SomeCourse.program();

    @Test
    void theProgram() {
        Problem warning = new Problem(Problem.Severity.WARNING, "plans/course.yaml", 3, 1, "No <picture>.", "Add it.");
        Problem error = new Problem(Problem.Severity.ERROR, "plans/course.yaml", 7, 1, "No title.", "Write one.");
        Golden.assertMatches("admin/program", ProgramMessages.program(PROGRAM, List.of(warning)));
        Golden.assertMatches("admin/reload-refused", ProgramMessages.kept(PROGRAM, List.of(warning, error)));
        Golden.assertMatches(
                "admin/reloaded",
                ProgramMessages.reloaded(
                        PROGRAM,
                        PROGRAM,
                        new ProgramDiff(List.of("later"), List.of("gone"), Map.of("plans", List.of("title", "badge"))),
                        List.of(new ProgramMessages.Touched("Plans & Territories", 12, 3)),
                        List.of()));
        Golden.assertMatches(
                "admin/preview",
                PreviewMessages.screen(
                        PROGRAM,
                        SomeCourse.course(),
                        SomeCourse.plans(),
                        0,
                        card -> LessonMessages.card(SomeCourse.course(), SomeCourse.plans(), card)));
    }

    @Test
    void manyCoursesAndProblems() {
        Problem problem = new Problem(
                Problem.Severity.ERROR, "course-1/course.yaml", 1, 1, "Much is wrong. ".repeat(100), "Mend it.");
        LargeScreens.slackTakes(ProgramMessages.program(LargeScreens.PROGRAM, Collections.nCopies(500, problem)));
    }
}
