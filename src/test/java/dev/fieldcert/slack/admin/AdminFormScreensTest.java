package dev.fieldcert.slack.admin;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.slack.api.model.view.View;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.SomeLearners;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.blockkit.Golden;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.users.KnownPeople;
import dev.fieldcert.slack.webapi.SlackDirectory;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The forms that are made of an action's parameters, as they look, and with as much in them as there may be. */
class AdminFormScreensTest {

    private static final LocalDate DUE = LocalDate.of(2027, 3, 31);

    private final Learners learners = mock(Learners.class);
    private final Programs programs = mock(Programs.class);
    private final SlackDirectory directory = mock(SlackDirectory.class);
    private final Clock clock = Clock.fixed(SomeCourse.NOW, ZoneOffset.UTC);
    private final Parameters parameters = new Parameters(
            new RecipientResolver(mock(KnownPeople.class), directory),
            learners,
            programs,
            mock(EnrollLearner.class),
            clock);

    private static final class Action extends AdminAction {

        Action(String name, String label, Parameter<?>... parameters) {
            super(name, label, "help", Place.CHANGE);
            List.of(parameters).forEach(this::takes);
        }
    }

    private View form(AdminAction action, Map<String, List<String>> inputs) {
        return AdminActions.form(action, "U0BOSS", "U0ADA", new FormInput(inputs, Map.of(), false));
    }

    private void adaIsIn(Program program, List<String> courses) {
        when(programs.current()).thenReturn(program);
        when(learners.find("U0ADA"))
                .thenReturn(Optional.of(SomeLearners.inThePath("pipeline", courses, "U0LINUS", DUE, SomeCourse.NOW)));
    }

    @Test
    void whoAndWhat() {
        Golden.assertMatches(
                "admin/record",
                AdminForms.record(
                        List.of(new Action("status", "See their progress")),
                        List.of(new Action("due", "Move a due date"), new Action("excuse", "Excuse an objective")),
                        "U0ADA"));
        Golden.assertMatches(
                "admin/record-shown",
                AdminForms.shown(
                        "See their progress", "U0ADA", SlackMessage.note("There are no entries about <@U0ADA>.")));
    }

    @Test
    void theFieldsOfAChange() {
        adaIsIn(SomeCourse.program(), List.of("plans", "use-case-ci"));
        Parameter<String> person = parameters.learner();
        Parameter<String> course = parameters.courseOf(person);
        Golden.assertMatches(
                "admin/record-due",
                form(
                        new Action(
                                "due",
                                "Move a due date",
                                person,
                                parameters.underWay(person),
                                parameters.dueOrNone(),
                                TextParameter.reason("Stays on the record.", true)),
                        Map.of()));
        Golden.assertMatches(
                "admin/record-excuse",
                form(
                        new Action(
                                "excuse",
                                "Excuse an objective",
                                person,
                                course,
                                parameters.openObjective(person, course),
                                TextParameter.reason("The learner sees it.", false)),
                        Map.of("target", List.of("plans"))));
        Golden.assertMatches(
                "admin/record-people",
                form(
                        new Action(
                                "manager",
                                "Manager",
                                person,
                                parameters.personOrNobody(
                                        "@manager|none", "Manager", "", said -> Optional.of("U0GRACE")),
                                TextParameter.textOrNone("cohort", "<name|none>", "Cohort", 60, said -> "spring")),
                        Map.of()));
    }

    @Test
    void beforeWhatCannotBeUndone() {
        AdminAction erase = new Action("erase", "Erase everything", parameters.personIfAny());
        var confirmation =
                new AdminAction.Confirmation("Erase everything about <@U0ADA>?", "For good.", "Erase", "I am sure");
        erase.asksBefore(said -> said.find(erase.parameters().get(0)).map(person -> confirmation));
        Golden.assertMatches("admin/erase-sure", AdminForms.sure(erase, confirmation, "<@U0ADA>"));
        Golden.assertMatches("admin/record-erase", form(erase, Map.of()));
    }

    @Test
    void asManyCoursesAsThereMayBe() {
        adaIsIn(
                LargeScreens.PROGRAM,
                LargeScreens.COURSES.stream().map(Course::id).toList());
        Parameter<String> person = parameters.learner();
        Parameter<String> course = parameters.course();
        for (Parameter<?> each : List.of(
                parameters.underWay(person),
                parameters.checkOpen(person),
                course,
                parameters.enrollable("", "In", "Choose", false))) {
            LargeScreens.slackTakes(form(new Action("due", "Move a due date", person, each), Map.of()));
        }
        LargeScreens.slackTakes(form(
                new Action("preview", "Preview", person, course, parameters.openObjective(person, course)),
                Map.of("target", List.of("course-1"))));
    }
}
