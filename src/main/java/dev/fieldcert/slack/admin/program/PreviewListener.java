package dev.fieldcert.slack.admin.program;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.Mention;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.admin.record.RecordForms;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code /cert-admin preview}: lessons and questions as a learner sees them; nothing is marked or kept. */
@Component
class PreviewListener implements SlackHandler {

    private static final String USAGE = "preview <course> <objective>";

    private final Programs programs;
    private final AdminAuthorization gate;
    private final SlackSender slack;

    PreviewListener(Programs programs, AdminAuthorization gate, SlackSender slack) {
        this.programs = programs;
        this.gate = gate;
        this.slack = slack;
    }

    @Override
    public void register(Router router) {
        router.authorSubcommand(
                "preview", USAGE, "a lesson and its questions as a learner sees them", gate.word(this::preview));
        router.blockAction("preview", gate.authorClick(this::turn));
        router.blockAction(
                PreviewForm.OPEN,
                gate.authorClick(click ->
                        slack.openModal(click.triggerId(), PreviewForm.form(programs.current(), Optional.empty()))));
        router.blockAction(
                PreviewForm.TURN,
                gate.authorClick(click -> slack.updateModal(
                        click.viewId(),
                        PreviewForm.form(programs.current(), programs.current().course(click.value())))));
        router.viewSubmission(PreviewForm.FORM, gate.authorForm(this::chosen));
        router.blockAction(
                PreviewMessages.NOTHING,
                click -> slack.respondEphemeral(
                        click, SlackMessage.note("This is a preview: nothing is marked, and nothing is kept.")));
    }

    private void preview(TextCommand command) {
        Program program = programs.current();
        String[] words = Mention.plain(command.words()).toLowerCase(Locale.ROOT).split("\\s+");
        Course course = program.course(words[0])
                .orElseThrow(() -> new CommandException("Which course? `/cert-admin "
                        + dev.fieldcert.slack.blockkit.Mrkdwn.escape(USAGE) + "`\n" + Sentences.targets(program)));
        Objective objective = (words.length < 2 ? Optional.<Objective>empty() : course.objective(words[1]))
                .orElseThrow(
                        () -> new CommandException("Which objective of it? It has:\n" + Sentences.objectives(course)));
        if (PreviewMessages.screens(objective) == 0) {
            throw new CommandException("*" + dev.fieldcert.slack.blockkit.Mrkdwn.escape(objective.title())
                    + "* has no lesson and no questions yet.");
        }
        slack.reply(command, PreviewMessages.screen(program, course, objective, 0));
    }

    private SubmissionResponse chosen(ViewSubmission form) {
        Program program = programs.current();
        Optional<Course> course = form.input(PreviewForm.COURSE).flatMap(program::course);
        Optional<Objective> objective = course.flatMap(
                known -> form.input(RecordForms.objectiveField(known.id())).flatMap(known::objective));
        if (objective.isEmpty() || PreviewMessages.screens(objective.get()) == 0) {
            return SubmissionResponse.error(PreviewForm.COURSE, "Choose a course, and then one of its objectives.");
        }
        return SubmissionResponse.done(() -> slack.post(
                slack.dmWith(form.person()), PreviewMessages.screen(program, course.get(), objective.get(), 0), null));
    }

    private void turn(BlockAction click) {
        String[] parts = click.value().split("\\|");
        if (parts.length != 3 || !parts[2].matches("\\d{1,4}")) {
            throw new IllegalArgumentException("Not a preview's button");
        }
        Program program = programs.current();
        Optional<Course> course = program.course(parts[0]);
        Optional<Objective> objective = course.flatMap(known -> known.objective(parts[1]));
        int index = Integer.parseInt(parts[2]);
        if (objective.isEmpty() || index >= PreviewMessages.screens(objective.get())) {
            throw new CommandException("The program has changed; begin the preview again.");
        }
        slack.turn(click, PreviewMessages.screen(program, course.get(), objective.get(), index));
    }
}
