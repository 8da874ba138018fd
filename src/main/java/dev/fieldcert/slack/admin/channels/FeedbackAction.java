package dev.fieldcert.slack.admin.channels;

import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.channels.Channels.Purpose;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Chooses the channel that gets feedback. */
@Component
@Order(53)
class FeedbackAction extends AdminAction {

    FeedbackAction(RecipientResolver recipients, ChooseChannel chooseChannel) {
        super("feedback", "Feedback channel", "which channel gets feedback", Place.PROGRAM);
        var channel = takes(new ChannelParameter(recipients));
        does(said -> chooseChannel.choose(Purpose.FEEDBACK, said.find(channel).orElse(null), said.by()));
    }
}
