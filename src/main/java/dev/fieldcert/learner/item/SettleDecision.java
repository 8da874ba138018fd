package dev.fieldcert.learner.item;

import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.ItemDecision;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent.ItemReported;
import dev.fieldcert.learner.LearnerEvent.Regraded;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.certification.EarnBadges;
import dev.fieldcert.learner.record.Records;
import dev.fieldcert.outbox.OutboxRelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Applies a decision about a question to the results of everybody who answered it. Notifies the people whose
 * results changed, and those who reported it. {@link #catchUp} completes what was interrupted, and covers answers that
 * were given at the same time.
 */
@Service
public class SettleDecision {

    private static final Logger LOG = LoggerFactory.getLogger(SettleDecision.class);

    /** The time after a decision during which another instance may still grade answers without it. */
    private static final Duration EVERYWHERE = Duration.ofMinutes(2);

    private static final Duration PROPOSALS_ARE_KEPT = Duration.ofDays(7);

    private final LearnerRepository learners;
    private final ItemDecisions decisions;
    private final ItemReports reports;
    private final Records records;
    private final Programs programs;
    private final EarnBadges earnBadges;
    private final OutboxRelay delivery;
    private final Clock clock;

    SettleDecision(
            LearnerRepository learners,
            ItemDecisions decisions,
            ItemReports reports,
            Records records,
            Programs programs,
            EarnBadges earnBadges,
            OutboxRelay delivery,
            Clock clock) {
        this.learners = learners;
        this.decisions = decisions;
        this.reports = reports;
        this.records = records;
        this.programs = programs;
        this.earnBadges = earnBadges;
        this.delivery = delivery;
        this.clock = clock;
    }

    /**
     * @param answered number of people who answered the question
     * @param changed the people's changes, or in a dry run, what would change
     * @param failed number of people to whom the decision could not be applied yet; {@link #catchUp} tries again
     */
    public record Result(int answered, List<Regraded> changed, int failed) {}

    /** Returns what the decision would change. Changes nothing. */
    public Result dryRun(ItemDecision decision, Runnable step) {
        RegradeLearner regrade = regrade(decision);
        List<String> answered = records.whoAnswered(decision.course(), decision.question());
        List<Regraded> changed = new ArrayList<>();
        for (String person : answered) {
            learners.find(person)
                    .flatMap(learner -> regrade.regrade(learner, false))
                    .filter(Regraded::changesAnything)
                    .ifPresent(changed::add);
            step.run();
        }
        return new Result(answered.size(), changed, 0);
    }

    /**
     * Applies a decision that was made or undone. Calling it again changes nothing more. A person to whom it cannot be
     * applied does not stop the others.
     */
    public Result settle(ItemDecision decision, Runnable step) {
        RegradeLearner regrade = regrade(decision);
        List<String> answered = records.whoAnswered(decision.course(), decision.question());
        Set<String> reporters =
                reports.answeredBy(decision).stream().map(ItemReported::learner).collect(Collectors.toSet());
        Set<String> concerned = new TreeSet<>(reporters);
        concerned.addAll(answered);
        List<Regraded> changed = new ArrayList<>();
        int failed = 0;
        for (String person : concerned) {
            try {
                apply(regrade, person, reporters.contains(person)).ifPresent(changed::add);
            } catch (RuntimeException | Error failure) {
                failed++;
                LOG.error(
                        "Decision not applied person={} question={}/{}",
                        person,
                        decision.course(),
                        decision.question(),
                        failure);
            }
            step.run();
        }
        LOG.info(
                "Decision settled kind={} question={}/{} undone={} answered={} changed={} failed={}",
                decision.kind().code(),
                decision.course(),
                decision.question(),
                decision.isUndone(),
                answered.size(),
                changed.size(),
                failed);
        return new Result(answered.size(), changed, failed);
    }

    private Optional<Regraded> apply(RegradeLearner regrade, String person, boolean reported) {
        Optional<Learner> known = learners.find(person);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        var regraded = learners.change(known.get(), learner -> regrade.regrade(learner, reported));
        delivery.deliver(regraded);
        return regraded.result().filter(Regraded::changesAnything);
    }

    private RegradeLearner regrade(ItemDecision decision) {
        return new RegradeLearner(learners, programs, earnBadges, decision, decisions.standing(), clock.instant());
    }

    /**
     * Settles again the decisions that may not have been applied to every answer, and deletes old proposals. Runs every
     * few minutes.
     */
    public void catchUp() {
        Instant now = clock.instant();
        for (ItemDecision decision : decisions.unsettled()) {
            Result result = settle(decision, () -> {});
            Instant since = decision.isUndone() ? decision.undoneAt() : decision.at();
            if (result.failed() == 0 && since.plus(EVERYWHERE).isBefore(now)) {
                decisions.settled(decision, now);
            }
        }
        decisions.dropProposals(now.minus(PROPOSALS_ARE_KEPT));
    }
}
