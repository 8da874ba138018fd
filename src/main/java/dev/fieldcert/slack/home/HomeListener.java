package dev.fieldcert.slack.home;

import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.users.People;
import org.springframework.stereotype.Component;

/** Handles the opening of Home and Home's own buttons. Each feature handles its other buttons. */
@Component
class HomeListener implements SlackHandler {

    private final HomePublisher publisher;
    private final HomeRefresh refresh;
    private final People people;

    HomeListener(HomePublisher publisher, HomeRefresh refresh, People people) {
        this.publisher = publisher;
        this.refresh = refresh;
        this.people = people;
    }

    @Override
    public void register(Router router) {
        refresh.publishedBy(publisher::refresh, publisher::forget);
        router.home(this::open);
        router.blockAction("home-tab", click -> publisher.turn(click.person(), state -> state.on(click.value())));
        router.blockAction("home-more", click -> turn(click, HomeState::showing));
        router.blockAction(HomeTab.PAGE, click -> turn(click, HomeState::onPage));
    }

    private void open(String person) {
        people.seen(person);
        refresh.opened(person);
        publisher.open(person);
    }

    private interface Turn {
        HomeState turned(HomeState state, int number);
    }

    private void turn(BlockAction click, Turn turn) {
        if (!click.value().matches("\\d{1,4}")) {
            throw new IllegalArgumentException("Not a number of ours");
        }
        int number = Integer.parseInt(click.value());
        publisher.turn(click.person(), state -> turn.turned(state, number));
    }
}
