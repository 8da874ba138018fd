package dev.fieldcert.slack.admin.record;

import dev.fieldcert.badge.GivenBadge;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.Mention;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** {@code /cert-admin revoke @user <badge> <reason>}: shown wherever the badge is shown from now on. */
@Component
class RevokeListener implements SlackHandler {

    private static final String USAGE = "revoke @user <badge> <reason>";

    private final RecipientResolver recipientResolver;
    private final RevokeChange revokeChange;
    private final AdminAuthorization gate;
    private final SlackSender slack;

    RevokeListener(
            RecipientResolver recipientResolver,
            RevokeChange revokeChange,
            AdminAuthorization gate,
            SlackSender slack) {
        this.recipientResolver = recipientResolver;
        this.revokeChange = revokeChange;
        this.gate = gate;
        this.slack = slack;
    }

    @Override
    public void register(Router router) {
        router.adminSubcommand(
                "revoke", USAGE, "take a badge back, with the reason everybody will see", gate.word(this::revoke));
    }

    private void revoke(TextCommand command) {
        Mention.Leading leading = Mention.leading(command.words());
        String person = recipientResolver.onePerson(leading.mentions(), USAGE);
        String[] words = leading.rest().strip().split("\\s+", 2);
        Optional<GivenBadge> badge = revokeChange.find(person, words[0]);
        if (badge.isEmpty() || words.length < 2) {
            slack.reply(command, usage(person, revokeChange.valid(person)));
            return;
        }
        revokeChange
                .revoke(badge.get(), person, command.person(), words[1].strip())
                .answer(answer -> slack.reply(command, answer));
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
