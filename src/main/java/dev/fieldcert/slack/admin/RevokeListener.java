package dev.fieldcert.slack.admin;

import dev.fieldcert.badge.Awards;
import dev.fieldcert.badge.GivenBadge;
import dev.fieldcert.badge.Standing;
import dev.fieldcert.learner.TellOfRevocation;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Mrkdwn;
import dev.fieldcert.slack.OwedDelivery;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackMessage;
import dev.fieldcert.slack.SlackSender;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** {@code /cert-admin revoke @user <badge> <reason>}: shown wherever the badge is shown from now on. */
@Component
class RevokeListener implements Conversation {

    private static final String USAGE = "revoke @user <badge> <reason>";

    private final Crowds crowds;
    private final Awards awards;
    private final TellOfRevocation tellOfRevocation;
    private final OwedDelivery delivery;
    private final AdminGate gate;
    private final SlackSender slack;

    RevokeListener(
            Crowds crowds,
            Awards awards,
            TellOfRevocation tellOfRevocation,
            OwedDelivery delivery,
            AdminGate gate,
            SlackSender slack) {
        this.crowds = crowds;
        this.awards = awards;
        this.tellOfRevocation = tellOfRevocation;
        this.delivery = delivery;
        this.gate = gate;
        this.slack = slack;
    }

    @Override
    public void routes(Routes routes) {
        routes.adminWord(
                "revoke", USAGE, "take a badge back, with the reason everybody will see", gate.word(this::revoke));
    }

    private void revoke(Said said) {
        Mention.Leading leading = Mention.leading(said.words());
        String person = crowds.onePerson(leading.mentions(), USAGE);
        String[] words = leading.rest().strip().split("\\s+", 2);
        List<GivenBadge> valid = awards.of(person).stream()
                .filter(badge -> badge.standing() instanceof Standing.Valid)
                .toList();
        List<GivenBadge> meant = valid.stream()
                .filter(badge -> badge.badge().id().equals(words[0])
                        || badge.award().id().equals(words[0]))
                .toList();
        if (meant.isEmpty() || words.length < 2) {
            slack.reply(said, usage(person, valid));
            return;
        }
        GivenBadge badge = meant.get(0);
        String reason = words[1].strip();
        if (awards.revoke(badge.award().id(), said.person(), reason)) {
            delivery.deliver(tellOfRevocation.tell(
                    person, badge.award().id(), badge.badge().name(), said.person(), reason));
        }
        slack.reply(
                said,
                SlackMessage.note("Revoked: *" + Mrkdwn.escape(badge.badge().name()) + "* of " + Mrkdwn.person(person)
                        + ". Its page and every verification say so from now on, with your reason."));
    }

    private static SlackMessage usage(String person, List<GivenBadge> valid) {
        String has = valid.isEmpty()
                ? Mrkdwn.person(person) + " has no valid badge."
                : Mrkdwn.person(person) + " has "
                        + valid.stream()
                                .map(badge -> "`" + badge.badge().id() + "`")
                                .collect(Collectors.joining(", "))
                        + ".";
        return SlackMessage.note("Say which badge and why: `/cert-admin " + Mrkdwn.escape(USAGE) + "`. " + has);
    }
}
