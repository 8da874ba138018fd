package dev.fieldcert.slack.admin.record;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.team.DelegateNotices;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.team.Delegates;
import dev.fieldcert.team.NameDelegate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says who stands in for a manager. */
@Component
@Order(7)
class DelegateChange implements RecordChange {

    private final NameDelegate nameDelegate;
    private final Delegates delegates;
    private final People people;
    private final DelegateNotices notices;

    DelegateChange(NameDelegate nameDelegate, Delegates delegates, People people, DelegateNotices notices) {
        this.nameDelegate = nameDelegate;
        this.delegates = delegates;
        this.people = people;
        this.notices = notices;
    }

    /** @param delegate null for nobody */
    CommandResult name(String manager, String delegate, String by) {
        if (delegate != null && !people.isInUse(delegate)) {
            throw new CommandException(Mrkdwn.person(delegate)
                    + " cannot stand in: it must be a person whose account is in use. Nothing was changed.");
        }
        Optional<String> before = delegates.of(manager);
        NameDelegate.Outcome outcome = nameDelegate.name(manager, delegate, by);
        boolean done = outcome == NameDelegate.Outcome.NAMED || outcome == NameDelegate.Outcome.REMOVED;
        return CommandResult.of(
                SlackMessage.note(words(outcome, manager, delegate)),
                done,
                () -> notices.tell(outcome, manager, before, delegate, by));
    }

    private static String words(NameDelegate.Outcome outcome, String manager, String delegate) {
        switch (outcome) {
            case NAMED:
                return Mrkdwn.person(delegate) + " stands in for " + Mrkdwn.person(manager) + " now.";
            case REMOVED:
                return "Nobody stands in for " + Mrkdwn.person(manager) + " any more.";
            case THEMSELF:
                return "Nobody stands in for themself. Nothing was changed.";
            case NO_MANAGER:
                return "Nobody reports to " + Mrkdwn.person(manager) + " here. Nothing was changed.";
            default:
                return "That is so already. Nothing was changed.";
        }
    }

    @Override
    public String id() {
        return "delegate";
    }

    @Override
    public String label() {
        return "Delegate of a manager";
    }

    @Override
    public String field() {
        return RecordForms.OTHER;
    }

    @Override
    public List<LayoutBlock> fields(String person, Function<String, Optional<String>> soFar) {
        return List.of(RecordForms.other(
                "Who reviews their team's assignments beside them",
                delegates.of(person).orElse(null)));
    }

    @Override
    public CommandResult change(String person, ViewSubmission form) {
        return name(person, form.input(RecordForms.OTHER).orElse(null), form.person());
    }
}
