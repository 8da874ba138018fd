package dev.fieldcert.learner.item;

import dev.fieldcert.curriculum.Amendment;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.MasteryRule.Verdict;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.AttemptResult;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.Completion;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.ItemDecision;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent.AnswerGiven;
import dev.fieldcert.learner.LearnerEvent.AttemptTaken;
import dev.fieldcert.learner.LearnerEvent.Regraded;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.ObjectiveProgress;
import dev.fieldcert.learner.certification.EarnBadges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Applies a decision to one learner's results. Only answers that it grades differently change, and the results that
 * depend on them. Applying it again changes nothing. An objective that was shown stays shown, unless this decision had
 * shown it and is undone before the badge is earned. A badge is never taken back.
 */
final class RegradeLearner {

    private final LearnerRepository learners;
    private final Programs programs;
    private final EarnBadges earnBadges;
    private final ItemDecision decision;
    private final List<Amendment> without;
    private final List<Amendment> with;
    private final Instant now;

    /** @param standing the decisions in force; may include this one */
    RegradeLearner(
            LearnerRepository learners,
            Programs programs,
            EarnBadges earnBadges,
            ItemDecision decision,
            List<ItemDecision> standing,
            Instant now) {
        this.learners = learners;
        this.programs = programs;
        this.earnBadges = earnBadges;
        this.decision = decision;
        this.now = now;
        List<ItemDecision> others = standing.stream()
                .filter(each -> !each.id().equals(decision.id()))
                .toList();
        List<ItemDecision> all = new ArrayList<>(others);
        long before = others.stream()
                .filter(each -> decision.at() != null && !each.at().isAfter(decision.at()))
                .count();
        all.add(decision.at() == null ? others.size() : (int) before, decision);
        this.without = ItemDecisions.amendments(others);
        this.with = ItemDecisions.amendments(all);
    }

    /** The changes so far. */
    private static final class Tally {
        private int raised;
        private int lowered;
        private final List<Regraded.Change> changes = new ArrayList<>();
        private final List<String> returned = new ArrayList<>();
        private boolean results;
        private String earned;
        private String questioned;

        boolean isEmpty() {
            return raised + lowered == 0 && !results;
        }
    }

    /**
     * @param reported whether the learner reported the question, so that the decision is an answer to them
     * @return empty if there is nothing to change and nothing to tell the learner
     */
    Optional<Regraded> regrade(Learner learner, boolean reported) {
        String id = decision.id() + ":" + learner.id();
        Optional<Regraded> prior = learner.event(Regraded.class, id).or(() -> learners.event(Regraded.class, id));
        Tally tally = new Tally();
        if (decision.kind().regrades()) {
            answers(learner, tally);
            running(learner);
            attempts(learner, prior, tally);
            badge(learner, tally);
        }
        boolean heard = prior.isPresent() || decision.isUndone();
        if (tally.isEmpty() && (!reported || heard)) {
            return Optional.empty();
        }
        Regraded after = new Regraded(
                id,
                learner.id(),
                decision.id(),
                decision.course(),
                decision.question(),
                tally.raised,
                tally.lowered,
                tally.changes,
                tally.returned,
                tally.earned,
                tally.questioned,
                decision.isUndone(),
                now);
        Regraded whole = prior.filter(before -> before.undone() == after.undone())
                .map(before -> before.and(after))
                .orElse(after);
        learner.record(whole);
        if (tally.results || reported && !heard) {
            tell(learner, reported, after);
        }
        return Optional.of(whole);
    }

    private void tell(Learner learner, boolean reported, Regraded after) {
        if (!after.changes().isEmpty() || !after.returned().isEmpty()) {
            learner.audit(
                    decision.isUndone() ? decision.undoneBy() : decision.by(),
                    AuditedAction.of(AuditedAction.Code.RESULT_REGRADED, decision.course() + "/" + decision.question())
                            .detailed(decision.kind().code()),
                    decision.isUndone() ? decision.undoneReason() : decision.reason(),
                    now);
        }
        learner.enqueueUnsolicited(
                new Notification.ItemDecided(
                        decision.course(),
                        decision.question(),
                        decision.version(),
                        decision.kind(),
                        decision.isUndone(),
                        decision.isUndone() ? decision.undoneReason() : decision.reason(),
                        reported,
                        after.raised() > 0,
                        after.lowered() > 0,
                        after.changes().stream()
                                .filter(Regraded.Change::shown)
                                .map(Regraded.Change::objective)
                                .distinct()
                                .toList(),
                        !after.returned().isEmpty(),
                        after.earned() != null),
                now);
    }

