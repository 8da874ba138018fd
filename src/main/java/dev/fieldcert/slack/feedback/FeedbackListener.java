package dev.fieldcert.slack.feedback;

import dev.fieldcert.learner.contact.GiveFeedback;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Handles {@code /cert feedback …}, and the form in which people can write feedback. */
@Component
class FeedbackListener implements SlackHandler {

    private final GiveFeedback giveFeedback;
    private final OutboxRelay delivery;
    private final SlackSender slack;

    FeedbackListener(GiveFeedback giveFeedback, OutboxRelay delivery, SlackSender slack) {
        this.giveFeedback = giveFeedback;
        this.delivery = delivery;
        this.slack = slack;
    }

    @Override
    public void register(Router router) {
        router.subcommand("feedback", "feedback <text>", "tell the program team what you think", this::give);
        router.blockAction("feedback", click -> slack.openModal(click.triggerId(), FeedbackMessages.form()));
        router.viewSubmission(FeedbackMessages.FORM, this::submitted);
    }

    private SubmissionResponse submitted(ViewSubmission form) {
        var given = giveFeedback.give(
                form.person(), form.input(FeedbackMessages.TEXT).orElse(""));
        if (given.result() instanceof GiveFeedback.Outcome.Thanks) {
            return new SubmissionResponse.Done(() -> {
                slack.post(slack.dmWith(form.person()), FeedbackMessages.thanks(), null);
                delivery.deliver(given);
            });
        }
        return new SubmissionResponse.Errors(Map.of(
                FeedbackMessages.TEXT,
                "Type at most %,d characters. Nothing was sent.".formatted(GiveFeedback.LONGEST)));
    }

    private void give(TextCommand command) {
        var given = giveFeedback.give(command.person(), command.words());
        slack.reply(command, words(given.result()));
        delivery.deliver(given);
    }

    private static SlackMessage words(GiveFeedback.Outcome outcome) {
        if (outcome instanceof GiveFeedback.Outcome.TooLong tooLong) {
            return FeedbackMessages.tooLong(tooLong.length());
        }
        return outcome instanceof GiveFeedback.Outcome.Empty ? FeedbackMessages.empty() : FeedbackMessages.thanks();
    }
}
