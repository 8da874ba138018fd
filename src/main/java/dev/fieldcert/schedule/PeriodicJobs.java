package dev.fieldcert.schedule;

import dev.fieldcert.badge.records.Renewals;
import dev.fieldcert.itemanalysis.readmodel.CountAnswers;
import dev.fieldcert.learner.item.SettleDecision;
import dev.fieldcert.slack.team.DigestDelivery;
import dev.fieldcert.slack.team.ReviewReminders;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Work that depends on the date and not on the second, so a few runs an hour are enough. */
@Component
public class PeriodicJobs {

    private final JobStep part;
    private final Renewals renewals;
    private final DigestDelivery digests;
    private final ReviewReminders reviews;
    private final SettleDecision decisions;
    private final CountAnswers countAnswers;
    private final Clock clock;

    PeriodicJobs(
            JobStep part,
            Renewals renewals,
            DigestDelivery digests,
            ReviewReminders reviews,
            SettleDecision decisions,
            CountAnswers countAnswers,
            Clock clock) {
        this.part = part;
        this.renewals = renewals;
        this.digests = digests;
        this.reviews = reviews;
        this.decisions = decisions;
        this.countAnswers = countAnswers;
        this.clock = clock;
    }

    public void run() {
        Instant now = clock.instant();
        part.run("renewals", renewals::offerDue);
        part.run("digests", () -> digests.enqueueDue(now));
        part.run("review reminders", () -> reviews.remind(now));
        part.run("decisions about questions", decisions::catchUp);
        part.run("item statistics", countAnswers::countNew);
    }
}
