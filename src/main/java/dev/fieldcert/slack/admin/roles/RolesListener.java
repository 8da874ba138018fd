package dev.fieldcert.slack.admin.roles;

import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.slack.SlackSettings;
import dev.fieldcert.slack.admin.AdminGate;
import dev.fieldcert.slack.admin.Crowds;
import dev.fieldcert.slack.admin.Mention;
import dev.fieldcert.team.admin.Roles;
import org.springframework.stereotype.Component;

/** Who runs the program and who writes it: {@code roles} and {@code role @user admin|author|none}. */
@Component
class RolesListener implements Conversation {

    private static final String USAGE = "role @user admin|author|none";

    private final Roles roles;
    private final RoleChange roleChange;
    private final SlackSettings settings;
    private final Crowds crowds;
    private final AdminGate gate;
    private final SlackSender slack;

    RolesListener(
            Roles roles,
            RoleChange roleChange,
            SlackSettings settings,
            Crowds crowds,
            AdminGate gate,
            SlackSender slack) {
        this.roles = roles;
        this.roleChange = roleChange;
        this.settings = settings;
        this.crowds = crowds;
        this.gate = gate;
        this.slack = slack;
    }

    @Override
    public void routes(Routes routes) {
        routes.adminWord(
                "roles",
                "roles",
                "who runs the program and who writes it",
                gate.word(said -> slack.reply(said, RoleMessages.roles(settings.admins(), roles.all()))));
        routes.click(
                "roles-open",
                gate.click(click -> slack.whisper(click, RoleMessages.roles(settings.admins(), roles.all()))));
        routes.adminWord("role", USAGE, "give somebody a role, or take it", gate.word(this::role));
    }

    private void role(Said said) {
        Mention.Leading named = Mention.leading(said.words());
        String person = crowds.onePerson(named.mentions(), USAGE);
        roleChange
                .change(person, RoleMessages.role(named.rest()), said.person())
                .answer(words -> slack.reply(said, words));
    }
}
