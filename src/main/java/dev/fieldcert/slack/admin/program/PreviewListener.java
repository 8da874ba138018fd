package dev.fieldcert.slack.admin.program;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.Programs;
import dev.fieldcert.slack.Click;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Form;
import dev.fieldcert.slack.FormReply;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackMessage;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.slack.admin.AdminGate;
import dev.fieldcert.slack.admin.Mention;
import dev.fieldcert.slack.admin.NotUnderstood;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.admin.record.RecordForms;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code /cert-admin preview}: lessons and questions as a learner sees them; nothing is marked or kept. */
@Component
class PreviewListener implements Conversation {

    private static final String USAGE = "preview <course> <objective>";

    private final Programs programs;
    private final AdminGate gate;
    private final SlackSender slack;

    PreviewListener(Programs programs, AdminGate gate, SlackSender slack) {
        this.programs = programs;
        this.gate = gate;
        this.slack = slack;
    }

    @Override
    public void routes(Routes routes) {
        routes.authorWord(
                "preview", USAGE, "a lesson and its questions as a learner sees them", gate.word(this::preview));
        routes.click("preview", gate.authorClick(this::turn));
        routes.click(
                PreviewForm.OPEN,
                gate.authorClick(click ->
                        slack.openModal(click.triggerId(), PreviewForm.form(programs.current(), Optional.empty()))));
        routes.click(
                PreviewForm.TURN,
                gate.authorClick(click -> slack.updateModal(
                        click.viewId(),
                        PreviewForm.form(
                                programs.current(), programs.current().course(click.value())))));
        routes.form(PreviewForm.FORM, gate.authorForm(this::chosen));
        routes.click(
                PreviewMessages.NOTHING,
                click -> slack.whisper(
                        click, SlackMessage.note("This is a preview: nothing is marked, and nothing is kept.")));
    }

    private void preview(Said said) {
        Program program = programs.current();
        String[] words = Mention.plain(said.words()).toLowerCase(Locale.ROOT).split("\\s+");
        Course course = program
                .course(words[0])
                .orElseThrow(() -> new NotUnderstood("Which course? `/cert-admin "
                        + dev.fieldcert.slack.Mrkdwn.escape(USAGE) + "`\n" + Sentences.targets(program)));
        Objective objective = (words.length < 2 ? Optional.<Objective>empty() : course.objective(words[1]))
                .orElseThrow(
                        () -> new NotUnderstood("Which objective of it? It has:\n" + Sentences.objectives(course)));
        if (PreviewMessages.screens(objective) == 0) {
            throw new NotUnderstood("*" + dev.fieldcert.slack.Mrkdwn.escape(objective.title())
                    + "* has no lesson and no questions yet.");
        }
        slack.reply(said, PreviewMessages.screen(program, course, objective, 0));
    }

    private FormReply chosen(Form form) {
        Program program = programs.current();
        Optional<Course> course = form.input(PreviewForm.COURSE).flatMap(program::course);
        Optional<Objective> objective = course.flatMap(
                known -> form.input(RecordForms.objectiveField(known.id())).flatMap(known::objective));
        if (objective.isEmpty() || PreviewMessages.screens(objective.get()) == 0) {
            return FormReply.error(PreviewForm.COURSE, "Choose a course, and then one of its objectives.");
        }
        return FormReply.done(() -> slack.post(
                slack.dmWith(form.person()),
                PreviewMessages.screen(program, course.get(), objective.get(), 0),
                null));
    }

    private void turn(Click click) {
        String[] parts = click.value().split("\\|");
        if (parts.length != 3 || !parts[2].matches("\\d{1,4}")) {
            throw new IllegalArgumentException("Not a preview's button");
        }
        Program program = programs.current();
        Optional<Course> course = program.course(parts[0]);
        Optional<Objective> objective = course.flatMap(known -> known.objective(parts[1]));
        int index = Integer.parseInt(parts[2]);
        if (objective.isEmpty() || index >= PreviewMessages.screens(objective.get())) {
            throw new NotUnderstood("The program has changed; begin the preview again.");
        }
        slack.turn(click, PreviewMessages.screen(program, course.get(), objective.get(), index));
    }
}