    /** The answer's new score; empty if the decision does not affect it. */
    private OptionalDouble score(String version, List<String> answer, long seed) {
        Optional<Question> filed =
                programs.filed(version).flatMap(known -> known.question(decision.course(), decision.question()));
        if (filed.isEmpty() || answer.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            Answer given = Answer.of(answer);
            double before = Amendment.amended(filed.get(), decision.course(), without)
                    .grade(given, seed)
                    .score();
            double after = Amendment.amended(filed.get(), decision.course(), with)
                    .grade(given, seed)
                    .score();
            return before == after ? OptionalDouble.empty() : OptionalDouble.of(decision.isUndone() ? before : after);
        } catch (IllegalArgumentException notAnAnswerToThis) {
            return OptionalDouble.empty();
        }
    }

    private void answers(Learner learner, Tally tally) {
        for (AnswerGiven stored : learners.answersTo(learner.id(), decision.course(), decision.question())) {
            AnswerGiven given = learner.event(AnswerGiven.class, stored.id()).orElse(stored);
            OptionalDouble score = score(given.version(), given.answer(), 0);
            if (score.isEmpty() || score.getAsDouble() == given.score()) {
                continue;
            }
            if (score.getAsDouble() > given.score()) {
                tally.raised++;
            } else {
                tally.lowered++;
            }
            learner.record(given.scored(score.getAsDouble()));
            if (score.getAsDouble() >= 1) {
                learner.course(decision.course()).ifPresent(progress -> progress.forgive(decision.question()));
            }
        }
    }

    /** Updates the scores in a running attempt, which then continues with them. */
    private void running(Learner learner) {
        Optional<CourseProgress> progress = learner.course(decision.course());
        Optional<Attempt> attempt = progress.flatMap(CourseProgress::attempt);
        if (attempt.isEmpty()) {
            return;
        }
        for (int i = 0; i < attempt.get().items().size(); i++) {
            Attempt.Item item = attempt.get().items().get(i);
            if (item.isAnswered() && item.question().equals(decision.question())) {
                OptionalDouble score = score(attempt.get().version(), item.answer(), item.seed());
                if (score.isPresent() && score.getAsDouble() != item.score()) {
                    progress.get().regrade(i, score.getAsDouble());
                }
            }
        }
    }

    private void attempts(Learner learner, Optional<Regraded> prior, Tally tally) {
        for (AttemptTaken stored : learners.attemptsTaken(learner.id(), decision.course())) {
            AttemptTaken taken = learner.event(AttemptTaken.class, stored.id()).orElse(stored);
            AttemptResult result = taken.result();
            List<Attempt.Item> items = result.items().stream()
                    .map(item -> regraded(item, result.version()))
                    .toList();
            Optional<Course> course =
                    programs.version(result.version()).flatMap(version -> version.course(decision.course()));
            if (!items.equals(result.items()) && course.isPresent()) {
                AttemptResult after = result.regraded(items, course.get());
                learner.record(new AttemptTaken(taken.id(), taken.learner(), after, taken.startedAt(), taken.at()));
                tally.results = true;
                follow(learner, taken, after, course.get(), prior, tally);
            }
        }
    }

    private Attempt.Item regraded(Attempt.Item item, String version) {
        if (!item.question().equals(decision.question()) || !item.isAnswered()) {
            return item;
        }
        OptionalDouble score = score(version, item.answer(), item.seed());
        return score.isEmpty() ? item : item.scored(score.getAsDouble());
    }

