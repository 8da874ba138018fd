package dev.fieldcert.learner.retention;

import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.GradingResult;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.Confidence;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.StoredResult;
import dev.fieldcert.learner.memory.Recall;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/** Grades the answer to a retrieval question, and updates how well the learner remembers the objective. */
@Service
public class AnswerRetrieval {

    private final LearnerRepository learners;
    private final Programs programs;
    private final Clock clock;

    AnswerRetrieval(LearnerRepository learners, Programs programs, Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.clock = clock;
    }

    public sealed interface Outcome {

        @Document
        @TypeAlias("result:recalled")
        record Answered(boolean right) implements Outcome, StoredResult {}

        /** The question is no longer open. */
        record Stale() implements Outcome {}

        /** The answer cannot be graded as it is; {@code problem} says why. Nothing changed. */
        record Unclear(String problem) implements Outcome {}

        /** The question is no longer in any version of the program. */
        record Gone() implements Outcome {}
    }

    /**
     * @param known the learner as just read; this call modifies it
     * @param attemptId id of the retrieval attempt that the learner was looking at
     * @param confidence null if the learner did not say
     * @param place the message that contains the question; the graded question replaces it. Null to send a new message
     * @throws IllegalArgumentException if none of our screens can have produced the answer; nothing changes
     */
    public LearnerRepository.Changed<Outcome> answer(
            Learner known, String attemptId, Answer answer, Confidence confidence, Notification.MessageRef place) {
        return learners.once(known, Outcome.class, learner -> grade(learner, attemptId, answer, confidence, place));
    }

    private Outcome grade(
            Learner learner, String attemptId, Answer answer, Confidence confidence, Notification.MessageRef place) {
        Optional<Attempt> open =
                learner.retrieval().filter(attempt -> attempt.id().equals(attemptId));
        if (open.isEmpty()) {
            return new Outcome.Stale();
        }
        Attempt attempt = open.get();
        Attempt.Item item = attempt.items().get(0);
        Optional<Program> program = programs.version(attempt.version());
        Optional<Question> question = program.flatMap(version -> version.question(attempt.course(), item.question()));
        if (question.isEmpty()) {
            return new Outcome.Gone();
        }
        Optional<String> problem = question.get().problemWith(answer, item.seed());
        if (problem.isPresent()) {
            return new Outcome.Unclear(problem.get());
        }
        Instant now = clock.instant();
        GradingResult grading = question.get().grade(answer, item.seed());
        Attempt.Item answered = item.answered(answer, grading.score(), confidence, now);
        learner.acted(now);
        learner.answerRetrieval(recall(grading, confidence), now);
        learner.record(LearnerEvent.AnswerGiven.of(learner.id(), attempt, 0, answered));
        learner.enqueue(
                new Notification.Recalled(attempt.course(), attempt.id(), attempt.version(), answered, place), now);
        return new Outcome.Answered(grading.isRight());
    }

    private static Recall recall(GradingResult grading, Confidence confidence) {
        if (!grading.isRight()) {
            return Recall.AGAIN;
        }
        if (confidence == null) {
            return Recall.GOOD;
        }
        return switch (confidence) {
            case GUESS -> Recall.HARD;
            case FAIRLY -> Recall.GOOD;
            case CERTAIN -> Recall.EASY;
        };
    }
}
