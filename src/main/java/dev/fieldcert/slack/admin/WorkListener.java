package dev.fieldcert.slack.admin;

import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.slack.work.LongWork;
import dev.fieldcert.slack.work.ProgressMessages;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Handles the button that cancels long work. */
@Component
class WorkListener implements SlackHandler {

    private final LongWork longWork;
    private final AdminAuthorization authorization;
    private final SlackSender slack;

    WorkListener(LongWork longWork, AdminAuthorization authorization, SlackSender slack) {
        this.longWork = longWork;
        this.authorization = authorization;
        this.slack = slack;
    }

    @Override
    public void register(Router router) {
        router.blockAction("work-cancel", this::cancel);
    }

    /** The person who started the work may cancel it, and an admin may cancel anybody's. */
    private void cancel(BlockAction click) {
        Optional<String> begunBy = longWork.startedBy(click.value());
        if (begunBy.isEmpty()) {
            slack.respondEphemeral(click, ProgressMessages.notRunning());
        } else if (begunBy.get().equals(click.person())) {
            stop(click);
        } else {
            authorization.click(AdminAction.Rights.ADMIN, this::stop).accept(click);
        }
    }

    private void stop(BlockAction click) {
        slack.respondEphemeral(
                click, longWork.cancel(click.value()) ? ProgressMessages.canceling() : ProgressMessages.notRunning());
    }
}
