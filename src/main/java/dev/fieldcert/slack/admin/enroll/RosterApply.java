package dev.fieldcert.slack.admin.enroll;

import dev.fieldcert.learner.Profile;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.learner.profile.AssignManager;
import dev.fieldcert.learner.profile.ChooseCohort;
import dev.fieldcert.learner.profile.UpdateProfile;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.admin.enroll.Roster.LineError;
import dev.fieldcert.slack.admin.record.RecordMessages;
import dev.fieldcert.slack.webapi.CallPolicy;
import dev.fieldcert.slack.webapi.SlackFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Makes the changes of a list or a rule, line by line. A failing line does not stop the others, and a repeated line
 * has no effect.
 */
@Component
public class RosterApply {

    private static final Logger LOG = LoggerFactory.getLogger(RosterApply.class);

    private final RecipientResolver recipients;
    private final EnrollLearner enrollLearner;
    private final AssignManager assignManager;
    private final ChooseCohort chooseCohort;
    private final UpdateProfile updateProfile;
    private final RuleEnrollments ruleEnrollments;
    private final OutboxRelay delivery;

    RosterApply(
            RecipientResolver recipients,
            EnrollLearner enrollLearner,
            AssignManager assignManager,
            ChooseCohort chooseCohort,
            UpdateProfile updateProfile,
            RuleEnrollments ruleEnrollments,
            OutboxRelay delivery) {
        this.recipients = recipients;
        this.enrollLearner = enrollLearner;
        this.assignManager = assignManager;
        this.chooseCohort = chooseCohort;
        this.updateProfile = updateProfile;
        this.ruleEnrollments = ruleEnrollments;
        this.delivery = delivery;
    }

    /**
     * The changes to make.
     *
     * @param by the admin who confirmed the changes or started the rule
     * @param source where the changes come from, for the audit: "from a CSV file"
     */
    public record Order(List<Plans.Step> steps, String by, String source) {

        public Order {
            steps = List.copyOf(steps);
        }

        /** The reason to record: the rule's name if a rule enrolls, else empty. */
        String why(Plans.Step step) {
            return step.rule() == null ? "" : "rule: " + step.rule();
        }
    }

    public static final class Applied {
        int enrolled;
        int managers;
        int cohorts;
        final List<LineError> failed = new ArrayList<>();
        boolean canceled;

        public int enrolled() {
            return enrolled;
        }

        public int managers() {
            return managers;
        }

        public int cohorts() {
            return cohorts;
        }

        public List<LineError> failed() {
            return List.copyOf(failed);
        }
    }

    /** @throws SlackFailure if Slack does not return the people's profiles; nothing was changed */
    public Applied apply(Order order, CallPolicy patience, Runnable step, BooleanSupplier canceled) {
        Map<String, Profile> profiles = new HashMap<>();
        recipients.look(
                order.steps().stream().map(Plans.Step::person).distinct().toList(),
                patience,
                person -> profiles.put(person.id(), person.profile()),
                gone -> {});
        Applied applied = new Applied();
        for (Plans.Step each : order.steps()) {
            if (canceled.getAsBoolean()) {
                applied.canceled = true;
                return applied;
            }
            Profile profile = profiles.get(each.person());
            if (profile == null || profile.deactivated()) {
                applied.failed.add(new LineError(each.line(), "the account is deactivated"));
            } else {
                apply(each, profile, order, applied);
            }
            step.run();
        }
        return applied;
    }

    private void apply(Plans.Step step, Profile profile, Order order, Applied applied) {
        try {
            if (step.manager() != null) {
                var assigned = assignManager.assign(step.person(), step.manager(), order.by(), order.source());
                delivery.deliver(assigned);
                if (assigned.result() instanceof AssignManager.Outcome.Assigned) {
                    applied.managers++;
                } else if (!(assigned.result() instanceof AssignManager.Outcome.AlreadySo)) {
                    applied.failed.add(new LineError(
                            step.line(), RecordMessages.manager(assigned.result(), step.person(), step.manager())));
                }
            }
            if (step.cohort() != null) {
                var chosen = chooseCohort.choose(step.person(), step.cohort(), order.by(), order.source(), false);
                delivery.deliver(chosen);
                applied.cohorts += chosen.result() instanceof ChooseCohort.Outcome.Chosen ? 1 : 0;
            }
            if (step.target() != null) {
                enroll(step, profile, order, applied);
            }
            updateProfile.update(step.person(), profile);
        } catch (SlackFailure | DataAccessException failure) {
            LOG.warn("Roster line failed line={}", step.line(), failure);
            applied.failed.add(new LineError(step.line(), "didn’t work just now; run this again to retry it"));
        }
    }

    private void enroll(Plans.Step step, Profile profile, Order order, Applied applied) {
        var enrolled =
                enrollLearner.enroll(step.person(), profile, step.target(), order.by(), step.due(), order.why(step));
        if (enrolled.result() instanceof EnrollLearner.Outcome.Enrolled) {
            applied.enrolled++;
        } else if (!(enrolled.result() instanceof EnrollLearner.Outcome.AlreadyEnrolled)) {
            applied.failed.add(new LineError(
                    step.line(), "you can no longer enroll anyone in " + Sentences.quoted(step.target())));
            return;
        }
        found(List.of(step));
        delivery.deliver(enrolled);
    }

    /** Records that the rules need not act on these people again. */
    public void found(List<Plans.Step> steps) {
        steps.stream()
                .filter(step -> step.rule() != null)
                .forEach(step -> ruleEnrollments.done(step.rule(), step.target(), step.person()));
    }
}
