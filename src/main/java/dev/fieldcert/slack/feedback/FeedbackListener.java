package dev.fieldcert.slack.feedback;

import dev.fieldcert.learner.GiveFeedback;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.OwedDelivery;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackMessage;
import dev.fieldcert.slack.SlackSender;
import org.springframework.stereotype.Component;

/** {@code /cert feedback …}. */
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
        routes.word("feedback", "feedback <text>", "tell the programme's owners what you think", this::give);
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
