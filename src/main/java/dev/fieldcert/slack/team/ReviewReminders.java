package dev.fieldcert.slack.team;

import dev.fieldcert.learner.submission.AskAnotherReviewer;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.users.ManagerProfiles;
import dev.fieldcert.team.Delegates;
import dev.fieldcert.team.Reviewers;
import dev.fieldcert.team.WaitingReviews;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the delegate, or else the admins, to review an assignment if the reviewer has left or has not reviewed it for
 * five working days.
 */
@Component
public class ReviewReminders {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewReminders.class);

    private final WaitingReviews waiting;
    private final Reviewers reviewers;
    private final Delegates delegates;
    private final AskAnotherReviewer askAnotherReviewer;
    private final ManagerProfiles profiles;
    private final OutboxRelay delivery;

    ReviewReminders(
            WaitingReviews waiting,
            Reviewers reviewers,
            Delegates delegates,
            AskAnotherReviewer askAnotherReviewer,
            ManagerProfiles profiles,
            OutboxRelay delivery) {
        this.waiting = waiting;
        this.reviewers = reviewers;
        this.delegates = delegates;
        this.askAnotherReviewer = askAnotherReviewer;
        this.profiles = profiles;
        this.delivery = delivery;
    }

    /** Safe to call at any time on any number of instances: each version of a submission is escalated once. */
    public void remind(Instant now) {
        for (String manager : waiting.reviewers(now)) {
            profiles.look(manager);
            delegates.of(manager).ifPresent(profiles::look);
        }
        for (WaitingReviews.Overdue overdue : waiting.overdue(now)) {
            try {
                askAnother(overdue);
            } catch (RuntimeException | Error failure) {
                LOG.error(
                        "Nobody else asked to review learner={}", overdue.work().learner(), failure);
            }
        }
    }

    private void askAnother(WaitingReviews.Overdue overdue) {
        Optional<String> instead = reviewers.insteadFor(overdue.work());
        var asked = askAnotherReviewer.ask(overdue.work(), instead.orElse(null), overdue.why());
        if (asked.result()) {
            LOG.info(
                    "Another reviewer asked learner={} reviewer={} why={}",
                    overdue.work().learner(),
                    instead.orElse("admins"),
                    overdue.why());
        }
        delivery.deliver(asked);
    }
}
