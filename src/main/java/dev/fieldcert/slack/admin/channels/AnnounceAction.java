package dev.fieldcert.slack.admin.channels;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.admin.channels.AnnouncementParameter.Announcement;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.channels.Announcements;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Chooses the channels in which badges are announced, and whether they are announced one by one or in a daily digest.
 */
@Component
@Order(52)
class AnnounceAction extends AdminAction {

    private final ChooseChannel chooseChannel;

    AnnounceAction(
            RecipientResolver recipients, Programs programs, Announcements announcements, ChooseChannel chooseChannel) {
        super(
                "announce",
                "Announcements",
                "where badges are announced; `quiet` for one message a day, `each` for one message per badge",
                Place.PROGRAM);
        this.chooseChannel = chooseChannel;
        var announcement = takes(new AnnouncementParameter(recipients, programs, announcements));
        form(fields -> {
            List<LayoutBlock> blocks = new ArrayList<>(fields);
            blocks.add(0, Blocks.text("*Now*\n" + ChannelMessages.lines(chooseChannel.standing())));
            blocks.add(Blocks.note(ChannelMessages.ORDER));
            return blocks;
        });
        does(said -> change(said.get(announcement), said.by()));
    }

    private CommandResult change(Announcement wanted, String by) {
        if (wanted.isEmpty()) {
            return CommandResult.shown(ChannelMessages.standing(chooseChannel.standing()));
        }
        List<LayoutBlock> done = new ArrayList<>();
        if (wanted.badges() != null) {
            CommandResult chosen = chooseChannel.choose(wanted.badges(), wanted.channel(), by);
            if (!chosen.done()) {
                return chosen;
            }
            done.addAll(chosen.words().blocks());
        }
        if (wanted.quiet() != null) {
            CommandResult mode = chooseChannel.quiet(wanted.quiet(), by);
            if (mode.done() || done.isEmpty()) {
                done.addAll(mode.words().blocks());
            }
        }
        return CommandResult.shown(SlackMessage.of(done));
    }
}
