package dev.fieldcert.slack.team;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewTitle;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.team.TeamView;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows learners exactly what their manager sees of them. */
@Component
class ManagerViewListener implements SlackHandler {

    private final Learners learners;
    private final TeamView team;
    private final SlackSender slack;
    private final Clock clock;

    ManagerViewListener(Learners learners, TeamView team, SlackSender slack, Clock clock) {
        this.learners = learners;
        this.team = team;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public void register(Router router) {
        router.blockAction("manager-view", this::show);
    }

    private void show(BlockAction click) {
        List<LayoutBlock> blocks = learners.find(click.person())
                .flatMap(this::seen)
                .orElseGet(
                        () -> List.of(
                                Blocks.text(
                                        "You don’t have a manager here, so nobody sees your progress the way a "
                                                + "manager would. Program admins see everyone’s progress, but never anyone’s answers.")));
        slack.openModal(
                click.triggerId(),
                View.builder()
                        .type("modal")
                        .callbackId("manager-view")
                        .title(ViewTitle.builder()
                                .type("plain_text")
                                .text("What your manager sees")
                                .build())
                        .close(ViewClose.builder()
                                .type("plain_text")
                                .text("Close")
                                .build())
                        .blocks(blocks)
                        .build());
    }

    private Optional<List<LayoutBlock>> seen(Learner learner) {
        When when = When.in(learner.profile().zone(), learner.profile().locale(), clock.instant());
        return learner.profile()
                .manager()
                .map(manager -> TeamMessages.whatYourManagerSees(team.seenByTheirManager(learner), manager, when));
    }
}
