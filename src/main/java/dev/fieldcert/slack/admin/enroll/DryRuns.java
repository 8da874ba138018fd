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

/** Stores a dry run's changes until the admin confirms them. The changes are then made once, as long work. */
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

    /** @return the value of the buttons; empty if there is nothing to do */
    String keep(String by, List<Plans.Step> steps) {
        return steps.isEmpty() ? "" : ask(by, steps);
    }

    /**
     * Like {@link #keep}, but also stores a plan without steps, for a change that the admin has to confirm anyway.
     *
     * @return the value of the buttons; never empty
     */
    public String ask(String by, List<Plans.Step> steps) {
        return plans.keep(by, steps);
    }

    /**
     * Handles the admin's confirmation. Call this only after authorization.
     *
     * @param title returns the name of the work, which the progress message shows
     * @param work makes the changes; it may be started again after a crash, so it must be idempotent
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

    /** Drops the plan and tells the admin so. Changes that have been started or made are kept. */
    void no(BlockAction click) {
        if (plans.drop(click.value(), click.person())) {
            slack.turn(click, PlanMessages.dropped());
        } else {
            slack.respondEphemeral(click, PlanMessages.gone());
        }
    }
}
