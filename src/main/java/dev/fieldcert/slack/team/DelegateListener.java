package dev.fieldcert.slack.team;

import dev.fieldcert.slack.home.HomeRefresh;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.team.Delegates;
import dev.fieldcert.team.NameDelegate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Lets a manager choose a delegate, by command or in Home. */
@Component
class DelegateListener implements SlackHandler {

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
    public void register(Router router) {
        router.subcommand(
                "delegate",
                "delegate @person | none",
                "for managers: who else can review your team’s assignments",
                this::delegate);
        router.blockAction(DelegateMessages.OPEN, this::open);
        router.viewSubmission(DelegateMessages.FORM, this::chosen);
    }

    private void delegate(TextCommand command) {
        if (command.words().strip().equalsIgnoreCase("none")) {
            slack.reply(command, DelegateMessages.delegate(name(command.person(), null), null));
            return;
        }
        Matcher mention = MENTION.matcher(command.words());
        if (!mention.find()) {
            slack.reply(
                    command,
                    DelegateMessages.delegateUsage(
                            delegates.of(command.person()).orElse(null)));
            return;
        }
        String delegate = mention.group(1);
        if (!people.isInUse(delegate)) {
            slack.reply(command, DelegateMessages.cannotStandIn(delegate));
            return;
        }
        slack.reply(command, DelegateMessages.delegate(name(command.person(), delegate), delegate));
    }

    private void open(BlockAction click) {
        slack.openModal(
                click.triggerId(),
                DelegateMessages.form(delegates.of(click.person()).orElse(null)));
    }

    private SubmissionResponse chosen(ViewSubmission form) {
        String manager = form.person();
        String delegate = form.input(DelegateMessages.WHO).orElse(null);
        if (delegate != null && !people.isInUse(delegate)) {
            return SubmissionResponse.error(DelegateMessages.WHO, "Choose a person with an active account.");
        }
        var outcome = name(manager, delegate);
        if (outcome instanceof NameDelegate.Outcome.Themself) {
            return SubmissionResponse.error(
                    DelegateMessages.WHO, "You already review your team’s assignments. Choose someone else.");
        }
        if (outcome instanceof NameDelegate.Outcome.NoManager) {
            return SubmissionResponse.error(DelegateMessages.WHO, "Nobody reports to you here yet.");
        }
        return SubmissionResponse.done(() -> {
            if (outcome instanceof NameDelegate.Outcome.Done) {
                slack.post(slack.dmWith(manager), DelegateMessages.delegate(outcome, delegate), null);
                homes.changed(manager);
            }
        });
    }

    private NameDelegate.Outcome name(String manager, String delegate) {
        var outcome = nameDelegate.name(manager, delegate, manager);
        notices.tell(outcome, manager, delegate, manager);
        return outcome;
    }
}
