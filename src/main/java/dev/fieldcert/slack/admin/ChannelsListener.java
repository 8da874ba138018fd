package dev.fieldcert.slack.admin;

import com.slack.api.model.Conversation;
import dev.fieldcert.learner.AuditTrail;
import dev.fieldcert.slack.Channels;
import dev.fieldcert.slack.RoundUp;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackDirectory;
import dev.fieldcert.slack.SlackFailure;
import dev.fieldcert.slack.SlackSender;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Where badges are announced and feedback is heard: {@code /cert-admin announce} and {@code feedback}. */
@Component
class ChannelsListener implements dev.fieldcert.slack.Conversation {

    private static final int LONGEST_COHORT = 60;

    private final Channels channels;
    private final RoundUp roundUp;
    private final Crowds crowds;
    private final AuditTrail audit;
    private final AdminGate gate;
    private final SlackSender slack;
    private final SlackDirectory directory;

    ChannelsListener(
            Channels channels,
            RoundUp roundUp,
            Crowds crowds,
            AuditTrail audit,
            AdminGate gate,
            SlackSender slack,
            SlackDirectory directory) {
        this.channels = channels;
        this.roundUp = roundUp;
        this.crowds = crowds;
        this.audit = audit;
        this.gate = gate;
        this.slack = slack;
        this.directory = directory;
    }

    @Override
    public void routes(Routes routes) {
        routes.adminWord(
                "announce",
                "announce #channel [cohort] | quiet | each",
                "where badges are announced; `quiet` for one round-up a day, `each` for one message a badge",
                gate.word(this::announce));
        routes.adminWord("feedback", "feedback #channel", "which channel hears feedback", gate.word(this::feedback));
    }

    private void announce(Said said) {
        Mention.Leading named = Mention.leading(said.words());
        String mode = named.rest().toLowerCase(Locale.ROOT);
        if (named.mentions().isEmpty() && (mode.equals("quiet") || mode.equals("each"))) {
            roundUp.quiet(mode.equals("quiet"), said.person());
            audit.note("programme", said.person(), "set announcements to " + mode, "");
            slack.reply(said, ChannelMessages.mode(roundUp.isQuiet()));
            return;
        }
        if (named.mentions().isEmpty() && mode.isEmpty()) {
            slack.reply(said, ChannelMessages.chosen(channels.chosen(), roundUp.isQuiet()));
            return;
        }
        String channel = writable(named, "announce #channel [cohort]");
        String cohort = named.rest();
        if (cohort.length() > LONGEST_COHORT) {
            throw new NotUnderstood("A cohort's name has at most " + LONGEST_COHORT + " characters; "
                    + Sentences.quoted(cohort) + " has " + cohort.length() + ". Nothing was changed.");
        }
        channels.announceIn(channel, cohort.isEmpty() ? null : cohort, said.person());
        audit.note("programme", said.person(), "announces badges in " + channel, cohort);
        slack.reply(said, ChannelMessages.announcedIn(channel, cohort));
    }

    private void feedback(Said said) {
        Mention.Leading named = Mention.leading(said.words());
        String channel = writable(named, "feedback #channel");
        channels.feedbackIn(channel, said.person());
        audit.note("programme", said.person(), "sends feedback to " + channel, "");
        slack.reply(said, ChannelMessages.feedbackIn(channel));
    }

    /** @throws NotUnderstood when it is no channel, or the bot cannot write there */
    private String writable(Mention.Leading named, String usage) {
        if (named.mentions().size() != 1 || !named.mentions().get(0).isPlace()) {
            throw new NotUnderstood("Name one channel: `/cert-admin " + usage + "`."
                    + (named.rest().isEmpty() ? "" : " I understood only " + Sentences.quoted(named.rest()) + ".")
                    + " Nothing was changed.");
        }
        Mention mention = named.mentions().get(0);
        String id = crowds.channel(mention);
        Conversation channel;
        try {
            channel = directory.channel(id);
        } catch (SlackFailure failure) {
            throw Crowds.outOfReach(mention, failure);
        }
        if (channel.isArchived()) {
            throw new NotUnderstood(Sentences.quoted(mention.typed())
                    + " is archived, so nothing can be said there. Nothing was changed.");
        }
        if (!channel.isMember()) {
            throw new NotUnderstood("I am not in <#" + id + "> yet. Type `/invite @FieldCert` there, and then this "
                    + "command again. Nothing was changed.");
        }
        return id;
    }
}
