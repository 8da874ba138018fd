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

    /** A line of the manager's Home. */
    static SectionBlock standing(String now) {
        return text(
                (now == null ? "Nobody stands in for you" : Mrkdwn.person(now) + " stands in for you")
                        + " when assignments wait for a review.",
                button("Choose a delegate", OPEN, ""));
    }

    /** @param now the delegate; null for nobody */
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
                        .label(plain("Who reviews your team's assignments beside you"))
                        .hint(plain("They are asked when one has waited for you for five working days. Leave it empty "
                                + "for nobody."))
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
                    Mrkdwn.person(delegate) + " may now review your team's assignments too, and is asked "
                            + "when one waits for you for five working days. `/cert delegate none` ends it.");
        }
        if (outcome instanceof NameDelegate.Outcome.AlreadySo) {
            return SlackMessage.note(Mrkdwn.person(delegate) + " stands in for you already.");
        }
        if (outcome instanceof NameDelegate.Outcome.Removed) {
            return SlackMessage.note("You no longer have a delegate.");
        }
        if (outcome instanceof NameDelegate.Outcome.NobodyNamed) {
            return SlackMessage.note("Nobody stands in for you.");
        }
        return outcome instanceof NameDelegate.Outcome.Themself
                ? SlackMessage.note("You review your team's assignments anyway; name somebody else.")
                : TeamMessages.nobodyReports();
    }

    static SlackMessage delegateUsage(String now) {
        return SlackMessage.note(
                (now == null ? "Nobody stands in for you." : Mrkdwn.person(now) + " stands in for you.")
                        + " `/cert delegate @person` names somebody who may review your team's assignments, "
                        + "`/cert delegate none` ends it.");
    }

    static SlackMessage cannotStandIn(String person) {
        return SlackMessage.note(Mrkdwn.person(person)
                + " cannot stand in for you: it must be a person with an account " + "that is in use.");
    }

    /** @param by the manager, or the admin who chose */
    static SlackMessage standsIn(String manager, String by) {
        return SlackMessage.note((manager.equals(by)
                        ? Mrkdwn.person(manager) + " asked you to stand in for them"
                        : Mrkdwn.person(by) + " made you the delegate of " + Mrkdwn.person(manager))
                + ": you may review the assignments "
                + "of their team, and I ask you when one has waited for five working days.");
    }

    static SlackMessage stoodIn(String manager) {
        return SlackMessage.note("You no longer stand in for " + Mrkdwn.person(manager)
                + ". You can no longer review their team’s assignments.");
    }

    /** An admin chose for the manager. */
    static SlackMessage chosenFor(String delegate, String by) {
        return SlackMessage.note(Mrkdwn.person(by)
                + (delegate == null
                        ? " removed your delegate."
                        : " made " + Mrkdwn.person(delegate)
                                + " your delegate: they can review your team's assignments too.")
                + " `/cert delegate` changes it.");
    }
}
