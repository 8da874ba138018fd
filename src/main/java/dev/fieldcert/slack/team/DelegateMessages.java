package dev.fieldcert.slack.team;

import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.plain;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.team.NameDelegate;
import java.util.List;

/** The messages about delegates. */
public final class DelegateMessages {

    static final String OPEN = "delegate-open";
    static final String FORM = "delegate-form";
    static final String WHO = "delegate";

    private DelegateMessages() {}

    /** The line about the delegate in the manager's Home. */
    static SectionBlock standing(String now) {
        return text(
                now == null
                        ? "Choose a delegate to review your team’s assignments when you can’t."
                        : Mrkdwn.person(now) + " is your delegate and can review your team’s assignments.",
                button("Choose a delegate", OPEN, ""));
    }

    /** @param now the current delegate; null if none */
    static View form(String now) {
        return View.builder()
                .type("modal")
                .callbackId(FORM)
                .title(ViewTitle.builder()
                        .type("plain_text")
                        .text("Your delegate")
                        .build())
                .submit(ViewSubmit.builder().type("plain_text").text("Save").build())
                .close(ViewClose.builder().type("plain_text").text("Cancel").build())
                .blocks(List.of(InputBlock.builder()
                        .blockId(WHO)
                        .optional(true)
                        .label(plain("Who else can review your team’s assignments"))
                        .hint(plain(
                                "I’ll ask them when an assignment has waited five workdays for you. Leave blank for no "
                                        + "delegate."))
                        .element(UsersSelectElement.builder()
                                .actionId(WHO)
                                .placeholder(plain("Nobody"))
                                .initialUser(now)
                                .build())
                        .build()))
                .build();
    }

    static SlackMessage delegate(NameDelegate.Outcome outcome, String delegate) {
        if (outcome instanceof NameDelegate.Outcome.Named) {
            return SlackMessage.note(
                    Mrkdwn.person(delegate) + " can now review your team’s assignments, too. I’ll ask them when "
                            + "one has waited five workdays for you. To undo this, type `/cert delegate none`.");
        }
        if (outcome instanceof NameDelegate.Outcome.AlreadySo) {
            return SlackMessage.note(Mrkdwn.person(delegate) + " is already your delegate.");
        }
        if (outcome instanceof NameDelegate.Outcome.Removed) {
            return SlackMessage.note("You no longer have a delegate.");
        }
        if (outcome instanceof NameDelegate.Outcome.NobodyNamed) {
            return SlackMessage.note("You don’t have a delegate.");
        }
        return outcome instanceof NameDelegate.Outcome.Themself
                ? SlackMessage.note("You already review your team’s assignments. Choose someone else.")
                : TeamMessages.nobodyReports();
    }

    static SlackMessage delegateUsage(String now) {
        return SlackMessage.note(
                (now == null ? "You don’t have a delegate." : Mrkdwn.person(now) + " is your delegate.")
                        + " To let someone else review your team’s assignments, type `/cert delegate @person`. "
                        + "To undo it, type `/cert delegate none`.");
    }

    static SlackMessage cannotStandIn(String person) {
        return SlackMessage.note(
                Mrkdwn.person(person) + " can’t be your delegate. Choose a person with an active account.");
    }

    /** @param by the manager, or the admin who chose the delegate */
    static SlackMessage standsIn(String manager, String by) {
        return SlackMessage.note((manager.equals(by)
                        ? Mrkdwn.person(manager) + " made you their delegate."
                        : Mrkdwn.person(by) + " made you " + Mrkdwn.person(manager) + "’s delegate.")
                + " You can review their team’s assignments. I’ll ask you when one has waited five workdays.");
    }

    static SlackMessage stoodIn(String manager) {
        return SlackMessage.note("You’re no longer " + Mrkdwn.person(manager)
                + "’s delegate, so you can’t review their team’s assignments anymore.");
    }

    /** Tells a manager that an admin chose or removed their delegate. */
    static SlackMessage chosenFor(String delegate, String by) {
        return SlackMessage.note(Mrkdwn.person(by)
                + (delegate == null
                        ? " removed your delegate."
                        : " made " + Mrkdwn.person(delegate)
                                + " your delegate. They can review your team’s assignments, too.")
                + " To change this, type `/cert delegate`.");
    }
}
