package dev.fieldcert.slack.admin.program;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.ProgramDiff;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads the course files again. */
@Component
@Order(55)
class ReloadAction extends AdminAction {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadAction.class);

    private final Programs programs;
    private final Learners learners;
    private final AuditTrail audit;

    ReloadAction(Programs programs, Learners learners, AuditTrail audit) {
        super("reload", "Reload", "reload the course files", Place.PROGRAM);
        this.programs = programs;
        this.learners = learners;
        this.audit = audit;
        isAlsoForAuthors();
        does(said -> CommandResult.shown(reload(said.by())));
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
                AuditedAction.of(AuditedAction.Code.PROGRAM_RELOADED, before.version())
                        .detailed(reload.now().version()),
                "");
        ProgramDiff diff = ProgramDiff.between(before, reload.now());
        return ProgramMessages.reloaded(before, reload.now(), diff, touched(diff, before), reload.problems());
    }

    /** How many people each change affects, by course. */
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
