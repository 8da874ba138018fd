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
 * Carries a decision about a question to the results of everybody who answered it, and tells whoever reported it. What was
 * interrupted, and answers that came in just then, are made up for by {@link #catchUp}.
 */
@Service
public class SettleDecision {

    private static final Logger LOG = LoggerFactory.getLogger(SettleDecision.class);

    /** Until then another instance may mark an answer as it was before the decision. */
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
     * @param answered how many people gave an answer to it
     * @param changed whose results are others, or would be
     */
    public record Result(int answered, List<Regraded> changed) {}

    /** What it would change; nothing is. */
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
        return new Result(answered.size(), changed);
    }

    /** Made or undone: changes what it changes, once, however often it is called. */
    public Result settle(ItemDecision decision, Runnable step) {
        RegradeLearner regrade = regrade(decision);
        List<String> answered = records.whoAnswered(decision.course(), decision.question());
        Set<String> reporters =
                reports.answeredBy(decision).stream().map(ItemReported::learner).collect(Collectors.toSet());
        Set<String> concerned = new TreeSet<>(reporters);
        concerned.addAll(answered);
        List<Regraded> changed = new ArrayList<>();
        for (String person : concerned) {
            Optional<Learner> known = learners.find(person);
            if (known.isPresent()) {
                var regraded =
                        learners.change(known.get(), learner -> regrade.regrade(learner, reporters.contains(person)));
                regraded.result().filter(Regraded::changesAnything).ifPresent(changed::add);
                delivery.deliver(regraded);
            }
            step.run();
        }
        LOG.info(
                "Decision settled kind={} question={}/{} undone={} answered={} changed={}",
                decision.kind().code(),
                decision.course(),
                decision.question(),
                decision.isUndone(),
                answered.size(),
                changed.size());
        return new Result(answered.size(), changed);
    }

    private RegradeLearner regrade(ItemDecision decision) {
        return new RegradeLearner(learners, programs, earnBadges, decision, decisions.standing(), clock.instant());
    }

    /** Every few minutes: what is not settled for sure is looked through once more. */
    public void catchUp() {
        Instant now = clock.instant();
        for (ItemDecision decision : decisions.unsettled()) {
            settle(decision, () -> {});
            Instant since = decision.isUndone() ? decision.undoneAt() : decision.at();
            if (since.plus(EVERYWHERE).isBefore(now)) {
                decisions.settled(decision, now);
            }
        }
        decisions.dropProposals(now.minus(PROPOSALS_ARE_KEPT));
    }
}
