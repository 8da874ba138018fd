package dev.fieldcert.learner;

import dev.fieldcert.stored.StoredEnum;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something that happened; events are only ever added. An event is stored with the learner until it is copied to its
 * own collection under a deterministic id, so that repeating the copy after a crash does no harm.
 */
public sealed interface LearnerEvent {

    /** The id of its document. */
    String id();

    /** The id of the person it happened to. */
    String learner();

    Instant at();

    /**
     * A graded answer.
     *
     * @param id the learner's id, the attempt's id, and the question's 0-based index, joined by colons
     * @param version of the program in which it was asked
     * @param askedAt when the question could first be seen; null for answers from before 2026-12
     * @param uncounted true until the item statistics include the answer, then null; must be set to true again when a
     *     stored answer is changed
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

        /** @param item the answered item at this index */
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

        /** Returns the same answer with its score under another key. */
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

        /**
         * Returns the same answer under a token instead of the learner's id, and with {@code answer} free of the
         * learner's words.
         */
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

        /** The id of its attempt. */
        public String attempt() {
            return id.substring(id.indexOf(':') + 1, id.lastIndexOf(':'));
        }

        /** Its 0-based index in the attempt. */
        public int index() {
            return Integer.parseInt(id.substring(id.lastIndexOf(':') + 1));
        }
    }

    /**
     * A learner's report about a question they answered.
     *
     * @param id the id of the answer, and the kind of the report
     * @param version of the program in which the question was asked
     * @param words the sentence that the learner added; empty if there is none
     * @param answer the text that the learner had typed; null if the question does not ask for text
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
            /** A typed answer that was graded as wrong should be accepted. */
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
     * How a decision about a question, or undoing it, changed one learner's results.
     *
     * @param id made from the decision's id and the learner's id
     * @param raised number of answers whose score went up
     * @param lowered number of answers whose score went down
     * @param changes to objectives in checks and test-outs
     * @param returned ids of attempts that no longer count, because they would have continued with more questions
     * @param earned id of the award that was earned through the change; null if there is none
     * @param questioned id of an award that is based on a changed result; null if there is none
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
         * @param before whether the attempt had shown the objective
         * @param after whether the attempt shows it now
         * @param shown whether the objective counts as shown now
         */
        public record Change(String attempt, String objective, boolean before, boolean after, boolean shown) {}

        public Regraded {
            changes = changes == null ? List.of() : List.copyOf(changes);
            returned = returned == null ? List.of() : List.copyOf(returned);
        }

        /**
         * Returns these changes together with those that the same decision made later, when more of the learner's
         * answers had been copied.
         */
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

        /** Whether any score, objective or attempt changed. */
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
     * A badge or certificate at the moment it was earned.
     *
     * @param course null for a path's certificate
     * @param until the latest end of a certificate, because one of its badges ends then; null if only its own
     *     definition counts
     * @param objectives how each objective was shown; empty for a path's certificate, and for badges from before
     *     2026-12
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
     * @param excused whether the learner was excused from its lesson and assignment
     * @param right number of answers with the full score
     * @param asked number of answers; 0 if the objective was shown before these numbers were stored
     */
    record ObjectiveShown(String objective, boolean testedOut, boolean excused, int right, int asked, Boolean keptUp) {}

    /** Feedback from a person. */
    @Document("feedback")
    @TypeAlias("feedback-given")
    record FeedbackGiven(String id, String learner, String text, Instant at) implements LearnerEvent {}

    /** An entry in the audit log. */
    @Document("audit")
    @TypeAlias("audit")
    record Audited(String id, String learner, String by, AuditedAction what, String why, Instant at)
            implements LearnerEvent {}

    /**
     * A submitted version of an assignment.
     *
     * @param version of the program that contains the rubric
     * @param number the version of this learner's work, 1-based
     * @param files file ids in Slack
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
     * A review. Its id is the id of the submission.
     *
     * @param marks points by criterion id
     * @param comments by criterion id
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
     * The escalation of a submission to another reviewer. Its id is the id of the submission.
     *
     * @param from the reviewer who did not respond; null if there was none
     * @param to the new reviewer; null if it is the admins
     */
    @Document("escalations")
    @TypeAlias("escalation")
    record Escalated(String id, String learner, String from, String to, Why why, Instant at) implements LearnerEvent {

        public enum Why implements StoredEnum {
            /** No response for five working days. */
            NO_ANSWER("no-answer"),
            /** The reviewer's account was deactivated. */
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
     * An event for other systems that no other kind of event records.
     *
     * @param subject see {@link What}
     * @param detail see {@link What}; null if there is none
     * @param by who did it: the learner or somebody else
     * @param version of the program at that moment; null if it does not matter
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
