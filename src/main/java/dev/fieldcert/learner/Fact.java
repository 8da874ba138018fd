package dev.fieldcert.learner;

import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something that happened and will only ever be added to the record. Kept with the learner until it has been copied to its
 * own collection under its deterministic id, so that a crash in between writes it twice at most, harmlessly.
 */
public sealed interface Fact {

    /** The document id it is recorded under. */
    String id();

    Instant at();

    /** An answer, as marked. */
    @Document("answers")
    @TypeAlias("answer")
    record AnswerGiven(
            String id,
            String learner,
            String course,
            String objective,
            String question,
            String version,
            Attempt.Kind kind,
            List<String> answer,
            double score,
            Confidence confidence,
            Instant at)
            implements Fact {}

    /** A finished check or test-out. */
    @Document("attempts")
    @TypeAlias("attempt")
    record AttemptTaken(String id, String learner, AttemptResult result, Instant startedAt, Instant at)
            implements Fact {}

    /** A badge, the moment it was earned. */
    @Document("badges_given")
    @TypeAlias("badge")
    record BadgeGiven(
            String id,
            String learner,
            String badge,
            String course,
            double score,
            String version,
            Instant startedAt,
            Instant at)
            implements Fact {}

    /** What somebody told us. */
    @Document("feedback")
    @TypeAlias("feedback-given")
    record FeedbackGiven(String id, String learner, String text, Instant at) implements Fact {}

    /** A change of somebody's state that somebody else caused. */
    @Document("audit")
    @TypeAlias("audit")
    record Audited(String id, String learner, String by, String what, String why, Instant at) implements Fact {}
}
