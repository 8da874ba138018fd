package dev.fieldcert.slack.admin.rules;

import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lists the rules, with buttons to change each one, and passes on the events about people who join. */
@Component
@Order(35)
class RulesAction extends AdminAction implements SlackHandler {

    private final RuleDryRun dryRun;
    private final EnrollmentRules enrollmentRules;
    private final AdminAuthorization authorization;

    RulesAction(RuleDryRun dryRun, EnrollmentRules enrollmentRules, AdminAuthorization authorization) {
        super("rules", "Rules", "the rules that enroll people; pause, resume, or remove one", Place.PEOPLE);
        this.dryRun = dryRun;
        this.enrollmentRules = enrollmentRules;
        this.authorization = authorization;
        does(said -> CommandResult.shown(dryRun.list()));
    }

    @Override
    public void register(Router router) {
        router.joined(enrollmentRules::joined);
        register(router, RuleMessages.START, dryRun::yes);
        register(router, RuleMessages.DROP, dryRun::no);
        register(router, RuleMessages.PAUSE, dryRun::pause);
        register(router, RuleMessages.RESUME, dryRun::resume);
        register(router, RuleMessages.REMOVE, dryRun::remove);
    }

    private void register(Router router, String button, Consumer<BlockAction> handler) {
        router.blockAction(button, authorization.click(Rights.ADMIN, handler));
    }
}
