package dev.fieldcert.slack.admin.record;

import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Description;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.blockkit.When;
import java.time.Clock;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Why the bot wrote to somebody, or did not. */
@Component
@Order(2)
class WhyAction implements AdminAction {

    private final Parameter<String> person;
    private final Learners learners;
    private final Clock clock;

    WhyAction(Parameters parameters, Learners learners, Clock clock) {
        this.person = parameters.person();
        this.learners = learners;
        this.clock = clock;
    }

    @Override
    public Description description() {
        return new Description(
                "why", "Why I wrote, or not", "why the bot wrote to somebody now, or why not", Place.LOOK, person);
    }

    @Override
    public CommandResult run(Arguments arguments) {
        String whose = arguments.get(person);
        Optional<Learner> learner = learners.find(whose);
        When when = When.in(learner.map(known -> known.profile().zone()).orElse(null), clock.instant());
        return CommandResult.shown(WhyMessages.why(whose, learner, when));
    }
}
