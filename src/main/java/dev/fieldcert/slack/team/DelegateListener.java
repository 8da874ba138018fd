package dev.fieldcert.slack.team;

import dev.fieldcert.slack.Click;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Form;
import dev.fieldcert.slack.FormReply;
import dev.fieldcert.slack.HomeRefresh;
import dev.fieldcert.slack.People;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.team.Delegates;
import dev.fieldcert.team.NameDelegate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** A manager names who stands in for them, by command or in Home. */
@Component
class DelegateListener implements Conversation {

    private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]+)(?:\\|[^>]*)?>");

    private final NameDelegate nameDelegate;
    private final Delegates delegates;
    private final People people;
    private final DelegateNotices notices;
    private final HomeRefresh homes;
    private final SlackSender slack;

    DelegateListener(
            NameDelegate nameDelegate,
            Delegates delegates,
            People people,
            DelegateNotices notices,
            HomeRefresh homes,
            SlackSender slack) {
        this.nameDelegate = nameDelegate;
        this.delegates = delegates;
        this.people = people;
        this.notices = notices;
        this.homes = homes;
        this.slack = slack;
    }

    @Override
    public void routes(Routes routes) {
        routes.word(
                "delegate",
                "delegate @person | none",
                "for managers: who reviews your team's practicals beside you",
                this::delegate);
        routes.click(DelegateMessages.OPEN, this::open);
        routes.form(DelegateMessages.FORM, this::chosen);
    }

    private void delegate(Said said) {
        if (said.words().strip().equalsIgnoreCase("none")) {
            slack.reply(said, DelegateMessages.delegate(name(said.person(), null), null));
            return;
        }
        Matcher mention = MENTION.matcher(said.words());
        if (!mention.find()) {
            slack.reply(
                    said,
                    DelegateMessages.delegateUsage(delegates.of(said.person()).orElse(null)));
            return;
        }
        String delegate = mention.group(1);
        if (!people.isInUse(delegate)) {
            slack.reply(said, DelegateMessages.cannotStandIn(delegate));
            return;
        }
        slack.reply(said, DelegateMessages.delegate(name(said.person(), delegate), delegate));
    }

    private void open(Click click) {
        slack.openModal(
                click.triggerId(),
                DelegateMessages.form(delegates.of(click.person()).orElse(null)));
    }

    private FormReply chosen(Form form) {
        String manager = form.person();
        String delegate = form.input(DelegateMessages.WHO).orElse(null);
        if (delegate != null && !people.isInUse(delegate)) {
            return FormReply.error(DelegateMessages.WHO, "Choose a person whose account is in use.");
        }
        var outcome = name(manager, delegate);
        switch (outcome) {
            case THEMSELF:
                return FormReply.error(
                        DelegateMessages.WHO, "You review your team's practicals anyway; choose somebody else.");
            case NO_MANAGER:
                return FormReply.error(DelegateMessages.WHO, "Nobody reports to you here yet.");
            case NAMED, REMOVED:
                return FormReply.done(() -> {
                    slack.post(slack.dmWith(manager), DelegateMessages.delegate(outcome, delegate), null);
                    homes.changed(manager);
                });
            default:
                return FormReply.done(() -> {});
        }
    }

    private NameDelegate.Outcome name(String manager, String delegate) {
        Optional<String> before = delegates.of(manager);
        var outcome = nameDelegate.name(manager, delegate, manager);
        notices.tell(outcome, manager, before, delegate, manager);
        return outcome;
    }
}
