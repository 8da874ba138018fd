package dev.fieldcert.slack.admin.roles;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.record.RecordChange;
import dev.fieldcert.slack.admin.record.RecordForms;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.webapi.SlackDirectory;
import dev.fieldcert.slack.webapi.SlackSettings;
import dev.fieldcert.team.admin.Roles.Role;
import dev.fieldcert.team.admin.Roles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives somebody a role, or takes it. */
@Component
@Order(8)
class RoleChange implements RecordChange {

    private static final Logger LOG = LoggerFactory.getLogger(RoleChange.class);

    private final Roles roles;
    private final SlackSettings settings;
    private final AuditTrail audit;
    private final OutboxRelay relay;
    private final SlackDirectory directory;

    RoleChange(Roles roles, SlackSettings settings, AuditTrail audit, OutboxRelay relay, SlackDirectory directory) {
        this.roles = roles;
        this.settings = settings;
        this.audit = audit;
        this.relay = relay;
        this.directory = directory;
    }

    /**
     * @param role null for none
     * @throws NotUnderstood when the configuration says otherwise, or it is a bot
     */
    CommandResult change(String person, Role role, String by) {
        if (settings.admins().contains(person)) {
            throw new CommandException(
                    Mrkdwn.person(person) + " is an admin by the configuration (`FIELDCERT_ADMINS`); "
                            + "only that can change it. Nothing was changed.");
        }
        if (directory.person(person).isBot()) {
            throw new CommandException(Mrkdwn.person(person) + " is a bot. Nothing was changed.");
        }
        Roles.Outcome outcome =
                roles.change(person, role, by, !settings.admins().isEmpty());
        Runnable after = () -> {};
        boolean done = true;
        if (outcome instanceof Roles.Outcome.Given given) {
            changed(person, by, "was given the role " + word(given.role()));
            after = () -> relay.tell(new Notification.RoleGiven(person, word(given.role()), by));
        } else if (outcome instanceof Roles.Outcome.Withdrawn withdrawn) {
            changed(person, by, "lost the role " + word(withdrawn.role()));
        } else {
            done = false;
        }
        return CommandResult.of(SlackMessage.note(RoleMessages.outcome(outcome, person)), done, after);
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private void changed(String person, String by, String what) {
        audit.note(person, by, what, "");
        LOG.info("Role changed person={} by={}", person, by);
    }

    @Override
    public String id() {
        return "role";
    }

    @Override
    public String label() {
        return "Role";
    }

    @Override
    public String field() {
        return RecordForms.ROLE;
    }

    @Override
    public List<LayoutBlock> fields(String person, Function<String, Optional<String>> soFar) {
        return List.of(RecordForms.role(roles.of(person).map(RoleChange::word).orElse("none")));
    }

    @Override
    public CommandResult change(String person, ViewSubmission form) {
        return change(person, RoleMessages.role(form.input(RecordForms.ROLE).orElse("")), form.person());
    }
}
