package dev.fieldcert.slack.admin.rights;

import com.slack.api.model.User;
import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.delivery.Deliveries;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.privacy.EraseLearner;
import dev.fieldcert.learner.profile.AssignManager;
import dev.fieldcert.outbox.DeadLetters;
import dev.fieldcert.outbox.Outboxes;
import dev.fieldcert.slack.admin.enroll.Plans;
import dev.fieldcert.slack.channels.Announcements;
import dev.fieldcert.slack.home.HomeRefresh;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.slack.webapi.Concern;
import dev.fieldcert.slack.webapi.SlackDirectory;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.team.admin.Roles;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Erases a person everywhere: what belongs to that person, and every mention of them. */
@Component
public class Erasure {

    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);
    private static final int A_NIGHT = 200;

    private final EraseLearner eraseLearner;
    private final AssignManager assignManager;
    private final Learners learners;
    private final Awards awards;
    private final Roles roles;
    private final Announcements announcements;
    private final Plans plans;
    private final Outboxes outboxes;
    private final Deliveries deliveries;
    private final DeadLetters deadLetters;
    private final ErasureRequests requests;
    private final HomeRefresh homes;
    private final SlackDirectory directory;
    private final People people;
    private final Period retention;

    Erasure(
            EraseLearner eraseLearner,
            AssignManager assignManager,
            Learners learners,
            Awards awards,
            Roles roles,
            Announcements announcements,
            Plans plans,
            Outboxes outboxes,
            Deliveries deliveries,
            DeadLetters deadLetters,
            ErasureRequests requests,
            HomeRefresh homes,
            SlackDirectory directory,
            People people,
            ErasureSettings settings) {
        this.eraseLearner = eraseLearner;
        this.assignManager = assignManager;
        this.learners = learners;
        this.awards = awards;
        this.roles = roles;
        this.announcements = announcements;
        this.plans = plans;
        this.outboxes = outboxes;
        this.deliveries = deliveries;
        this.deadLetters = deadLetters;
        this.requests = requests;
        this.homes = homes;
        this.directory = directory;
        this.people = people;
        this.retention = settings.retention();
    }

    /**
     * @param by the admin who confirmed the erasure, or "retention"
     * @return the token that replaces the person's id
     */
    String erase(String person, String by, String why, Runnable step) {
        Optional<User> user = seenBySlack(person);
        requests.withdraw(person);
        plans.forget(person);
        outboxes.forget(person);
        deadLetters.forget(person);
        deliveries.beforeErasureOf(person);
        announcements.forget(person);
        roles.forget(person, "erased");
        // The token that replaces the person must not be anyone's manager, so their reports' work goes to the admins.
        learners.reportsOf(person)
                .forEach(report -> assignManager.assign(report.id(), null, by, "their manager was erased"));
        String token = EraseLearner.token();
        awards.forget(person, token);
        long changed = eraseLearner.erase(
                person,
                token,
                user.map(People::names).orElse(List.of()),
                user.map(People::read).map(profile -> profile.email()).orElse(null),
                by,
                why,
                step);
        // The person's last events may have been copied meanwhile.
        deliveries.forget(person);
        emptyHome(person);
        LOG.info("Learner erased token={} documents={}", token, changed);
        return token;
    }

    /**
     * Empties the person's Home, because Slack still shows the last published one. A deactivated account has no Home.
     */
    private void emptyHome(String person) {
        try {
            homes.forget(person);
        } catch (SlackFailure failure) {
            LOG.warn("Home of an erased person not emptied error={}", failure.error());
        }
    }

    private Optional<User> seenBySlack(String person) {
        try {
            return Optional.of(directory.person(person));
        } catch (SlackFailure failure) {
            if (failure.isUnknownOutcome() || failure.retryAfter().isPresent()) {
                throw failure;
            }
            return Optional.empty();
        }
    }

    /**
     * Asks Slack whether the account is gone, because that may once have been concluded wrongly from a refused
     * message. If the account is back, the person's profile is updated.
     *
     * @throws SlackFailure if Slack does not answer the question
     */
    private boolean isStillGone(String person) {
        try {
            User user = directory.person(person);
            people.changed(user);
            return user.isDeleted();
        } catch (SlackFailure failure) {
            if (failure.concern() == Concern.RECIPIENT) {
                return true;
            }
            throw failure;
        }
    }

    /**
     * Erases people whose account has been gone for the whole retention period, and deletes old dry runs. For the
     * nightly housekeeping.
     *
     * @return how many people were erased
     */
    public int eraseWhatIsOver(Instant now) {
        Instant since = now.atZone(ZoneOffset.UTC).minus(retention).toInstant();
        List<String> over = learners.goneSince(since, A_NIGHT);
        int erased = 0;
        for (String person : over) {
            try {
                if (isStillGone(person)) {
                    erase(person, "retention", "the retention period is over", () -> {});
                    erased++;
                }
            } catch (SlackFailure failure) {
                LOG.warn("Erasure postponed error={}", failure.error());
            } catch (RuntimeException | Error failure) {
                LOG.error("Erasure failed", failure);
            }
        }
        plans.forgetOld();
        return erased;
    }
}
