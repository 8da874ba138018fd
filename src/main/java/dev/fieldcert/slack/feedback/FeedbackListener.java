package dev.fieldcert.slack.feedback;

import dev.fieldcert.learner.GiveFeedback;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Form;
import dev.fieldcert.slack.FormReply;
import dev.fieldcert.slack.OwedDelivery;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackMessage;
import dev.fieldcert.slack.SlackSender;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code /cert feedback …}, and the form that asks for it. */
@Component
class FeedbackListener implements Conversation {

    private final GiveFeedback giveFeedback;
    private final OwedDelivery delivery;
    private final SlackSender slack;

    FeedbackListener(GiveFeedback giveFeedback, OwedDelivery delivery, SlackSender slack) {
        this.giveFeedback = giveFeedback;
        this.delivery = delivery;
        this.slack = slack;
    }

    @Override
    public void routes(Routes routes) {
        routes.word("feedback", "feedback <text>", "tell the program's owners what you think", this::give);
        routes.click("feedback", click -> slack.openModal(click.triggerId(), FeedbackMessages.form()));
        routes.form(FeedbackMessages.FORM, this::submitted);
    }

    private FormReply submitted(Form form) {
        var given = giveFeedback.give(
                form.person(), form.input(FeedbackMessages.TEXT).orElse(""));
        if (given.result() instanceof GiveFeedback.Outcome.Thanks) {
            return new FormReply.Done(() -> {
                slack.post(slack.dmWith(form.person()), FeedbackMessages.thanks(), null);
                delivery.deliver(given);
            });
        }
        return new FormReply.Errors(Map.of(
                FeedbackMessages.TEXT,
                "A few words, at most " + GiveFeedback.LONGEST + " characters. Nothing was sent."));
    }

    private void give(Said said) {
        var given = giveFeedback.give(said.person(), said.words());
        slack.reply(said, words(given.result()));
        delivery.deliver(given);
    }

    private static SlackMessage words(GiveFeedback.Outcome outcome) {
        if (outcome instanceof GiveFeedback.Outcome.TooLong tooLong) {
            return FeedbackMessages.tooLong(tooLong.length());
        }
        return outcome instanceof GiveFeedback.Outcome.Empty ? FeedbackMessages.empty() : FeedbackMessages.thanks();
    }
}
