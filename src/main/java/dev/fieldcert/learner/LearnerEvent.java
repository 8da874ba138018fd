package dev.fieldcert.learner;

import dev.fieldcert.stored.StoredEnum;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something that happened; events are only ever added. Stored with the learner until it is copied to its own
 * collection under a deterministic id, so that repeating the copy after a crash is harmless.
 */
public sealed interface LearnerEvent {

    /** The id of its document. */
    String id();

    /** Whom it happened to. */
    String learner();

    Instant at();

    /**
     * An answer, as marked.
     *
     * @param id the learner, the attempt and the question's place in it, from 0, joined by colons
     * @param version of the program that asked
     * @param askedAt when the question could be seen first; null for answers of before 2026-12
     * @param uncounted true until the item statistics have it, then null; whoever changes a stored answer sets it again
     */
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
            Instant at,
            Instant askedAt,
            Boolean uncounted)
            implements LearnerEvent {

        /** @param item of the attempt at this place, answered */
        public static AnswerGiven of(String learner, Attempt attempt, int index, Attempt.Item item) {
            return new AnswerGiven(
                    learner + ":" + attempt.id() + ":" + index,
                    learner,
                    attempt.course(),
                    item.objective(),
                    item.question(),
                    attempt.version(),
                    attempt.kind(),
                    item.answer(),
                    item.score(),
                    item.confidence(),
                    item.answeredAt(),
                    index == 0
                            ? attempt.startedAt()
                            : attempt.items().get(index - 1).answeredAt(),
                    true);
        }

        /** As it counts by another key. */
        public AnswerGiven scored(double score) {
            return new AnswerGiven(
                    id,
                    learner,
                    course,
                    objective,
                    question,
                    version,
                    kind,
                    answer,
                    score,
                    confidence,
                    at,
                    askedAt,
                    true);
        }

        public AnswerGiven {
            answer = answer == null ? List.of() : List.copyOf(answer);
        }

        /** The same answer of somebody of whom only this token is known, without their words. */
        public AnswerGiven by(String token, List<String> answer) {
            return new AnswerGiven(
                    id.replace(learner, token),
                    token,
                    course,
                    objective,
                    question,
                    version,
                    kind,
                    answer,
                    score,
                    confidence,
                    at,
                    askedAt,
                    uncounted);
        }

        /** The attempt it belongs to. */
        public String attempt() {
            return id.substring(id.indexOf(':') + 1, id.lastIndexOf(':'));
        }

        /** Its place in the attempt, from 0. */
        public int index() {
            return Integer.parseInt(id.substring(id.lastIndexOf(':') + 1));
        }
    }

    /**
     * What a learner said about a question they answered.
     *
     * @param id that of the answer, and what was said about it
     * @param version of the program it was asked in
     * @param words the sentence they added; empty for none
     * @param answer what they had typed; null where nothing is typed
     */
    @Document("item_reports")
    @TypeAlias("item-report")
    record ItemReported(
            String id,
            String learner,
            String course,
            String objective,
            String question,
            String version,
            Kind kind,
            String words,
            String answer,
            Instant at)
            implements LearnerEvent {

        public enum Kind implements StoredEnum {
            WRONG("wrong"),
            UNCLEAR("unclear"),
            OUTDATED("outdated"),
            OTHER("other"),
            /** Of a typed answer that was refused. */
            ANSWER_WAS_RIGHT("answer-was-right");

            private final String code;

            Kind(String code) {
                this.code = code;
            }

            @Override
            public String code() {
                return code;
            }
        }
    }

    /**
     * What a decision about a question did to one learner's results, or what undoing it did.
     *
     * @param id the decision's and the learner's
     * @param raised answers that count for more now
     * @param lowered answers that count for less now
     * @param changes of objectives in checks and test-outs
     * @param returned attempts that do not count any more, because they would have gone on
     * @param earned award that it brought; null for none
     * @param questioned award that stands on a result which is another now; null for none
     */
    @Document("regrades")
    @TypeAlias("regraded")
    record Regraded(
            String id,
            String learner,
            String decision,
            String course,
            String question,
            int raised,
            int lowered,
            List<Change> changes,
            List<String> returned,
            String earned,
            String questioned,
            boolean undone,
            Instant at)
            implements LearnerEvent {

        /**
         * @param before whether the attempt showed the objective
         * @param after whether it does now
         * @param shown whether the objective counts as shown since
         */
        public record Change(String attempt, String objective, boolean before, boolean after, boolean shown) {}

        public Regraded {
            changes = changes == null ? List.of() : List.copyOf(changes);
            returned = returned == null ? List.of() : List.copyOf(returned);
        }

        /** With what the same decision changed later, when more of their answers had come to light. */
        public Regraded and(Regraded more) {
            return new Regraded(
                    id,
                    learner,
                    decision,
                    course,
                    question,
                    raised + more.raised,
                    lowered + more.lowered,
                    Stream.concat(changes.stream(), more.changes.stream()).toList(),
                    Stream.concat(returned.stream(), more.returned.stream()).toList(),
                    earned == null ? more.earned : earned,
                    questioned == null ? more.questioned : questioned,
                    undone,
                    more.at);
        }

        /** Whether it did more than tell them. */
        public boolean changesAnything() {
            return raised + lowered > 0 || !changes.isEmpty() || !returned.isEmpty();
        }
    }

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
    record ObjectiveShown(String objective, boolean testedOut, boolean excused, int right, int asked, Boolean keptUp) {}

    /** Feedback. */
    @Document("feedback")
    @TypeAlias("feedback-given")
    record FeedbackGiven(String id, String learner, String text, Instant at) implements LearnerEvent {}

    /** A change made by somebody else. */
    @Document("audit")
    @TypeAlias("audit")
    record Audited(String id, String learner, String by, AuditedAction what, String why, Instant at)
            implements LearnerEvent {}

    /**
     * A submitted version of an assignment.
     *
     * @param version of the program that contains its rubric
     * @param number of the version of this learner's work, from 1
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
     * A review; its id is the submission's.
     *
     * @param marks points by criterion
     * @param comments by criterion
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
     * A submission was escalated to another reviewer; its id is the submission's.
     *
     * @param from the reviewer who did not respond; null for none
     * @param to the new reviewer; null for the admins
     */
    @Document("escalations")
    @TypeAlias("escalation")
    record Escalated(String id, String learner, String from, String to, Why why, Instant at) implements LearnerEvent {

        public enum Why implements StoredEnum {
            /** No response for five working days. */
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

    /**
     * What is told to other systems and stands nowhere else as an event.
     *
     * @param subject what {@link What} says
     * @param detail what {@link What} says; null for none
     * @param by who did it; the learner themself, or somebody else
     * @param version of the program at that moment; null where none matters
     */
    @Document("milestones")
    @TypeAlias("milestone")
    record Milestone(
            String id, String learner, What what, String subject, String detail, String by, String version, Instant at)
            implements LearnerEvent {

        public enum What implements StoredEnum {
            /** subject: the path or course */
            ENROLLED("enrolled"),
            /** subject: the course; detail: the objective whose lesson and practice are done */
            LESSON_DONE("lesson-done"),
            /** subject: the award; detail: the badge's name */
            BADGE_REVOKED("badge-revoked");

            private final String code;

            What(String code) {
                this.code = code;
            }

            @Override
            public String code() {
                return code;
            }
        }

        public static Milestone of(
                What what, String learner, String subject, String detail, String by, String version, Instant at) {
            String id = String.join(
                    ":",
                    learner,
                    what.code(),
                    subject,
                    detail == null ? "" : detail,
                    String.valueOf(at.toEpochMilli()));
            return new Milestone(id, learner, what, subject, detail, by, version, at);
        }
    }
}
