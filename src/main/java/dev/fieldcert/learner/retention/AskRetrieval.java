package dev.fieldcert.learner.retention;

import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.StoredResult;
import dev.fieldcert.learner.memory.ObjectiveMemory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/**
 * Asks a retrieval question: a practice question about an objective from a course that the learner has completed.
 * Picks one that has never been asked, or else the one that was asked longest ago.
 */
@Service
public class AskRetrieval {

    private final LearnerRepository learners;
    private final Programs programs;
    private final Clock clock;
    private final LongSupplier seeds;

    public AskRetrieval(LearnerRepository learners, Programs programs, Clock clock, LongSupplier seeds) {
        this.learners = learners;
        this.programs = programs;
        this.clock = clock;
        this.seeds = seeds;
    }

    public sealed interface Outcome {

        /** @param more how many other objectives are due */
        @Document
        @TypeAlias("result:retrieval-asked")
        record Asked(int more) implements Outcome, StoredResult {}

        /** @param next the first day on which something will be due; null if nothing will be */
        record NothingDue(LocalDate next) implements Outcome {}

        /** The learner has not shown the objective, or it is no longer taught. */
        record NotThere() implements Outcome {}
    }

    /** Asks about the objective that is most due, because the learner wants a question. */
    public LearnerRepository.Changed<Outcome> due(String learnerId) {
        return learners.once(learnerId, Outcome.class, learner -> {
            Instant now = clock.instant();
            LocalDate today = learner.dayOf(now);
            List<ObjectiveMemory> due = learner.retention().due(today, learner.notRetrieved()).stream()
                    .filter(memory -> isTaught(memory.course(), memory.objective()))
                    .toList();
            learner.acted(now);
            if (due.isEmpty()) {
                return new Outcome.NothingDue(learner.retention().memories().stream()
                        .filter(memory -> !learner.notRetrieved().contains(memory.course()))
                        .flatMap(memory -> memory.due().stream())
                        .min(Comparator.naturalOrder())
                        .orElse(null));
            }
            ask(learner, due.get(0).course(), due.get(0).objective(), now);
            return new Outcome.Asked(due.size() - 1);
        });
    }

    /** Asks about the same objective again, because the learner wants another question. */
    public LearnerRepository.Changed<Outcome> again(String learnerId, String course, String objective) {
        return learners.once(learnerId, Outcome.class, learner -> {
            Instant now = clock.instant();
            if (learner.retention().of(course, objective).isEmpty() || !isTaught(course, objective)) {
                return new Outcome.NotThere();
            }
            learner.acted(now);
            ask(learner, course, objective, now);
            return new Outcome.Asked(0);
        });
    }

    private void ask(Learner learner, String course, String objective, Instant now) {
        begin(learner, course, objective)
                .ifPresent(attempt -> learner.enqueue(new Notification.Asked(course, attempt.id(), 0, null), now));
    }

    private boolean isTaught(String course, String objective) {
        return !pool(programs.current(), course, objective).isEmpty();
    }

    /**
     * Begins a retrieval attempt. Call this within the change to the learner that asks the question.
     *
     * @return empty if the objective no longer has a suitable question
     */
    public Optional<Attempt> begin(Learner learner, String course, String objective) {
        Program program = programs.current();
        ObjectiveMemory memory = learner.retention().of(course, objective).orElseThrow();
        long seed = seeds.getAsLong();
        Random random = new Random(seed);
        List<Question> pool = pool(program, course, objective);
        if (pool.isEmpty()) {
            return Optional.empty();
        }
        int start = random.nextInt(pool.size());
        Question question = IntStream.range(0, pool.size())
                .mapToObj(i -> pool.get((start + i) % pool.size()))
                .min(Comparator.comparing(each -> memory.timesAsked().getOrDefault(each.id(), 0)))
                .orElseThrow();
        Attempt attempt = new Attempt(
                learner.nextAttemptId(seed),
                Attempt.Kind.RETRIEVAL,
                course,
                objective,
                program.version(),
                clock.instant(),
                List.of(Attempt.Item.open(question.id(), objective, random.nextLong())),
                List.of());
        learner.beginRetrieval(attempt);
        return Optional.of(attempt);
    }

    /** The objective's practice questions that are answered in one step. */
    private static List<Question> pool(Program program, String course, String objective) {
        return program.course(course)
                .flatMap(known -> known.objective(objective))
                .map(Objective::retrievalToDraw)
                .orElse(List.of());
    }
}
