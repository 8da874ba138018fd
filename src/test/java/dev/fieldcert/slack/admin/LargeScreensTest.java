package dev.fieldcert.slack.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.fieldcert.curriculum.CheckRules;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.LearningPath;
import dev.fieldcert.curriculum.Lesson;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Programme;
import dev.fieldcert.curriculum.files.Problem;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.SomeLearners;
import dev.fieldcert.local.workspace.SlackRules;
import dev.fieldcert.slack.SlackDirectory.Group;
import dev.fieldcert.slack.SlackMessage;
import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.team.admin.Report;
import dev.fieldcert.team.admin.ReportRow;
import dev.fieldcert.team.admin.Roles;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The admin's screens when everything is as long and as much as it may be: Slack still takes them. */
class LargeScreensTest {

    private static final String LONG_TITLE =
            "Everything & nothing about territories, accounts, and opportunities, told";

    private static Objective objective(int number) {
        return new Objective(
                "objective-" + number + "-" + "x".repeat(45),
                LONG_TITLE,
                "",
                List.of(),
                List.of(),
                new Lesson(List.of(), List.of()),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static Course course(int number) {
        return new Course(
                "course-" + number,
                LONG_TITLE,
                "",
                false,
                false,
                3,
                CheckRules.DEFAULT,
                SomeCourse.badge(),
                IntStream.range(0, 12).mapToObj(LargeScreensTest::objective).toList());
    }

    private static final List<Course> COURSES =
            IntStream.range(0, 120).mapToObj(LargeScreensTest::course).toList();
    private static final List<LearningPath> PATHS = IntStream.range(0, 120)
            .mapToObj(i -> new LearningPath("path-" + i, LONG_TITLE, "", List.of("course-" + i), Optional.empty()))
            .toList();
    private static final Programme PROGRAMME =
            new Programme("v1", "large", "Large", PATHS, COURSES, List.of(), List.of());

    private static final List<Group> GROUPS = IntStream.range(0, 300)
            .mapToObj(i -> new Group("S0GROUP" + i, "everybody-who-sells-in-region-" + i, "Region " + i))
            .toList();

    private static void slackTakes(SlackMessage message) {
        JsonArray blocks =
                GsonFactory.createSnakeCase().toJsonTree(message.blocks()).getAsJsonArray();
        assertThat(SlackRules.problemsOfMessage(blocks)).isEmpty();
        assertThat(message.text()).hasSizeLessThanOrEqualTo(4000);
    }

    private static List<String> ids(int many) {
        return IntStream.range(0, many).mapToObj(i -> "U0MEMBER" + i).toList();
    }

    @Test
    void somebodyInEverything() {
        Learner learner = SomeLearners.inThePath(
                "path-0", COURSES.stream().map(Course::id).toList(), "U0BOSS", null, SomeCourse.NOW);

        SlackMessage status = StatusMessages.status(learner, PROGRAMME, SomeCourse.WHEN);

        slackTakes(status);
        assertThat(status.blocks().toString()).contains("more courses");
        assertThat(SlackRules.problemsOfView(view(RecordForms.shown("Where they stand", "U0ADA", status))))
                .isEmpty();
    }

    private static JsonObject view(View view) {
        return GsonFactory.createSnakeCase().toJsonTree(view).getAsJsonObject();
    }

    @Test
    void aProgrammeOfManyCoursesAndPaths() {
        Problem problem = new Problem(
                Problem.Severity.ERROR, "course-1/course.yaml", 1, 1, "Much is wrong. ".repeat(100), "Mend it.");
        slackTakes(ProgrammeMessages.programme(PROGRAMME, Collections.nCopies(500, problem)));
        assertThat(SlackRules.problemsOfView(view(EnrolForm.form(PROGRAMME, GROUPS))))
                .isEmpty();
        assertThat(SlackRules.problemsOfView(view(RosterMessages.form(PROGRAMME))))
                .isEmpty();
        var standing = new ChannelMessages.Standing(Map.of(), false, PROGRAMME);
        assertThat(SlackRules.problemsOfView(view(ChannelForm.form(standing, "badges"))))
                .isEmpty();
        assertThat(SlackRules.problemsOfView(view(PreviewForm.form(PROGRAMME, Optional.empty()))))
                .isEmpty();
    }

    @Test
    void fiveThousandPeopleOfEachSort() {
        Tally tally = new Tally();
        for (List<String> each : List.of(
                tally.enrolled,
                tally.already,
                tally.guests,
                tally.bots,
                tally.deactivated,
                tally.unknown,
                tally.failed)) {
            each.addAll(ids(5000));
        }
        slackTakes(EnrolMessages.enrolled(tally, LONG_TITLE, null));
        slackTakes(EnrolMessages.dryRun(
                tally, "#a-channel-name, ".repeat(50), LONG_TITLE, LocalDate.of(2027, 3, 31), "p1"));
    }

    @Test
    void aListOfTwentyThousandLinesThatAreAllWrong() {
        RosterCheck.DryRun run = new RosterCheck.DryRun();
        run.enrolled.addAll(ids(20_000));
        run.already.addAll(ids(20_000));
        run.guests.addAll(ids(20_000));
        run.notFound.addAll(
                Collections.nCopies(20_000, new Roster.LineError(2, "x".repeat(150) + "@example.com is nobody here")));
        run.errors.addAll(Collections.nCopies(20_000, new Roster.LineError(2, "something is wrong ".repeat(10))));

        slackTakes(RosterMessages.dryRun(run, "p1"));
    }

    @Test
    void aPageOfTheReport() {
        ReportRow row = new ReportRow(
                "U0ADA",
                "W".repeat(80),
                "ada@example.com",
                null,
                null,
                false,
                "plans",
                LONG_TITLE,
                ReportRow.Standing.WAITING_FOR_REVIEW,
                1,
                1,
                null,
                LocalDate.of(2027, 3, 31),
                SomeCourse.NOW,
                null,
                SomeCourse.NOW,
                null);
        slackTakes(ReportMessages.page(new Report.Page(Collections.nCopies(60, row), Optional.of("U1"), 100_000)));
    }

    @Test
    void manyRolesAndRequests() {
        slackTakes(RoleMessages.roles(
                ids(300),
                ids(300).stream()
                        .map(id -> new Roles.Holder(id, Roles.Role.AUTHOR, "U0LINUS", SomeCourse.NOW))
                        .toList()));
        slackTakes(RightsMessages.requested(ids(20).stream()
                .map(id -> new ErasureRequests.Request(id, SomeCourse.NOW))
                .toList()));
    }
}
