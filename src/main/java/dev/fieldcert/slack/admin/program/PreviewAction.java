package dev.fieldcert.slack.admin.program;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Description;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.AdminAction.Rights;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lessons and questions as a learner sees them; nothing is marked or kept. */
@Component
@Order(51)
class PreviewAction implements AdminAction, SlackHandler {

    private final Parameter<String> course;
    private final Parameter<String> objective;
    private final Programs programs;
    private final AdminAuthorization authorization;
    private final SlackSender slack;

    PreviewAction(
            Parameters parameters, Programs programs, AdminAuthorization authorization, SlackSender slack) {
        this.course = parameters.course();
        this.objective = parameters.objective(
                course,
                (before, known) -> known.objectives().stream()
                        .filter(each -> PreviewMessages.screens(each) > 0)
                        .toList(),
                "This course has no lessons and no questions yet.");
        this.programs = programs;
        this.authorization = authorization;
        this.slack = slack;
    }

    @Override
    public Description description() {
        return new Description(
                "preview",
                "Preview",
                "a lesson and its questions as a learner sees them",
                Place.PROGRAM,
                course,
                objective);
    }

    @Override
    public Rights rights() {
        return Rights.AUTHOR;
    }

    @Override
    public String submit() {
        return "Preview";
    }

    @Override
    public List<LayoutBlock> form(List<LayoutBlock> fields) {
        List<LayoutBlock> blocks = new ArrayList<>(fields);
        blocks.add(Blocks.note("You get it in our DM, as a learner sees it. Nothing is scored, and nothing is kept."));
        return blocks;
    }

    @Override
    public CommandResult run(Arguments arguments) {
        SlackMessage screen = screen(arguments.get(course), arguments.get(objective), 0);
        return arguments.isTyped()
                ? CommandResult.shown(screen)
                : CommandResult.of(
                        SlackMessage.note("The preview is in our DM."),
                        true,
                        () -> slack.post(slack.dmWith(arguments.by()), screen, null));
    }

    @Override
    public void register(Router router) {
        router.blockAction("preview", authorization.click(Rights.AUTHOR, this::turn));
        router.blockAction(
                PreviewMessages.NOTHING,
                click -> slack.respondEphemeral(
                        click, SlackMessage.note("This is a preview: nothing is scored, and nothing is kept.")));
    }

    private void turn(BlockAction click) {
        String[] parts = click.value().split("\\|");
        if (parts.length != 3 || !parts[2].matches("\\d{1,4}")) {
            throw new IllegalArgumentException("Not a preview's button");
        }
        slack.turn(click, screen(parts[0], parts[1], Integer.parseInt(parts[2])));
    }

    /** @throws CommandException when there is no such screen */
    private SlackMessage screen(String courseId, String objectiveId, int index) {
        Program program = programs.current();
        Optional<Course> known = program.course(courseId);
        Optional<Objective> found = known.flatMap(each -> each.objective(objectiveId));
        int screens = found.map(PreviewMessages::screens).orElse(0);
        if (index >= screens) {
            throw new CommandException(
                    index == 0
                            ? "That objective has no lesson and no questions yet."
                            : "The program has changed; begin the preview again.");
        }
        return PreviewMessages.screen(program, known.orElseThrow(), found.orElseThrow(), index);
    }
}