    /** Applies the consequences of a changed result to the learner's progress. */
    private void follow(
            Learner learner,
            AttemptTaken taken,
            AttemptResult after,
            Course course,
            Optional<Regraded> prior,
            Tally tally) {
        AttemptResult before = taken.result();
        Optional<CourseProgress> underWay = learner.course(course.id())
                .filter(progress -> !taken.startedAt().isBefore(progress.enrolledAt()))
                .filter(progress -> progress.checkPassedAt().isEmpty());
        List<String> undecided = new ArrayList<>();
        for (Objective objective : course.objectives()) {
            Verdict was = before.verdict(objective, course);
            Verdict is = after.verdict(objective, course);
            if (was == is) {
                continue;
            }
            boolean shown = false;
            if (is == Verdict.SHOWN && underWay.isPresent()) {
                shown = show(underWay.get(), objective.id(), after);
            } else if (was == Verdict.SHOWN) {
                lost(learner, taken, objective.id(), underWay, prior, tally);
            } else if (is == Verdict.OPEN) {
                undecided.add(objective.id());
            }
            tally.changes.add(new Regraded.Change(
                    before.attempt(), objective.id(), was == Verdict.SHOWN, is == Verdict.SHOWN, shown));
        }
        boolean cameBack = prior.filter(
                        known -> !known.undone() && known.returned().contains(before.attempt()))
                .isPresent();
        if (underWay.isPresent() && !undecided.isEmpty() && !cameBack) {
            giveBack(underWay.get(), before.kind(), undecided);
            tally.returned.add(before.attempt());
        } else if (underWay.isPresent() && decision.isUndone() && cameBack) {
            underWay.get().countAgain(before.kind(), before.toRepeat());
        }
    }

    private static boolean show(CourseProgress progress, String objective, AttemptResult result) {
        if (progress.objective(objective).isShown()) {
            return false;
        }
        progress.show(
                objective,
                new ObjectiveProgress.Shown(
                        result.kind() == Attempt.Kind.TEST_OUT,
                        (int) result.items(objective)
                                .filter(Attempt.Item::isRight)
                                .count(),
                        (int) result.items(objective).count(),
                        result.isShownAtOnce(objective) ? true : null));
        return true;
    }

    /**
     * Handles an objective that the attempt no longer shows. If a badge is based on it, the badge is noted, so that a
     * person can decide about it.
     */
    private void lost(
            Learner learner,
            AttemptTaken taken,
            String objective,
            Optional<CourseProgress> underWay,
            Optional<Regraded> prior,
            Tally tally) {
        boolean byThis = prior.stream()
                .filter(known -> !known.undone())
                .flatMap(known -> known.changes().stream())
                .anyMatch(change -> change.shown()
                        && change.attempt().equals(taken.result().attempt())
                        && change.objective().equals(objective));
        if (decision.isUndone() && byThis) {
            underWay.ifPresent(progress -> progress.unshow(objective));
        }
        learner.completions().stream()
                .filter(done -> done.course().equals(decision.course()))
                .filter(done -> !taken.startedAt().isBefore(done.enrolledAt())
                        && !taken.at().isAfter(done.completedAt()))
                .map(Completion::award)
                .filter(award -> !learner.isRevoked(award))
                .forEach(award -> tally.questioned = award);
    }

    /** Gives the attempt back, because it would have continued with more questions. */
    private static void giveBack(CourseProgress progress, Attempt.Kind kind, List<String> undecided) {
        if (kind == Attempt.Kind.TEST_OUT) {
            progress.giveTestOutBack(undecided);
        } else {
            progress.giveCheckBack(undecided);
        }
    }

    /**
     * Passes the check if the decision has shown the last objective that was missing, and awards the badge if nothing
     * else is missing.
     */
    private void badge(Learner learner, Tally tally) {
        Optional<CourseProgress> progress = learner.course(decision.course());
        Optional<Course> course = programs.current().course(decision.course());
        boolean showsMore = tally.changes.stream().anyMatch(Regraded.Change::shown);
        if (progress.isEmpty() || course.isEmpty() || !showsMore) {
            return;
        }
        learner.lookAgain(now);
        if (progress.get().checkPassedAt().isEmpty()
                && progress.get().toShow(course.get()).isEmpty()) {
            progress.get().passCheck(course.get(), programs.current().version(), now);
            earnBadges.settle(learner, progress.get(), course.get(), Learner::enqueueUnsolicited, now);
            if (learner.course(decision.course()).isEmpty()) {
                tally.earned = learner.completion(decision.course())
                        .map(Completion::award)
                        .orElse(null);
            }
        }
    }
}
