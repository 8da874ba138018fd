package dev.fieldcert.learner.assessment;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.MasteryRule;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.GradingResult;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.Scenario;
import dev.fieldcert.curriculum.question.Written;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.Confidence;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.StoredResult;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/**
 * Grades an answer, then moves on to the next question or to the end of the run. Where the learner sees the grade
 * right away, the next question waits until the learner asks for it.
 */
@Service
public class AnswerQuestion {

    private static final int EXTRA_PRACTICE = 2;

    private final LearnerRepository learners;
    private final Programs programs;
    private final FinishAttempt finishAttempt;
    private final Clock clock;
    private final LongSupplier seeds;

    AnswerQuestion(
            LearnerRepository learners,
            Programs programs,
            FinishAttempt finishAttempt,
            Clock clock,
            LongSupplier seeds) {
        this.learners = learners;
        this.programs = programs;
        this.finishAttempt = finishAttempt;
        this.clock = clock;
        this.seeds = seeds;
    }

    public sealed interface Outcome {

        /** The answer came too late: the question has been answered already, or the run has ended. */
        record Stale() implements Outcome {}

        /** The answer cannot be graded as it is; {@code problem} says why. Nothing changed. */
        record Unclear(String problem) implements Outcome {}

        /**
         * The answer is not complete yet: a scenario continues with its next scene, and a written answer with the
         * comparison.
         */
        @Document
        @TypeAlias("result:walked-on")
        record WalksOn() implements Outcome, StoredResult {}

        @Document
        @TypeAlias("result:answered")
        record Answered() implements Outcome, StoredResult {}

        /** The question is no longer in any version of the program. */
        record Gone() implements Outcome {}
    }

    /**
     * @param known the learner as just read; this call modifies it
     * @param attemptId the run the learner was looking at
     * @param index the question they were looking at
     * @param confidence null if the learner was not asked
     * @param place the message that contains the question; the graded question replaces it
     * @throws IllegalArgumentException if none of our screens can have produced the answer; nothing changes
     */
    public LearnerRepository.Changed<Outcome> answer(
            Learner known,
            String attemptId,
            int index,
            Answer answer,
            Confidence confidence,
            Notification.MessageRef place) {
        return learners.once(
                known, Outcome.class, learner -> grade(learner, attemptId, index, answer, confidence, place));
    }

    private Outcome grade(
            Learner learner,
            String attemptId,
            int index,
            Answer answer,
            Confidence confidence,
            Notification.MessageRef place) {
        Optional<Attempt> running = learner.attempt(attemptId);
        if (running.isEmpty() || running.get().position() != index) {
            return new Outcome.Stale();
        }
        Attempt attempt = running.get();
        Attempt.Item item = attempt.items().get(index);
        Optional<Program> program = programs.version(attempt.version());
        Optional<Question> asked = program.flatMap(known -> known.question(attempt.course(), item.question()));
        if (asked.isEmpty()) {
            return new Outcome.Gone();
        }
        Question question = asked.get();
        // A scenario is answered in several clicks; the confidence sent with an earlier click remains valid.
        Confidence sure = confidence == null ? item.confidence() : confidence;
        if (question instanceof Scenario scenario && answer instanceof Answer.Walked walked) {
            if (!isNextStep(item, attempt, walked)) {
                return new Outcome.Stale();
            }
            if (!scenario.isComplete(walked)) {
                return walkOn(learner, attempt, index, walked, sure, place);
            }
        }
        if (question instanceof Written written && answer instanceof Answer.Written draft) {
            Optional<String> notYet = written.problemWith(draft);
            return notYet.isPresent()
                    ? new Outcome.Unclear(notYet.get())
                    : walkOn(learner, attempt, index, draft, sure, place);
        }
        Optional<String> problem = question.problemWith(answer, item.seed());
        if (problem.isPresent()) {
            return new Outcome.Unclear(problem.get());
        }
        Instant now = clock.instant();
        CourseProgress progress = learner.course(attempt.course()).orElseThrow();
        learner.acted(now);
        GradingResult grading = question.grade(answer, item.seed());
        Attempt.Item answered = item.answered(answer, grading.score(), sure, now);
        progress.answer(index, answered, grading.isRight(), now);
        learner.record(LearnerEvent.AnswerGiven.of(learner.id(), attempt, index, answered));
        Course course = program.get().course(attempt.course()).orElseThrow();
        int of = attempt.atMost(course);
        Attempt goesOn = goOn(learner, progress, course);
        learner.enqueue(
                new Notification.Graded(
                        attempt.course(),
                        attempt.id(),
                        attempt.kind(),
                        attempt.version(),
                        answered,
                        index + 1,
                        of,
                        goesOn.items().size() - attempt.items().size(),
                        place),
                now);
        if (goesOn.isOver()) {
            finishAttempt.finish(learner, progress, course);
            return new Outcome.Answered();
        }
        if (!progress.readsGrading()) {
            learner.enqueue(new Notification.Asked(attempt.course(), attempt.id(), index + 1, null), now);
        }
        return new Outcome.Answered();
    }

