package dev.fieldcert.slack.admin.enroll;

import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.slack.work.LongWork;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** A dry run's changes, waiting for the admin's confirmation; then they are made once, as long work. */
@Component
public class DryRuns {

    private final Plans plans;
    private final LongWork longWork;
    private final SlackSender slack;

    DryRuns(Plans plans, LongWork longWork, SlackSender slack) {
        this.plans = plans;
        this.longWork = longWork;
        this.slack = slack;
    }

    /** @return the value of the buttons; empty when there is nothing to do */
    String keep(String by, List<Plans.Step> steps) {
        return steps.isEmpty() ? "" : ask(by, steps);
    }

    /** @return the value of the buttons, also when there is nothing to do but to agree */
    public String ask(String by, List<Plans.Step> steps) {
        return plans.keep(by, steps);
    }

    /**
     * The admin's confirmation, after authorization.
     *
     * @param title what is being done
     * @param work may be started again after a crash, so it must be idempotent
     */
    public void yes(
            BlockAction click,
            Function<Plans.Plan, String> title,
            BiFunction<Plans.Plan, LongWork.Progress, SlackMessage> work) {
        Optional<Plans.Plan> begun = plans.begin(click.value(), click.person());
        if (begun.isEmpty()) {
            slack.respondEphemeral(click, PlanMessages.gone());
            return;
        }
        Plans.Plan plan = begun.get();
        if (start(click.person(), plan, title.apply(plan), work)) {
            slack.turn(click, PlanMessages.begun(plan.steps().size()));
        } else {
            plans.giveBack(plan.id());
        }
    }

    private boolean start(
            String person,
            Plans.Plan plan,
            String title,
            BiFunction<Plans.Plan, LongWork.Progress, SlackMessage> work) {
        try {
            return longWork.start(person, title, progress -> {
                SlackMessage result = work.apply(plan, progress);
                plans.done(plan.id());
                return result;
            });
        } catch (SlackFailure failure) {
            plans.giveBack(plan.id());
            throw failure;
        }
    }

    /** Changes that are under way or done stay. */
    void no(BlockAction click) {
        if (plans.drop(click.value(), click.person())) {
            slack.turn(click, PlanMessages.dropped());
        } else {
            slack.respondEphemeral(click, PlanMessages.gone());
        }
    }
}
