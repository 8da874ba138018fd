package dev.fieldcert.slack.admin.channels;

import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Description;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.channels.Channels.Purpose;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which channel gets feedback. */
@Component
@Order(53)
class FeedbackAction implements AdminAction {

    private final ChannelParameter channel;
    private final ChooseChannel chooseChannel;

    FeedbackAction(RecipientResolver recipients, ChooseChannel chooseChannel) {
        this.channel = new ChannelParameter(recipients);
        this.chooseChannel = chooseChannel;
    }

    @Override
    public Description description() {
        return new Description(
                "feedback", "Feedback channel", "which channel gets feedback", Place.PROGRAM, channel);
    }

    @Override
    public CommandResult run(Arguments arguments) {
        return chooseChannel.choose(
                Purpose.FEEDBACK, arguments.find(channel).orElse(null), arguments.by());
    }
}
