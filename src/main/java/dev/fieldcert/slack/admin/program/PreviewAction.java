package dev.fieldcert.slack.admin.program;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.AdminAction.Rights;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.lesson.LessonRenderer;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows lessons and questions as a learner sees them; nothing is scored or stored. */
@Component
@Order(51)
class PreviewAction extends AdminAction implements SlackHandler {

    private final Programs programs;
    private final LessonRenderer lessons;
    private final AdminAuthorization authorization;
    private final SlackSender slack;

    PreviewAction(
            Parameters parameters,
            Programs programs,
            LessonRenderer lessons,
            AdminAuthorization authorization,
            SlackSender slack) {
        super("preview", "Preview", "a lesson and its questions as a learner sees them", Place.PROGRAM);
        this.programs = programs;
        this.lessons = lessons;
        this.authorization = authorization;
        this.slack = slack;
        var course = takes(parameters.course());
        var objective = takes(parameters.objective(
                course,
                (said, known) -> known.objectives().stream()
                        .filter(each -> PreviewMessages.screens(each) > 0)
                        .toList(),
                "This course has no lessons and no questions yet."));
        isAlsoForAuthors();
        submit("Preview");
        form(fields -> Stream.concat(
                        fields.stream(),
                        Stream.of(Blocks.note(
                                "I’ll send it in our DM, the way a learner sees it. Nothing is scored or saved.")))
                .toList());
        does(said -> {
            SlackMessage screen = screen(said.get(course), said.get(objective), 0);
            return said.isTyped()
                    ? CommandResult.shown(screen)
                    : CommandResult.inDm(() -> slack.post(slack.dmWith(said.by()), screen, null));
        });
    }

    @Override
    public void register(Router router) {
        router.blockAction("preview", authorization.click(Rights.AUTHOR, this::turn));
        router.blockAction(
                PreviewMessages.NOTHING,
                click -> slack.respondEphemeral(
                        click, SlackMessage.note("This is a preview. Nothing is scored or saved.")));
    }

    private void turn(BlockAction click) {
        String[] parts = click.value().split("\\|");
        if (parts.length != 3 || !parts[2].matches("\\d{1,4}")) {
            throw new IllegalArgumentException("Not a preview's button");
        }
        slack.turn(click, screen(parts[0], parts[1], Integer.parseInt(parts[2])));
    }

    /** @throws CommandException if the screen does not exist */
    private SlackMessage screen(String courseId, String objectiveId, int index) {
        Program program = programs.current();
        Optional<Course> known = program.course(courseId);
        Optional<Objective> found = known.flatMap(each -> each.objective(objectiveId));
        int screens = found.map(PreviewMessages::screens).orElse(0);
        if (index >= screens) {
            throw new CommandException(
                    index == 0
                            ? "That objective has no lesson and no questions yet."
                            : "The program has changed. Start the preview again.");
        }
        Course course = known.orElseThrow();
        Objective objective = found.orElseThrow();
        return PreviewMessages.screen(program, course, objective, index, card -> lessons.card(course, objective, card));
    }
}
