package dev.fieldcert.slack.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.fieldcert.curriculum.AssessmentRules;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.LearningPath;
import dev.fieldcert.curriculum.Lesson;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.local.workspace.blockkit.SlackRules;
import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.webapi.SlackDirectory.Group;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A program and crowds as large as they may be: Slack still takes the screens. */
public final class LargeScreens {

    public static final String LONG_TITLE = "Everything & nothing about territories, accounts, and opportunities, told";

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
                AssessmentRules.DEFAULT,
                SomeCourse.badge(),
                IntStream.range(0, 12).mapToObj(LargeScreens::objective).toList());
    }

    public static final List<Course> COURSES =
            IntStream.range(0, 120).mapToObj(LargeScreens::course).toList();
    private static final List<LearningPath> PATHS = IntStream.range(0, 120)
            .mapToObj(i -> new LearningPath("path-" + i, LONG_TITLE, "", List.of("course-" + i), Optional.empty()))
            .toList();
    public static final Program PROGRAM = new Program("v1", "large", "Large", PATHS, COURSES, List.of(), List.of());

    public static final List<Group> GROUPS = IntStream.range(0, 300)
            .mapToObj(i -> new Group("S0GROUP" + i, "everybody-who-sells-in-region-" + i, "Region " + i))
            .toList();

    public static void slackTakes(SlackMessage message) {
        JsonArray blocks =
                GsonFactory.createSnakeCase().toJsonTree(message.blocks()).getAsJsonArray();
        assertThat(SlackRules.problemsOfMessage(blocks)).isEmpty();
        assertThat(message.text()).hasSizeLessThanOrEqualTo(4000);
    }

    public static List<String> ids(int many) {
        return IntStream.range(0, many).mapToObj(i -> "U0MEMBER" + i).toList();
    }

    public static void slackTakes(View view) {
        assertThat(SlackRules.problemsOfView(
                        GsonFactory.createSnakeCase().toJsonTree(view).getAsJsonObject()))
                .isEmpty();
    }

    private LargeScreens() {}
}
