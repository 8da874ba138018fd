package dev.fieldcert.slack.admin;

import dev.fieldcert.learner.AuditTrail;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Mrkdwn;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackDirectory;
import dev.fieldcert.slack.SlackMessage;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.slack.SlackSettings;
import dev.fieldcert.team.admin.Roles;
import dev.fieldcert.team.admin.Roles.Role;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who runs the programme and who writes it: {@code roles} and {@code role @user admin|author|none}. */
@Component
class RolesListener implements Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(RolesListener.class);
    private static final String USAGE = "role @user admin|author|none";

    private final Roles roles;
    private final SlackSettings settings;
    private final Crowds crowds;
    private final AuditTrail audit;
    private final AdminGate gate;
    private final SlackSender slack;
    private final SlackDirectory directory;

    RolesListener(
            Roles roles,
            SlackSettings settings,
            Crowds crowds,
            AuditTrail audit,
            AdminGate gate,
            SlackSender slack,
            SlackDirectory directory) {
        this.roles = roles;
        this.settings = settings;
        this.crowds = crowds;
        this.audit = audit;
        this.gate = gate;
        this.slack = slack;
        this.directory = directory;
    }

    @Override
    public void routes(Routes routes) {
        routes.adminWord(
                "roles",
                "roles",
                "who runs the programme and who writes it",
                gate.word(said -> slack.reply(said, RoleMessages.roles(settings.admins(), roles.all()))));
        routes.click(
                "roles-open",
                gate.click(click -> slack.whisper(click, RoleMessages.roles(settings.admins(), roles.all()))));
        routes.adminWord("role", USAGE, "give somebody a role, or take it", gate.word(this::role));
    }

    private void role(Said said) {
        Mention.Leading named = Mention.leading(said.words());
        String person = crowds.onePerson(named.mentions(), USAGE);
        Role role = role(named.rest());
        if (settings.admins().contains(person)) {
            throw new NotUnderstood(Mrkdwn.person(person) + " is an admin by the configuration (`FIELDCERT_ADMINS`); "
                    + "only that can change it. Nothing was changed.");
        }
        if (directory.person(person).isBot()) {
            throw new NotUnderstood(Mrkdwn.person(person) + " is a bot. Nothing was changed.");
        }
        Roles.Outcome outcome =
                roles.change(person, role, said.person(), !settings.admins().isEmpty());
        if (outcome instanceof Roles.Outcome.Given given) {
            changed(
                    person,
                    said.person(),
                    "was given the role " + given.role().name().toLowerCase(Locale.ROOT));
            slack.post(slack.dmWith(person), RoleMessages.given(given.role(), said.person()), null);
        } else if (outcome instanceof Roles.Outcome.Withdrawn withdrawn) {
            changed(
                    person,
                    said.person(),
                    "lost the role " + withdrawn.role().name().toLowerCase(Locale.ROOT));
        }
        slack.reply(said, SlackMessage.note(RoleMessages.outcome(outcome, person)));
    }

    /** @return null for none */
    private static Role role(String word) {
        switch (word.toLowerCase(Locale.ROOT)) {
            case "admin":
                return Role.ADMIN;
            case "author":
                return Role.AUTHOR;
            case "none":
                return null;
            default:
                throw new NotUnderstood("Roles are `admin`, `author` and `none`"
                        + (word.isEmpty() ? "" : "; I understood " + Sentences.quoted(word))
                        + ". Who manages whom is said with `/cert-admin manager`. Nothing was changed.");
        }
    }

    private void changed(String person, String by, String what) {
        audit.note(person, by, what, "");
        LOG.info("Role changed person={} by={}", person, by);
    }
}
