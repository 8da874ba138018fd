package dev.fieldcert.slack.admin.channels;

import com.slack.api.model.Conversation;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.channels.Announcements;
import dev.fieldcert.slack.channels.Channels;
import dev.fieldcert.slack.channels.Channels.Purpose;
import dev.fieldcert.slack.webapi.SlackDirectory;
import dev.fieldcert.slack.webapi.SlackFailure;
import org.springframework.stereotype.Component;

/** Chooses which channel gets what, and whether badges are announced one by one. */
@Component
class ChooseChannel {

    private static final String PROGRAM = "program";

    private final Channels channels;
    private final Announcements announcements;
    private final Programs programs;
    private final AuditTrail audit;
    private final SlackDirectory directory;

    ChooseChannel(
            Channels channels,
            Announcements announcements,
            Programs programs,
            AuditTrail audit,
            SlackDirectory directory) {
        this.channels = channels;
        this.announcements = announcements;
        this.programs = programs;
        this.audit = audit;
        this.directory = directory;
    }

    ChannelMessages.Standing standing() {
        return new ChannelMessages.Standing(channels.chosen(), announcements.areQuiet(), programs.current());
    }

    /**
     * @param chosen null if the purpose is to have no channel of its own
     * @throws CommandException if the bot cannot post in the channel
     */
    CommandResult choose(Purpose purpose, ChannelParameter.Chosen chosen, String by) {
        return chosen == null ? forget(purpose, by) : choose(purpose, chosen.id(), chosen.typed(), by);
    }

    private CommandResult choose(Purpose purpose, String channelId, String typed, String by) {
        Conversation channel;
        try {
            channel = directory.channel(channelId);
        } catch (SlackFailure failure) {
            throw RecipientResolver.outOfReach(typed, failure);
        }
        if (channel.isArchived()) {
            throw new CommandException(
                    Sentences.quoted(typed) + " is archived, so I can’t post there. Nothing was changed.");
        }
        if (!channel.isMember()) {
            throw new CommandException("I’m not in <#" + channelId
                    + "> yet. Type `/invite @FieldCert` there, and then try again. Nothing was changed.");
        }
        channels.choose(purpose, channelId, by);
        audit.note(
                PROGRAM,
                by,
                AuditedAction.of(AuditedAction.Code.CHANNEL_CHOSEN, purpose.id())
                        .detailed(channelId),
                "");
        return CommandResult.shown(ChannelMessages.chosen(purpose, channelId, programs.current()));
    }

    private CommandResult forget(Purpose purpose, String by) {
        boolean forgotten = channels.forgetChoice(purpose);
        if (forgotten) {
            audit.note(PROGRAM, by, AuditedAction.of(AuditedAction.Code.CHANNEL_FORGOTTEN, purpose.id()), "");
        }
        return CommandResult.of(
                forgotten ? ChannelMessages.forgotten(purpose, programs.current()) : ChannelMessages.nothingChosen(),
                forgotten,
                () -> {});
    }

    CommandResult quiet(boolean quiet, String by) {
        boolean changed = announcements.areQuiet() != quiet;
        if (changed) {
            announcements.quiet(quiet, by);
            audit.note(
                    PROGRAM,
                    by,
                    AuditedAction.of(
                            quiet ? AuditedAction.Code.ANNOUNCEMENTS_QUIET : AuditedAction.Code.ANNOUNCEMENTS_EACH),
                    "");
        }
        return CommandResult.of(ChannelMessages.mode(quiet), changed, () -> {});
    }
}
