package dev.fieldcert.slack.admin.record;

import dev.fieldcert.badge.GivenBadge;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Mrkdwn;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackMessage;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.slack.admin.AdminGate;
import dev.fieldcert.slack.admin.Crowds;
import dev.fieldcert.slack.admin.Mention;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** {@code /cert-admin revoke @user <badge> <reason>}: shown wherever the badge is shown from now on. */
@Component
class RevokeListener implements Conversation {

    private static final String USAGE = "revoke @user <badge> <reason>";

    private final Crowds crowds;
    private final RevokeChange revokeChange;
    private final AdminGate gate;
    private final SlackSender slack;

    RevokeListener(Crowds crowds, RevokeChange revokeChange, AdminGate gate, SlackSender slack) {
        this.crowds = crowds;
        this.revokeChange = revokeChange;
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
        Optional<GivenBadge> badge = revokeChange.find(person, words[0]);
        if (badge.isEmpty() || words.length < 2) {
            slack.reply(said, usage(person, revokeChange.valid(person)));
            return;
        }
        revokeChange
                .revoke(badge.get(), person, said.person(), words[1].strip())
                .answer(answer -> slack.reply(said, answer));
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
