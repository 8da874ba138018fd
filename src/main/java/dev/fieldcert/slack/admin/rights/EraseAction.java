package dev.fieldcert.slack.admin.rights;

import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Description;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.admin.TextParameter;
import dev.fieldcert.slack.admin.work.LongWork;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackSender;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Erases somebody, whether they have asked for it or not; who asked when nobody is named. */
@Component
@Order(30)
class EraseAction implements AdminAction {

    private static final Logger LOG = LoggerFactory.getLogger(EraseAction.class);

    private final Parameter<String> person;
    private final Parameter<String> reason =
            TextParameter.reason("Kept in the audit log, without what names them.", true);
    private final Erasure erasure;
    private final ErasureRequests requests;
    private final LongWork longWork;
    private final SlackSender slack;

    EraseAction(
            Parameters parameters,
            Erasure erasure,
            ErasureRequests requests,
            LongWork longWork,
            SlackSender slack) {
        this.person = parameters.personIfAny();
        this.erasure = erasure;
        this.requests = requests;
        this.longWork = longWork;
        this.slack = slack;
    }

    @Override
    public Description description() {
        return new Description(
                "erase",
                "Erase everything",
                "who asked to be forgotten; erase somebody",
                Place.CHANGE,
                person,
                reason);
    }

    @Override
    public String submit() {
        return "Erase for good";
    }

    @Override
    public Optional<Confirmation> confirmation(Arguments arguments) {
        return arguments.find(person).map(whose -> new Confirmation(
                "Erase everything about " + Mrkdwn.person(whose) + "?",
                RightsMessages.whatIsErased(isAsked(whose)),
                "Erase for good",
                "I am sure: nobody can bring it back"));
    }

    private boolean isAsked(String whose) {
        return requests.of(whose).isPresent();
    }

    @Override
    public CommandResult run(Arguments arguments) {
        Optional<String> whose = arguments.find(person);
        if (whose.isEmpty()) {
            return CommandResult.shown(RightsMessages.open(requests.open(ErasureRequests.A_PAGE)));
        }
        String why = arguments.get(reason);
        if (why.isEmpty() && !arguments.isTyped()) {
            return CommandResult.refused("Give a reason.").at(reason);
        }
        return CommandResult.of(RightsMessages.begun(), true, () -> begin(whose.get(), arguments.by(), why));
    }

    private void begin(String whose, String admin, String reason) {
        String why = (isAsked(whose) ? "at their own request" : "by an admin's decision")
                + (reason.isEmpty() ? "" : ": " + reason);
        longWork.start(admin, "Erasing one person's data", progress -> {
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
