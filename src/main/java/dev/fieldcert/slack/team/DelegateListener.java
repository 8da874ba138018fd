package dev.fieldcert.slack.team;

import com.slack.api.model.User;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackDirectory;
import dev.fieldcert.slack.SlackFailure;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.team.Delegates;
import dev.fieldcert.team.NameDelegate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** A manager names who stands in for them. */
@Component
class DelegateListener implements Conversation {

    private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]+)(?:\\|[^>]*)?>");

    private final NameDelegate nameDelegate;
    private final Delegates delegates;
    private final SlackSender slack;
    private final SlackDirectory directory;

    DelegateListener(NameDelegate nameDelegate, Delegates delegates, SlackSender slack, SlackDirectory directory) {
        this.nameDelegate = nameDelegate;
        this.delegates = delegates;
        this.slack = slack;
        this.directory = directory;
    }

    @Override
    public void routes(Routes routes) {
        routes.word(
                "delegate",
                "delegate @person | none",
                "for managers: who reviews your team's practicals beside you",
                this::delegate);
    }

    private void delegate(Said said) {
        if (said.words().strip().equalsIgnoreCase("none")) {
            slack.reply(said, TeamMessages.delegate(nameDelegate.name(said.person(), null), null));
            return;
        }
        Matcher mention = MENTION.matcher(said.words());
        if (!mention.find()) {
            slack.reply(
                    said, TeamMessages.delegateUsage(delegates.of(said.person()).orElse(null)));
            return;
        }
        String delegate = mention.group(1);
        if (!canStandIn(delegate)) {
            slack.reply(said, TeamMessages.cannotStandIn(delegate));
            return;
        }
        var outcome = nameDelegate.name(said.person(), delegate);
        slack.reply(said, TeamMessages.delegate(outcome, delegate));
        if (outcome == NameDelegate.Outcome.NAMED) {
            slack.post(slack.dmWith(delegate), TeamMessages.standsIn(said.person()), null);
        }
    }

    private boolean canStandIn(String id) {
        try {
            User user = directory.person(id);
            return !user.isDeleted() && !user.isBot();
        } catch (SlackFailure failure) {
            if (failure.isPersonGone()) {
                return false;
            }
            throw failure;
        }
    }
}
