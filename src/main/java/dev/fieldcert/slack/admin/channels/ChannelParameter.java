package dev.fieldcert.slack.admin.channels;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.FormInput;
import dev.fieldcert.slack.admin.Mention;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.admin.TypedWords;
import dev.fieldcert.slack.blockkit.Forms;
import java.util.List;

/** A channel, or null for none. */
final class ChannelParameter extends Parameter<ChannelParameter.Chosen> {

    private final RecipientResolver recipients;

    /** @param typed the channel as the admin named it, for use in a sentence */
    record Chosen(String id, String typed) {}

    ChannelParameter(RecipientResolver recipients) {
        super("channel", "#channel|none");
        this.recipients = recipients;
    }

    @Override
    protected Chosen typed(TypedWords words, Arguments before) {
        if (words.take("none")) {
            return null;
        }
        Mention mention = words.mention().filter(Mention::isPlace).orElseThrow(() -> words.missing("Name one channel"));
        return new Chosen(recipients.channel(mention), mention.typed());
    }

    @Override
    protected Chosen submitted(FormInput form, Arguments before) {
        return form.text(id()).map(id -> new Chosen(id, "that channel")).orElse(null);
    }

    @Override
    protected List<LayoutBlock> fields(FormInput soFar, Arguments before) {
        return List.of(Forms.field(
                id(),
                "Channel",
                "I have to be in the channel: type /invite @FieldCert there first.",
                true,
                Forms.channel(id(), "No separate channel")));
    }
}
