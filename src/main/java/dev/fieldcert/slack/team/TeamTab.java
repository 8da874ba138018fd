package dev.fieldcert.slack.team;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.home.HomeTab;
import dev.fieldcert.team.Delegates;
import dev.fieldcert.team.Managers;
import dev.fieldcert.team.TeamView;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A manager's team tab. It is rendered when the manager opens Home, but not whenever one of many reports makes
 * progress.
 */
@Component
class TeamTab implements HomeTab {

    private final TeamView team;
    private final Managers managers;
    private final Delegates delegates;
    private final Clock clock;

    TeamTab(TeamView team, Managers managers, Delegates delegates, Clock clock) {
        this.team = team;
        this.managers = managers;
        this.delegates = delegates;
        this.clock = clock;
    }

    @Override
    public int place() {
        return 1;
    }

    @Override
    public String id() {
        return "team";
    }

    @Override
    public String label() {
        return "My team";
    }

    @Override
    public boolean isFor(String person) {
        return team.isManager(person);
    }

    @Override
    public List<LayoutBlock> blocks(Looking looking) {
        String zone = managers.find(looking.person()).map(Managers.Seen::zone).orElse(null);
        return TeamMessages.homeBlocks(
                team.page(looking.person(), looking.page()),
                delegates.of(looking.person()).orElse(null),
                When.in(zone, clock.instant()));
    }
}
