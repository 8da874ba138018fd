package dev.fieldcert.learner.assessment;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.ReviewItem;
import dev.fieldcert.learner.StoredResult;
import dev.fieldcert.learner.certification.EarnBadges;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/** Begins a run of questions: practice after a lesson, a review, the course's check, or testing out. */
@Service
public class StartAttempt {

    private static final int REVIEW_LENGTH = 5;

    private final LearnerRepository learners;
    private final Programs programs;
    private final EarnBadges earnBadges;
    private final Clock clock;
    private final LongSupplier seeds;

    StartAttempt(
            LearnerRepository learners, Programs programs, EarnBadges earnBadges, Clock clock, LongSupplier seeds) {
        this.learners = learners;
        this.programs = programs;
        this.earnBadges = earnBadges;
        this.clock = clock;
        this.seeds = seeds;
    }

    public sealed interface Outcome {

        /** @param attempt id of the new attempt */
        @Document
        @TypeAlias("result:attempt-started")
        record Started(String attempt) implements Outcome, StoredResult {}

        /** Another run of this course has to be finished first. */
        record AlreadyRunning(Attempt attempt) implements Outcome {}

        record NotThere() implements Outcome {}

        /** The lessons have to be done first; {@code first} is the first open objective. */
        record NotThrough(Objective first) implements Outcome {}

        record CoolingDown(Instant opensAt) implements Outcome {}

        record NoAttemptsLeft() implements Outcome {}

        /** There is nothing to start: the check is passed, or the objective is done. */
        record AlreadyDone() implements Outcome {}
    }

    /** Starts practice of one objective from its lesson's message, which then loses its button. */
    public LearnerRepository.Changed<Outcome> practice(
            String learnerId, String courseId, String objectiveId, int card, Notification.MessageRef lesson) {
        return start(learnerId, courseId, (learner, progress, course) -> {
            Optional<Objective> objective = course.objective(objectiveId);
            if (objective.isEmpty()) {
                return new Outcome.NotThere();
            }
            if (lesson != null) {
                learner.enqueue(new Notification.CardDone(courseId, objectiveId, card, lesson), clock.instant());
            }
            progress.openCard(objectiveId, card);
            long seed = seeds.getAsLong();
            ItemSampler draw = new ItemSampler(seed, progress.lastShown());
            List<Attempt.Item> items =
                    draw.from(objective.get(), objective.get().practiceToDraw(), course.practiceQuestions());
            return begin(learner, progress, Attempt.Kind.PRACTICE, objectiveId, items);
        });
    }

    /** Starts a review of the missed questions that are due, confident misses first. */
    public LearnerRepository.Changed<Outcome> review(String learnerId, String courseId) {
        return start(learnerId, courseId, (learner, progress, course) -> {
            Instant now = clock.instant();
            ItemSampler draw = new ItemSampler(seeds.getAsLong(), progress.lastShown());
            List<Attempt.Item> items = progress.reviewItems(course).stream()
                    .filter(reviewItem -> !reviewItem.due().isAfter(now))
                    .sorted(Comparator.comparing((ReviewItem reviewItem) -> !reviewItem.confident())
                            .thenComparing(ReviewItem::due))
                    .limit(REVIEW_LENGTH)
                    .map(draw::again)
                    .toList();
            return items.isEmpty()
                    ? new Outcome.AlreadyDone()
                    : begin(learner, progress, Attempt.Kind.REVIEW, null, items);
        });
    }

    /** Starts the course's check, on the objectives that have not been shown yet. */
    public LearnerRepository.Changed<Outcome> check(String learnerId, String courseId) {
        return start(learnerId, courseId, (learner, progress, course) -> {
            Instant now = clock.instant();
            if (progress.checkPassedAt().isPresent()) {
                return new Outcome.AlreadyDone();
            }
            if (!progress.isThrough(course)) {
                return new Outcome.NotThrough(firstOpen(progress, course));
            }
            if (progress.toShow(course).isEmpty()) {
                // The only open objectives have been removed from the program.
                progress.passCheck(course, programs.current().version(), now);
                earnBadges.settle(learner, progress, course, Learner::enqueue, now);
                return new Outcome.AlreadyDone();
            }
            if (progress.attemptsLeft(course) == 0) {
                return new Outcome.NoAttemptsLeft();
            }
            Optional<Instant> opensAt = progress.checkOpensAt().filter(opens -> opens.isAfter(now));
            if (opensAt.isPresent()) {
                return new Outcome.CoolingDown(opensAt.get());
            }
            return begin(
                    learner,
                    progress,
                    Attempt.Kind.CHECK,
                    null,
                    certifying(learner, progress, progress.toShow(course)));
        });
    }

    /** @param objectiveId the objective to test out of; null for every objective of the course that is not done yet */
    public LearnerRepository.Changed<Outcome> testOut(String learnerId, String courseId, String objectiveId) {
        return start(learnerId, courseId, (learner, progress, course) -> {
            List<Objective> open = course.objectives().stream()
                    .filter(objective -> objectiveId == null || objective.id().equals(objectiveId))
                    .filter(objective ->
                            !progress.objective(objective.id()).state().isThrough())
                    .toList();
            if (progress.checkPassedAt().isPresent() || open.isEmpty()) {
                return new Outcome.AlreadyDone();
            }
            if (open.stream().anyMatch(objective -> progress.testOutsLeft(course, objective) == 0)) {
                return new Outcome.NoAttemptsLeft();
            }
            progress.spendTestOut(open);
            return begin(learner, progress, Attempt.Kind.TEST_OUT, objectiveId, certifying(learner, progress, open));
        });
    }

    /** Returns the first round: one question for each objective. */
    private List<Attempt.Item> certifying(Learner learner, CourseProgress progress, List<Objective> objectives) {
        return new ItemSampler(seeds.getAsLong(), learner.seen(progress)).round(objectives, List.of());
    }

    private static Objective firstOpen(CourseProgress progress, Course course) {
        return course.objectives().stream()
                .filter(objective -> !progress.objective(objective.id()).state().isThrough())
                .findFirst()
                .orElseThrow();
    }

    private interface Start {
        Outcome start(Learner learner, CourseProgress progress, Course course);
    }

    private LearnerRepository.Changed<Outcome> start(String learnerId, String courseId, Start start) {
        return learners.once(learnerId, Outcome.class, learner -> {
            Optional<Course> course = programs.current().course(courseId);
            Optional<CourseProgress> progress = learner.course(courseId);
            if (course.isEmpty() || course.get().coming() || progress.isEmpty()) {
                return new Outcome.NotThere();
            }
            Optional<Attempt> running = progress.get().attempt();
            if (running.isPresent()) {
                return new Outcome.AlreadyRunning(running.get());
            }
            return start.start(learner, progress.get(), course.get());
        });
    }

    private Outcome begin(
            Learner learner, CourseProgress progress, Attempt.Kind kind, String objectiveId, List<Attempt.Item> items) {
        Instant now = clock.instant();
        Program program = programs.current();
        String id = learner.nextAttemptId(seeds.getAsLong());
        Attempt attempt = new Attempt(
                id,
                kind,
                progress.course(),
                objectiveId,
                program.version(),
                now,
                items,
                kind == Attempt.Kind.CHECK ? progress.keptUp() : List.of());
        progress.begin(attempt, now);
        learner.acted(now);
        learner.enqueue(new Notification.Asked(progress.course(), attempt.id(), 0, null), now);
        return new Outcome.Started(attempt.id());
    }
}
