package dev.fieldcert.slack.admin.roles;

import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.Mention;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.slack.webapi.SlackSettings;
import dev.fieldcert.team.admin.Roles;
import org.springframework.stereotype.Component;

/** Who runs the program and who writes it: {@code roles} and {@code role @user admin|author|none}. */
@Component
class RolesListener implements SlackHandler {

    private static final String USAGE = "role @user admin|author|none";

    private final Roles roles;
    private final RoleChange roleChange;
    private final SlackSettings settings;
    private final RecipientResolver recipientResolver;
    private final AdminAuthorization gate;
    private final SlackSender slack;

    RolesListener(
            Roles roles,
            RoleChange roleChange,
            SlackSettings settings,
            RecipientResolver recipientResolver,
            AdminAuthorization gate,
            SlackSender slack) {
        this.roles = roles;
        this.roleChange = roleChange;
        this.settings = settings;
        this.recipientResolver = recipientResolver;
        this.gate = gate;
        this.slack = slack;
    }

    @Override
    public void register(Router router) {
        router.adminSubcommand(
                "roles",
                "roles",
                "who runs the program and who writes it",
                gate.word(command -> slack.reply(command, RoleMessages.roles(settings.admins(), roles.all()))));
        router.blockAction(
                "roles-open",
                gate.click(click -> slack.respondEphemeral(click, RoleMessages.roles(settings.admins(), roles.all()))));
        router.adminSubcommand("role", USAGE, "give somebody a role, or take it", gate.word(this::role));
    }

    private void role(TextCommand command) {
        Mention.Leading named = Mention.leading(command.words());
        String person = recipientResolver.onePerson(named.mentions(), USAGE);
        roleChange
                .change(person, RoleMessages.role(named.rest()), command.person())
                .answer(words -> slack.reply(command, words));
    }
}
