package dev.fieldcert.slack.admin.program;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.ProgramDiff;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is taught, for those who run it and those who write it: {@code program} and {@code reload}. */
@Component
class ProgramListener implements SlackHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProgramListener.class);

    private final Programs programs;
    private final Learners learners;
    private final AuditTrail audit;
    private final AdminAuthorization gate;
    private final SlackSender slack;

    ProgramListener(
            Programs programs, Learners learners, AuditTrail audit, AdminAuthorization gate, SlackSender slack) {
        this.programs = programs;
        this.learners = learners;
        this.audit = audit;
        this.gate = gate;
        this.slack = slack;
    }

    @Override
    public void register(Router router) {
        router.authorSubcommand(
                "program",
                "program",
                "which version is taught, and what the linter says of it",
                gate.word(command -> slack.reply(command, program())));
        router.authorSubcommand("reload", "reload", "read the courses' files again", gate.word(this::reload));
        router.blockAction("program-open", gate.authorClick(click -> slack.respondEphemeral(click, program())));
        router.blockAction(
                "program-reload", gate.authorClick(click -> slack.respondEphemeral(click, reload(click.person()))));
    }

    private SlackMessage program() {
        return ProgramMessages.program(programs.current(), programs.problems());
    }

    private void reload(TextCommand command) {
        slack.reply(command, reload(command.person()));
    }

    private SlackMessage reload(String by) {
        Programs.Reload reload;
        try {
            reload = programs.reload();
        } catch (UncheckedIOException | IllegalStateException unreadable) {
            LOG.warn("Program's files not read", unreadable);
            return ProgramMessages.unreadable(programs.current());
        }
        if (!reload.replaced()) {
            return ProgramMessages.kept(programs.current(), reload.problems());
        }
        Program before = reload.before().orElse(reload.now());
        if (before.version().equals(reload.now().version())) {
            return ProgramMessages.same(reload.now(), reload.problems());
        }
        audit.note(
                "program",
                by,
                "reloaded the program",
                before.version() + " → " + reload.now().version());
        ProgramDiff diff = ProgramDiff.between(before, reload.now());
        return ProgramMessages.reloaded(before, reload.now(), diff, touched(diff, before), reload.problems());
    }

    /** Whom a change touches, course by course. */
    private List<ProgramMessages.Touched> touched(ProgramDiff diff, Program before) {
        List<ProgramMessages.Touched> touched = new ArrayList<>();
        Stream.concat(diff.changed().keySet().stream(), diff.removed().stream())
                .forEach(id -> touched.add(new ProgramMessages.Touched(
                        programs.current()
                                .course(id)
                                .or(() -> before.course(id))
                                .map(Course::title)
                                .orElse(id),
                        learners.under(id),
                        learners.answering(id))));
        return touched;
    }
}
