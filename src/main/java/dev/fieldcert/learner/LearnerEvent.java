package dev.fieldcert.learner;

import dev.fieldcert.stored.StoredEnum;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something that happened and will only ever be added to the record. Kept with the learner until it has been copied to its
 * own collection under its deterministic id, so that a crash in between writes it twice at most, harmlessly.
 */
public sealed interface LearnerEvent {

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
            implements LearnerEvent {}

    /** A finished check or test-out. */
    @Document("attempts")
    @TypeAlias("attempt")
    record AttemptTaken(String id, String learner, AttemptResult result, Instant startedAt, Instant at)
            implements LearnerEvent {}

    /**
     * A badge, the moment it was earned.
     *
     * @param course null for a path's certificate
     * @param until when it ends at the latest, because what it stands on ends; null when its definition alone says
     * @param objectives how each was shown; empty for a path's certificate, and for badges of before 2026-12
     */
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
            Instant at,
            Instant until,
            List<ObjectiveShown> objectives)
            implements LearnerEvent {

        public BadgeGiven {
            objectives = objectives == null ? List.of() : List.copyOf(objectives);
        }
    }

    /**
     * @param excused from its lesson and assignment
     * @param right answers with the full score
     * @param asked 0 when it was shown before the numbers were kept
     */
    record ObjectiveShown(String objective, boolean testedOut, boolean excused, int right, int asked) {}

    /** What somebody told us. */
    @Document("feedback")
    @TypeAlias("feedback-given")
    record FeedbackGiven(String id, String learner, String text, Instant at) implements LearnerEvent {}

    /** A change of somebody's state that somebody else caused. */
    @Document("audit")
    @TypeAlias("audit")
    record Audited(String id, String learner, String by, AuditedAction what, String why, Instant at)
            implements LearnerEvent {}

    /**
     * A version of an assignment, as handed in.
     *
     * @param version of the program whose rubric it is marked with
     * @param number which version of this learner's work it is, from 1
     * @param files Slack's file ids
     */
    @Document("submissions")
    @TypeAlias("submission")
    record Submitted(
            String id,
            String learner,
            String course,
            String objective,
            String version,
            int number,
            String text,
            String link,
            List<String> files,
            Instant at)
            implements LearnerEvent {

        public Submitted {
            files = files == null ? List.of() : List.copyOf(files);
        }
    }

    /**
     * What a person said of a hand-in; its id is the hand-in's.
     *
     * @param marks points by criterion
     * @param comments by criterion, for those that need one
     */
    @Document("reviews")
    @TypeAlias("review")
    record Reviewed(
            String id,
            String learner,
            String course,
            String objective,
            String by,
            Map<String, Integer> marks,
            Map<String, String> comments,
            boolean approved,
            Instant at)
            implements LearnerEvent {

        public Reviewed {
            marks = Map.copyOf(marks);
            comments = Map.copyOf(comments);
        }

        public int points() {
            return marks.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Somebody else was asked to review a hand-in; its id is the hand-in's.
     *
     * @param from the reviewer who did not come; null when there was none
     * @param to who was asked instead; null for the admins
     */
    @Document("escalations")
    @TypeAlias("escalation")
    record Escalated(String id, String learner, String from, String to, Why why, Instant at) implements LearnerEvent {

        public enum Why implements StoredEnum {
            /** Nothing happened for five working days. */
            NO_ANSWER("no-answer"),
            /** The reviewer's account is gone. */
            REVIEWER_LEFT("reviewer-left");

            private final String code;

            Why(String code) {
                this.code = code;
            }

            @Override
            public String code() {
                return code;
            }
        }
    }
}
