package dev.fieldcert.slack.admin.record;

import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Description;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.webapi.SlackSettings;
import dev.fieldcert.team.admin.Roles;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who runs the program and who writes it. */
@Component
@Order(54)
class RolesAction implements AdminAction {

    private final Roles roles;
    private final SlackSettings settings;

    RolesAction(Roles roles, SlackSettings settings) {
        this.roles = roles;
        this.settings = settings;
    }

    @Override
    public Description description() {
        return new Description("roles", "Roles", "who runs the program and who writes it", Place.PROGRAM);
    }

    @Override
    public CommandResult run(Arguments arguments) {
        return CommandResult.shown(RoleMessages.roles(settings.admins(), roles.all()));
    }
}
