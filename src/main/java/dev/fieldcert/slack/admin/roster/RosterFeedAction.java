package dev.fieldcert.slack.admin.roster;

import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the state of the roster, and reads it on request. */
@Component
@Order(33)
class RosterFeedAction extends AdminAction implements SlackHandler {

    private final RosterFeed feed;
    private final AdminAuthorization authorization;

    RosterFeedAction(RosterFeed feed, AdminAuthorization authorization) {
        super("roster", "Roster", "the list of people that I read automatically, and the latest result", Place.PEOPLE);
        this.feed = feed;
        this.authorization = authorization;
        does(said -> CommandResult.shown(feed.status()));
    }

    @Override
    public void register(Router router) {
        router.blockAction(
                RosterFeedMessages.LOOK, authorization.click(Rights.ADMIN, click -> feed.look(click.person())));
        router.blockAction(RosterFeedMessages.YES, authorization.click(Rights.ADMIN, feed::yes));
    }
}
