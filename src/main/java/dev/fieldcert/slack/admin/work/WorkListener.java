package dev.fieldcert.slack.admin.work;

import dev.fieldcert.slack.Click;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.slack.admin.AdminGate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The button that stops long work. */
@Component
class WorkListener implements Conversation {

    private final LongWork longWork;
    private final AdminGate gate;
    private final SlackSender slack;

    WorkListener(LongWork longWork, AdminGate gate, SlackSender slack) {
        this.longWork = longWork;
        this.gate = gate;
        this.slack = slack;
    }

    @Override
    public void routes(Routes routes) {
        routes.click("work-cancel", this::cancel);
    }

    /** Whoever began it may stop it; what others began, an admin. */
    private void cancel(Click click) {
        Optional<String> begunBy = longWork.startedBy(click.value());
        if (begunBy.isEmpty()) {
            slack.whisper(click, ProgressMessages.notRunning());
        } else if (begunBy.get().equals(click.person())) {
            stop(click);
        } else {
            gate.click(this::stop).accept(click);
        }
    }

    private void stop(Click click) {
        slack.whisper(
                click, longWork.cancel(click.value()) ? ProgressMessages.canceling() : ProgressMessages.notRunning());
    }
}