    /**
     * Whether the answer is one choice longer than the stored one. In practice, it may also be shorter by any number
     * of choices.
     */
    private static boolean isNextStep(Attempt.Item item, Attempt attempt, Answer.Walked walked) {
        List<String> soFar =
                item.given().map(given -> ((Answer.Walked) given).choices()).orElse(List.of());
        List<String> wanted = walked.choices();
        boolean forward = wanted.size() == soFar.size() + 1
                && wanted.subList(0, soFar.size()).equals(soFar);
        boolean back = attempt.kind().marksAtOnce()
                && wanted.size() < soFar.size()
                && soFar.subList(0, wanted.size()).equals(wanted);
        return forward || back;
    }

    private Outcome walkOn(
            Learner learner,
            Attempt attempt,
            int index,
            Answer walked,
            Confidence sure,
            Notification.MessageRef place) {
        Instant now = clock.instant();
        CourseProgress progress = learner.course(attempt.course()).orElseThrow();
        progress.walk(index, walked, sure, now);
        learner.acted(now);
        learner.enqueue(new Notification.Asked(attempt.course(), attempt.id(), index, place), now);
        return new Outcome.WalksOn();
    }

    /** Adds the questions that the answers call for, and returns the run. */
    private Attempt goOn(Learner learner, CourseProgress progress, Course course) {
        Attempt attempt = progress.attempt().orElseThrow();
        if (!attempt.isOver()) {
            return attempt;
        }
        return attempt.kind().marksAtOnce() ? practiceMisses(progress, course) : nextRound(learner, progress, course);
    }

    /** Adds another question for each objective that is still undecided. */
    private Attempt nextRound(Learner learner, CourseProgress progress, Course course) {
        Attempt attempt = progress.attempt().orElseThrow();
        List<Objective> open = attempt.objectives(course).stream()
                .filter(objective -> attempt.verdict(course, objective) == MasteryRule.Verdict.OPEN)
                .toList();
        ItemSampler sampler = new ItemSampler(seeds.getAsLong(), learner.seen(progress));
        progress.extend(sampler.round(open, attempt.items()));
        return progress.attempt().orElseThrow();
    }

    /**
     * Adds another question on the same objective for a miss in practice, as long as the pool has fresh ones.
     *
     * @return the attempt, with the added questions
     */
    private Attempt practiceMisses(CourseProgress progress, Course course) {
        Attempt attempt = progress.attempt().orElseThrow();
        if (attempt.kind() != Attempt.Kind.PRACTICE
                || attempt.objective() == null
                || attempt.items().size() > course.practiceQuestions()) {
            return attempt;
        }
        int misses =
                (int) attempt.items().stream().filter(item -> !item.isRight()).count();
        Objective objective = course.objective(attempt.objective()).orElseThrow();
        List<Question> fresh = objective.practiceToDraw().stream()
                .filter(question -> attempt.items().stream()
                        .noneMatch(item -> item.question().equals(question.id())))
                .toList();
        ItemSampler sampler = new ItemSampler(seeds.getAsLong(), progress.lastShown());
        progress.extend(sampler.from(objective, fresh, Math.min(misses, EXTRA_PRACTICE)));
        return progress.attempt().orElseThrow();
    }
}
