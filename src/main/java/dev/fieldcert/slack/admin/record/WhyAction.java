package dev.fieldcert.slack.admin.record;

import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.blockkit.When;
import java.time.Clock;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows why the bot sent a person a message, or did not. */
@Component
@Order(2)
class WhyAction extends AdminAction {

    WhyAction(Parameters parameters, Learners learners, Clock clock) {
        super("why", "Why a message was sent", "why the bot did or didn’t message someone", Place.LOOK);
        var person = takes(parameters.person());
        does(said -> {
            Optional<Learner> learner = learners.find(said.get(person));
            When when = learner.map(Learner::profile)
                    .map(profile -> When.in(profile.zone(), profile.locale(), clock.instant()))
                    .orElseGet(() -> When.in(null, clock.instant()));
            return CommandResult.shown(WhyMessages.why(said.get(person), learner, when));
        });
    }
}
