package dev.fieldcert.slack.admin.channels;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Description;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.admin.channels.AnnouncementParameter.Announcement;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.delivery.BadgeDigest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where badges are announced, and whether one by one or in a round-up. */
@Component
@Order(52)
class AnnounceAction implements AdminAction {

    private final AnnouncementParameter announcement;
    private final ChooseChannel chooseChannel;

    AnnounceAction(
            RecipientResolver recipients, Programs programs, BadgeDigest badgeDigest, ChooseChannel chooseChannel) {
        this.announcement = new AnnouncementParameter(recipients, programs, badgeDigest);
        this.chooseChannel = chooseChannel;
    }

    @Override
    public Description description() {
        return new Description(
                "announce",
                "Announcements",
                "where badges are announced; `quiet` for one round-up a day, `each` for one message a badge",
                Place.PROGRAM,
                announcement);
    }

    @Override
    public List<LayoutBlock> form(List<LayoutBlock> fields) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Blocks.text("*Now*\n" + ChannelMessages.lines(chooseChannel.standing())));
        blocks.addAll(fields);
        blocks.add(Blocks.note(ChannelMessages.ORDER));
        return blocks;
    }

    @Override
    public CommandResult run(Arguments arguments) {
        Announcement wanted = arguments.get(announcement);
        if (wanted.isEmpty()) {
            return CommandResult.shown(ChannelMessages.standing(chooseChannel.standing()));
        }
        List<LayoutBlock> done = new ArrayList<>();
        if (wanted.badges() != null) {
            CommandResult chosen = chooseChannel.choose(wanted.badges(), wanted.channel(), arguments.by());
            if (!chosen.done()) {
                return chosen;
            }
            done.addAll(chosen.words().blocks());
        }
        if (wanted.quiet() != null) {
            CommandResult mode = chooseChannel.quiet(wanted.quiet(), arguments.by());
            if (mode.done() || done.isEmpty()) {
                done.addAll(mode.words().blocks());
            }
        }
        return CommandResult.shown(SlackMessage.of(done));
    }
}
