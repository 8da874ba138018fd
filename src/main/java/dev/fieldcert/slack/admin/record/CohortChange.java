package dev.fieldcert.slack.admin.record;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.learner.profile.ChooseCohort;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.payload.ViewSubmission;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts somebody into a cohort, or takes them out. */
@Component
@Order(5)
class CohortChange implements RecordChange {

    private final ChooseCohort chooseCohort;
    private final RecordMenus menus;
    private final OutboxRelay delivery;

    CohortChange(ChooseCohort chooseCohort, RecordMenus menus, OutboxRelay delivery) {
        this.chooseCohort = chooseCohort;
        this.menus = menus;
        this.delivery = delivery;
    }

    /**
     * @param cohort null for none
     * @throws NotUnderstood when its name is too long
     */
    CommandResult choose(String person, String cohort, String by) {
        if (cohort != null && cohort.length() > ChooseCohort.LONGEST_NAME) {
            throw new CommandException("A cohort's name has at most " + ChooseCohort.LONGEST_NAME
                    + " characters; this has " + cohort.length() + ". Nothing was changed.");
        }
        var chosen = chooseCohort.choose(person, cohort, by, "", true);
        return CommandResult.of(
                RecordMessages.cohort(chosen.result(), person, cohort),
                chosen.result(),
                () -> delivery.deliver(chosen));
    }

    @Override
    public String id() {
        return "cohort";
    }

    @Override
    public String label() {
        return "Cohort";
    }

    @Override
    public String field() {
        return RecordForms.COHORT;
    }

    @Override
    public List<LayoutBlock> fields(String person, Function<String, Optional<String>> soFar) {
        return List.of(RecordForms.cohort(menus.learner(person).profile().cohort(), ChooseCohort.LONGEST_NAME));
    }

    @Override
    public CommandResult change(String person, ViewSubmission form) {
        return choose(person, form.input(RecordForms.COHORT).orElse(null), form.person());
    }
}
