package dev.fieldcert.slack.admin.record;

import static dev.fieldcert.slack.blockkit.Blocks.option;

import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.MenuParameter;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.webapi.SlackDirectory;
import dev.fieldcert.slack.webapi.SlackSettings;
import dev.fieldcert.team.admin.Roles;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives or removes a role. */
@Component
@Order(28)
class RoleAction extends AdminAction {

    private final Roles roles;
    private final SlackSettings settings;
    private final AuditTrail audit;
    private final OutboxRelay relay;
    private final SlackDirectory directory;

    RoleAction(
            Parameters parameters,
            Roles roles,
            SlackSettings settings,
            AuditTrail audit,
            OutboxRelay relay,
            SlackDirectory directory) {
        super("role", "Role", "give someone a role, or remove it", Place.CHANGE);
        this.roles = roles;
        this.settings = settings;
        this.audit = audit;
        this.relay = relay;
        this.directory = directory;
        var person = takes(parameters.person());
        var role = takes(new MenuParameter(
                        "role",
                        "admin|author|none",
                        "Role",
                        said -> List.of(
                                option("Admin", "admin"), option("Author", "author"), option("No role", "none")),
                        (word, said) -> word)
                .hint(
                        "Admins run the program. Authors can see, reload, and preview the courses, but can’t see anything about people.")
                .now(said -> Optional.of(
                        roles.of(said.get(person)).map(RoleMessages::word).orElse("none"))));
        does(said -> change(said.get(person), RoleMessages.role(said.get(role)), said.by()));
    }

    private CommandResult change(String whose, Optional<Roles.Role> wanted, String by) {
        if (settings.admins().contains(whose)) {
            throw new CommandException(Mrkdwn.person(whose) + " is an admin because of the setting `FIELDCERT_ADMINS`. "
                    + "To change that, change the setting. Nothing was changed.");
        }
        if (directory.person(whose).isBot()) {
            throw new CommandException(Mrkdwn.person(whose) + " is a bot. Nothing was changed.");
        }
        Roles.Outcome outcome =
                roles.change(whose, wanted.orElse(null), by, !settings.admins().isEmpty());
        SlackMessage words = SlackMessage.note(RoleMessages.outcome(outcome, whose));
        if (outcome instanceof Roles.Outcome.Given given) {
            String word = RoleMessages.word(given.role());
            audit.note(whose, by, AuditedAction.of(AuditedAction.Code.ROLE_GIVEN, word), "");
            return CommandResult.of(words, true, () -> relay.tell(new Notification.RoleGiven(whose, word, by)));
        }
        if (outcome instanceof Roles.Outcome.Withdrawn withdrawn) {
            audit.note(
                    whose,
                    by,
                    AuditedAction.of(AuditedAction.Code.ROLE_WITHDRAWN, RoleMessages.word(withdrawn.role())),
                    "");
            return CommandResult.shown(words);
        }
        return CommandResult.of(words, false, () -> {});
    }
}
