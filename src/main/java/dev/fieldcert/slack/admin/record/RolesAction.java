package dev.fieldcert.slack.admin.record;

import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.webapi.SlackSettings;
import dev.fieldcert.team.admin.Roles;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lists the admins and authors of the program. */
@Component
@Order(54)
class RolesAction extends AdminAction {

    RolesAction(Roles roles, SlackSettings settings) {
        super("roles", "Roles", "the program’s admins and authors", Place.PROGRAM);
        does(said -> CommandResult.shown(RoleMessages.roles(settings.admins(), roles.all())));
    }
}
