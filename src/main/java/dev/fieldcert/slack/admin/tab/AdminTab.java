package dev.fieldcert.slack.admin.tab;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.outbox.DeadLetters;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.rights.ErasureRequests;
import dev.fieldcert.slack.channels.Announcements;
import dev.fieldcert.slack.home.HomeTab;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.slack.webapi.SlackFailure;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The Admin tab in Home. Admins get a button or form for every command, and authors for the commands that they may
 * use.
 */
@Component
class AdminTab implements HomeTab {

    private static final int PLACE = 3;

    private final Programs programs;
    private final Learners learners;
    private final ErasureRequests requests;
    private final Announcements announcements;
    private final DeadLetters deadLetters;
    private final People people;
    private final List<AdminAction> actions;

    AdminTab(
            Programs programs,
            Learners learners,
            ErasureRequests requests,
            Announcements announcements,
            DeadLetters deadLetters,
            People people,
            List<AdminAction> actions) {
        this.programs = programs;
        this.learners = learners;
        this.requests = requests;
        this.announcements = announcements;
        this.deadLetters = deadLetters;
        this.people = people;
        this.actions = List.copyOf(actions);
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public String id() {
        return "admin";
    }

    @Override
    public String label() {
        return "Admin";
    }

    @Override
    public boolean isFor(String person) {
        try {
            return people.isAuthor(person);
        } catch (SlackFailure notSaid) {
            return false;
        }
    }

    @Override
    public List<LayoutBlock> blocks(Looking looking) {
        if (!people.isAdmin(looking.person())) {
            return AdminMessages.authorBlocks(programs.current(), actions);
        }
        return AdminMessages.homeBlocks(
                programs.current(),
                learners.count(),
                requests.open(ErasureRequests.A_PAGE).size(),
                announcements.areQuiet(),
                deadLetters.count(),
                actions);
    }
}
