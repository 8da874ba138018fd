package dev.fieldcert.learner.item;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.Rekeyed;
import dev.fieldcert.curriculum.question.ShortAnswer;
import dev.fieldcert.curriculum.question.Wording;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.ItemDecision;
import dev.fieldcert.learner.LearnerEvent.ItemReported;
import dev.fieldcert.learner.record.AuditTrail;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Decides about a question. A decision is first proposed, so that a dry run can show what it would change; then it is
 * made, and it can be undone. It applies to the program as soon as it is made; {@link SettleDecision} applies it to
 * everybody's results.
 */
@Service
public class DecideItem {

    public static final int LONGEST_REASON = 500;

    /** The audit log stores entries that are not about a person under this id. */
    private static final String PROGRAM = "program";

    private final ItemDecisions decisions;
    private final ItemReports reports;
    private final Programs programs;
    private final AuditTrail audit;
    private final Clock clock;

    DecideItem(ItemDecisions decisions, ItemReports reports, Programs programs, AuditTrail audit, Clock clock) {
        this.decisions = decisions;
        this.reports = reports;
        this.programs = programs;
        this.audit = audit;
        this.clock = clock;
    }

    public sealed interface Outcome {

        /** The decision is stored as a proposal. Nothing has changed yet. */
        record Proposed(ItemDecision decision) implements Outcome {}

        record NoSuchQuestion() implements Outcome {}

        record NoReason() implements Outcome {}

        record ReasonTooLong(int length) implements Outcome {}

        /** The answer key of this kind of question can be changed only in the file. */
        record OnlyInTheFile() implements Outcome {}

        /** The key does not fit the question, or the text cannot be an answer to it. */
        record NoKey() implements Outcome {}

        /** The question already is as the decision would make it. */
        record Already() implements Outcome {}

        /**
         * Too few questions would be left to draw.
         *
         * @param left how many would be left
         * @param needed how many are required
         */
        record TooFewLeft(int left, int needed) implements Outcome {}

        /** People cannot decide about their own answers. */
        record OwnClaim() implements Outcome {}
    }

    /** A question with the course and the objective it belongs to. */
    public record Found(Course course, Objective objective, Question question) {}

    /** Finds a question in the current program, with the decisions about it applied. */
    public Optional<Found> find(String course, String question) {
        return found(programs.current(), course, question);
    }

    private static Optional<Found> found(Program program, String courseId, String question) {
        return program.course(courseId).stream()
                .flatMap(course -> course.objectives().stream()
                        .flatMap(objective -> Stream.concat(
                                        objective.practice().stream(), objective.checkPool().stream())
                                .filter(each -> each.id().equals(question))
                                .map(each -> new Found(course, objective, each))))
                .findFirst();
    }

    /** @param key the new key or the variant; null if there is none */
    public Outcome propose(
            String course, String question, ItemDecision.Kind kind, Answer key, String by, String reason) {
        String version = programs.current().version();
        Optional<Found> now = find(course, question);
        Optional<Question> filed = programs.filed(version).flatMap(program -> program.question(course, question));
        if (now.isEmpty() || filed.isEmpty()) {
            return new Outcome.NoSuchQuestion();
        }
        if (reason.isBlank()) {
            return new Outcome.NoReason();
        }
        if (reason.strip().length() > LONGEST_REASON) {
            return new Outcome.ReasonTooLong(reason.strip().length());
        }
        Optional<Outcome> refused = refused(now.get(), kind, key, by);
        if (refused.isPresent()) {
            return refused.get();
        }
        ItemDecision decision = new ItemDecision(
                UUID.randomUUID().toString(),
                course,
                now.get().objective().id(),
                question,
                version,
                kind == ItemDecision.Kind.VARIANT ? Wording.asked(filed.get()) : Wording.of(filed.get()),
                kind,
                kind.regrades() ? key.stored() : List.of(),
                reason.strip(),
                by,
                clock.instant(),
                null,
                null,
                null,
                null,
                null);
        decisions.propose(decision);
        return new Outcome.Proposed(decision);
    }

    private Optional<Outcome> refused(Found now, ItemDecision.Kind kind, Answer key, String by) {
        return switch (kind) {
            case KEEP -> Optional.empty();
            case QUARANTINE -> cannotGo(now);
            case KEY, VARIANT -> cannotBe(now, kind, key, by);
        };
    }

    /** Refuses to withdraw a question if too few would be left for a check or for practice. */
    private static Optional<Outcome> cannotGo(Found now) {
        Objective objective = now.objective();
        String id = now.question().id();
        if (objective.withdrawn().contains(id)) {
            return Optional.of(new Outcome.Already());
        }
        boolean checks = objective.checkPool().contains(now.question());
        int left = (checks ? objective.checkToDraw() : objective.practiceToDraw()).size() - 1;
        int needed = checks ? now.course().rule(objective).longest() : 1;
        return left < needed ? Optional.of(new Outcome.TooFewLeft(left, needed)) : Optional.empty();
    }

    private Optional<Outcome> cannotBe(Found now, ItemDecision.Kind kind, Answer key, String by) {
        Question question = now.question();
        boolean typed = question instanceof ShortAnswer;
        if (!Rekeyed.isPossible(question) || typed != (kind == ItemDecision.Kind.VARIANT)) {
            return Optional.of(new Outcome.OnlyInTheFile());
        }
        Optional<Question> other = key == null ? Optional.empty() : Rekeyed.of(question, key, question.explanation());
        if (other.isEmpty()) {
            return Optional.of(new Outcome.NoKey());
        }
        boolean same = typed
                ? question.grade(key, 0).isRight()
                : Wording.of(other.get()).equals(Wording.of(question));
        if (same) {
            return Optional.of(new Outcome.Already());
        }
        boolean own = reports.about(now.course().id(), question.id()).stream()
                .anyMatch(report -> report.kind() == ItemReported.Kind.ANSWER_WAS_RIGHT
                        && report.learner().equals(by));
        return own ? Optional.of(new Outcome.OwnClaim()) : Optional.empty();
    }

    /** @return empty if it was made before, or if the proposal is no longer stored */
    public Optional<ItemDecision> make(String id) {
        Instant now = clock.instant();
        Optional<ItemDecision> made = decisions.make(id, now);
        made.ifPresent(decision -> audit.note(
                PROGRAM,
                decision.by(),
                AuditedAction.of(AuditedAction.Code.ITEM_DECIDED, decision.course() + "/" + decision.question())
                        .detailed(decision.kind().code()),
                decision.reason()));
        return made;
    }

    /** @return empty if there is nothing to undo, or if the reason is missing or too long */
    public Optional<ItemDecision> undo(String id, String by, String reason) {
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            return Optional.empty();
        }
        Optional<ItemDecision> undone = decisions.undo(id, by, reason.strip(), clock.instant());
        undone.ifPresent(decision -> audit.note(
                PROGRAM,
                by,
                AuditedAction.of(AuditedAction.Code.ITEM_DECISION_UNDONE, decision.course() + "/" + decision.question())
                        .detailed(decision.kind().code()),
                reason.strip()));
        return undone;
    }
}
