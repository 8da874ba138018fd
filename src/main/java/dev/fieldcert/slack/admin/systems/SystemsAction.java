package dev.fieldcert.slack.admin.systems;

import dev.fieldcert.delivery.Deliveries;
import dev.fieldcert.delivery.DeliveryRelay;
import dev.fieldcert.delivery.Destination;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.admin.systems.SystemsMessages.State;
import dev.fieldcert.slack.admin.systems.SystemsMessages.Tested;
import dev.fieldcert.slack.work.LongWork;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows what was recently sent to other systems and what is waiting to be sent, and tests the connections. */
@Component
@Order(47)
class SystemsAction extends AdminAction {

    private static final String TEST = "test";
    private static final int LOGGED = 10;

    private final Deliveries deliveries;
    private final DeliveryRelay relay;
    private final LongWork longWork;

    SystemsAction(Deliveries deliveries, DeliveryRelay relay, LongWork longWork) {
        super("systems", "Other systems", "what I sent to other systems, and whether they respond", Place.REPORTS);
        this.deliveries = deliveries;
        this.relay = relay;
        this.longWork = longWork;
        var test = takes(Parameter.flag(TEST));
        homeButton(Place.REPORTS, "Other systems", "");
        does(said -> said.get(test)
                ? CommandResult.inDm(() -> test(said.by()))
                : CommandResult.shown(SystemsMessages.list(states())));
    }

    private List<State> states() {
        return deliveries.destinations().stream().map(this::state).toList();
    }

    private State state(Destination destination) {
        return new State(
                destination.id(),
                destination.address(),
                deliveries.waiting(destination.id()),
                deliveries.waitingSince(destination.id()).orElse(null),
                relay.trouble(destination.id()).orElse(null),
                deliveries.log(destination.id(), LOGGED));
    }

    private void test(String person) {
        longWork.start(
                person,
                "Testing the other systems",
                progress -> SystemsMessages.tested(deliveries.destinations().stream()
                        .map(each -> new Tested(each.id(), each.test()))
                        .toList()));
    }
}
