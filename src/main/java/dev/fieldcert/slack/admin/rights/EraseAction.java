package dev.fieldcert.slack.admin.rights;

import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.admin.TextParameter;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.slack.work.LongWork;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Erases a person, whether or not the person asked for it. Without a person, lists the open requests. */
@Component
@Order(30)
class EraseAction extends AdminAction {

    private static final Logger LOG = LoggerFactory.getLogger(EraseAction.class);

    private final Erasure erasure;
    private final ErasureRequests requests;
    private final LongWork longWork;
    private final SlackSender slack;

    EraseAction(
            Parameters parameters, Erasure erasure, ErasureRequests requests, LongWork longWork, SlackSender slack) {
        super("erase", "Erase everything", "erasure requests; erase someone’s data", Place.CHANGE);
        this.erasure = erasure;
        this.requests = requests;
        this.longWork = longWork;
        this.slack = slack;
        var person = takes(parameters.personIfAny());
        var reason = takes(TextParameter.reason("Stays in the audit log, without their name.", true));
        submit("Erase for good");
        asksBefore(said -> said.find(person).map(this::confirmation));
        does(said -> {
            Optional<String> whose = said.find(person);
            String why = said.get(reason);
            if (whose.isEmpty()) {
                return CommandResult.shown(RightsMessages.open(requests.open(ErasureRequests.A_PAGE)));
            }
            if (why.isEmpty() && !said.isTyped()) {
                return CommandResult.refused("Give a reason.").at(reason);
            }
            return CommandResult.of(RightsMessages.begun(), true, () -> begin(whose.get(), said.by(), why));
        });
    }

    private Confirmation confirmation(String whose) {
        return new Confirmation(
                "Erase everything about " + Mrkdwn.person(whose) + "?",
                RightsMessages.whatIsErased(isAsked(whose)),
                "Erase for good",
                "I’m sure. I know nobody can bring it back.");
    }

    private boolean isAsked(String whose) {
        return requests.of(whose).isPresent();
    }

    private void begin(String whose, String admin, String reason) {
        String why = (isAsked(whose) ? "at their own request" : "by an admin’s decision")
                + (reason.isEmpty() ? "" : ": " + reason);
        longWork.start(admin, "Erasing one person’s data", progress -> {
            String token = erasure.erase(whose, admin, why, progress::step);
            tell(whose);
            return RightsMessages.erased(token);
        });
    }

    private void tell(String whose) {
        try {
            slack.post(slack.dmWith(whose), RightsMessages.forgotten(), null);
        } catch (SlackFailure gone) {
            LOG.info("Erased person not told error={}", gone.error());
        }
    }
}
