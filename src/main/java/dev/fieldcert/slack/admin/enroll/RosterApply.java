package dev.fieldcert.slack.admin.enroll;

import dev.fieldcert.learner.Profile;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.learner.profile.AssignManager;
import dev.fieldcert.learner.profile.ChooseCohort;
import dev.fieldcert.learner.profile.UpdateProfile;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.admin.enroll.Roster.LineError;
import dev.fieldcert.slack.admin.record.RecordMessages;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.work.LongWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Applies a roster line by line; a failing line stops no other, and a repeated line does nothing. */
@Component
class RosterApply {

    private static final Logger LOG = LoggerFactory.getLogger(RosterApply.class);

    private final RecipientResolver recipients;
    private final EnrollLearner enrollLearner;
    private final AssignManager assignManager;
    private final ChooseCohort chooseCohort;
    private final UpdateProfile updateProfile;
    private final OutboxRelay delivery;

    RosterApply(
            RecipientResolver recipients,
            EnrollLearner enrollLearner,
            AssignManager assignManager,
            ChooseCohort chooseCohort,
            UpdateProfile updateProfile,
            OutboxRelay delivery) {
        this.recipients = recipients;
        this.enrollLearner = enrollLearner;
        this.assignManager = assignManager;
        this.chooseCohort = chooseCohort;
        this.updateProfile = updateProfile;
        this.delivery = delivery;
    }

    static final class Applied {
        int enrolled;
        int managers;
        int cohorts;
        final List<LineError> failed = new ArrayList<>();
        boolean canceled;
    }

    Applied apply(Plans.Plan plan, String by, LongWork.Progress progress) {
        Map<String, Profile> profiles = new HashMap<>();
        recipients.look(
                plan.steps().stream().map(Plans.Step::person).toList(),
                progress,
                person -> profiles.put(person.id(), person.profile()),
                gone -> {});
        Applied applied = new Applied();
        for (Plans.Step step : plan.steps()) {
            if (progress.isCanceled()) {
                applied.canceled = true;
                return applied;
            }
            Profile profile = profiles.get(step.person());
            if (profile == null || profile.deactivated()) {
                applied.failed.add(new LineError(step.line(), "the account is gone"));
            } else {
                apply(step, profile, by, applied);
            }
            progress.step();
        }
        return applied;
    }

    private void apply(Plans.Step step, Profile profile, String by, Applied applied) {
        try {
            if (step.manager() != null) {
                var assigned = assignManager.assign(step.person(), step.manager(), by, "from a CSV file");
                delivery.deliver(assigned);
                if (assigned.result() instanceof AssignManager.Outcome.Assigned) {
                    applied.managers++;
                } else if (!(assigned.result() instanceof AssignManager.Outcome.AlreadySo)) {
                    applied.failed.add(new LineError(
                            step.line(), RecordMessages.manager(assigned.result(), step.person(), step.manager())));
                }
            }
            if (step.cohort() != null) {
                var chosen = chooseCohort.choose(step.person(), step.cohort(), by, "from a CSV file", false);
                delivery.deliver(chosen);
                applied.cohorts += chosen.result() instanceof ChooseCohort.Outcome.Chosen ? 1 : 0;
            }
            if (step.target() != null) {
                var enrolled = enrollLearner.enroll(step.person(), profile, step.target(), by, step.due());
                delivery.deliver(enrolled);
                applied.enrolled += enrolled.result() instanceof EnrollLearner.Outcome.Enrolled ? 1 : 0;
            }
            updateProfile.update(step.person(), profile);
        } catch (SlackFailure | DataAccessException failure) {
            LOG.warn("Roster line failed line={}", step.line(), failure);
            applied.failed.add(new LineError(step.line(), "did not work just now; send the file again"));
        }
    }
}
