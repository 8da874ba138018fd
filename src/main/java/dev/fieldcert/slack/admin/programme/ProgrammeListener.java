package dev.fieldcert.slack.admin.programme;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Programme;
import dev.fieldcert.curriculum.ProgrammeDiff;
import dev.fieldcert.curriculum.Programmes;
import dev.fieldcert.learner.AuditTrail;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackMessage;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.slack.admin.AdminGate;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is taught, for those who run it and those who write it: {@code programme} and {@code reload}. */
@Component
class ProgrammeListener implements Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(ProgrammeListener.class);

    private final Programmes programmes;
    private final Learners learners;
    private final AuditTrail audit;
    private final AdminGate gate;
    private final SlackSender slack;

    ProgrammeListener(Programmes programmes, Learners learners, AuditTrail audit, AdminGate gate, SlackSender slack) {
        this.programmes = programmes;
        this.learners = learners;
        this.audit = audit;
        this.gate = gate;
        this.slack = slack;
    }

    @Override
    public void routes(Routes routes) {
        routes.authorWord(
                "programme",
                "programme",
                "which version is taught, and what the linter says of it",
                gate.word(said -> slack.reply(said, programme())));
        routes.authorWord("reload", "reload", "read the courses' files again", gate.word(this::reload));
        routes.click("programme-open", gate.authorClick(click -> slack.whisper(click, programme())));
        routes.click("programme-reload", gate.authorClick(click -> slack.whisper(click, reload(click.person()))));
    }

    private SlackMessage programme() {
        return ProgrammeMessages.programme(programmes.current(), programmes.problems());
    }

    private void reload(Said said) {
        slack.reply(said, reload(said.person()));
    }

    private SlackMessage reload(String by) {
        Programmes.Reload reload;
        try {
            reload = programmes.reload();
        } catch (UncheckedIOException | IllegalStateException unreadable) {
            LOG.warn("Programme's files not read", unreadable);
            return ProgrammeMessages.unreadable(programmes.current());
        }
        if (!reload.replaced()) {
            return ProgrammeMessages.kept(programmes.current(), reload.problems());
        }
        Programme before = reload.before().orElse(reload.now());
        if (before.version().equals(reload.now().version())) {
            return ProgrammeMessages.same(reload.now(), reload.problems());
        }
        audit.note(
                "programme",
                by,
                "reloaded the programme",
                before.version() + " → " + reload.now().version());
        ProgrammeDiff diff = ProgrammeDiff.between(before, reload.now());
        return ProgrammeMessages.reloaded(before, reload.now(), diff, touched(diff, before), reload.problems());
    }

    /** Whom a change touches, course by course. */
    private List<ProgrammeMessages.Touched> touched(ProgrammeDiff diff, Programme before) {
        List<ProgrammeMessages.Touched> touched = new ArrayList<>();
        Stream.concat(diff.changed().keySet().stream(), diff.removed().stream())
                .forEach(id -> touched.add(new ProgrammeMessages.Touched(
                        programmes
                                .current()
                                .course(id)
                                .or(() -> before.course(id))
                                .map(Course::title)
                                .orElse(id),
                        learners.under(id),
                        learners.answering(id))));
        return touched;
    }
}
