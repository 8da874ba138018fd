package dev.fieldcert.slack.team;

import dev.fieldcert.slack.Click;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Form;
import dev.fieldcert.slack.FormReply;
import dev.fieldcert.slack.HomeRefresh;
import dev.fieldcert.slack.Notices;
import dev.fieldcert.slack.People;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackMessage;
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
    private final Notices notices;
    private final HomeRefresh homes;
    private final SlackSender slack;

    DelegateListener(
            NameDelegate nameDelegate,
            Delegates delegates,
            People people,
            Notices notices,
            HomeRefresh homes,
            SlackSender slack) {
        this.nameDelegate = nameDelegate;
        this.delegates = delegates;
        this.people = people;
        this.notices = notices;
        this.homes = homes;
        this.slack = slack;
        notices.saidBy(Notices.Kind.STANDS_IN, this::standsIn);
        notices.saidBy(Notices.Kind.DELEGATE_CHOSEN, this::chosenFor);
    }

    /** Somebody else may do so by now. */
    private Optional<SlackMessage> standsIn(Notices.Notice notice) {
        return delegates
                .of(notice.about())
                .filter(notice.person()::equals)
                .map(delegate -> DelegateMessages.standsIn(notice.about()));
    }

    private Optional<SlackMessage> chosenFor(Notices.Notice notice) {
        return delegates.of(notice.person()).equals(Optional.ofNullable(notice.about()))
                ? Optional.of(DelegateMessages.chosenFor(notice.about(), notice.by()))
                : Optional.empty();
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
            slack.reply(said, DelegateMessages.delegate(nameDelegate.name(said.person(), null, said.person()), null));
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
        var outcome = nameDelegate.name(said.person(), delegate, said.person());
        slack.reply(said, DelegateMessages.delegate(outcome, delegate));
        tell(outcome, said.person(), delegate);
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
        var outcome = nameDelegate.name(manager, delegate, manager);
        switch (outcome) {
            case THEMSELF:
                return FormReply.error(
                        DelegateMessages.WHO, "You review your team's practicals anyway; choose somebody else.");
            case NO_MANAGER:
                return FormReply.error(DelegateMessages.WHO, "Nobody reports to you here yet.");
            case NAMED, REMOVED:
                return FormReply.done(() -> {
                    slack.post(slack.dmWith(manager), DelegateMessages.delegate(outcome, delegate), null);
                    tell(outcome, manager, delegate);
                    homes.changed(manager);
                });
            default:
                return FormReply.done(() -> {});
        }
    }

    private void tell(NameDelegate.Outcome outcome, String manager, String delegate) {
        if (outcome == NameDelegate.Outcome.NAMED) {
            notices.tell(delegate, Notices.Kind.STANDS_IN, manager, manager);
        }
    }
}
