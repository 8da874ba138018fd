package dev.fieldcert.slack.users;

import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.profile.AssignManager;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.webapi.SlackDirectory;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackSettings;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads a person's manager from their Slack profile, if the workspace has such a field. Sets the manager only if none
 * is known, so an admin's choice takes precedence.
 */
@Component
public class ManagerField {

    private static final Logger LOG = LoggerFactory.getLogger(ManagerField.class);

    private final String field;
    private final SlackDirectory directory;
    private final Learners learners;
    private final AssignManager assignManager;
    private final OutboxRelay delivery;

    ManagerField(
            SlackSettings settings,
            SlackDirectory directory,
            Learners learners,
            AssignManager assignManager,
            OutboxRelay delivery) {
        this.field = settings.managerField();
        this.directory = directory;
        this.learners = learners;
        this.assignManager = assignManager;
        this.delivery = delivery;
    }

    public void read(String learnerId) {
        Optional<Learner> missing = learners.find(learnerId)
                .filter(learner -> learner.profile().manager().isEmpty());
        if (field.isBlank() || missing.isEmpty()) {
            return;
        }
        try {
            directory.profileField(learnerId, field).ifPresent(manager -> {
                var assigned = assignManager.assign(learnerId, manager, learnerId, "Slack profile");
                delivery.deliver(assigned);
                LOG.info(
                        "Manager read from profile learner={} outcome={}",
                        learnerId,
                        assigned.result().getClass().getSimpleName());
            });
        } catch (SlackFailure failure) {
            LOG.warn("Manager field not read person={} error={}", learnerId, failure.error());
        }
    }
}
