package dev.fieldcert.learner.plan;

import dev.fieldcert.stored.StoredEnum;
import java.time.Instant;

/**
 * One task in a course.
 *
 * @param id stable, and unique for the learner; reminders are stored under it
 * @param title the name that the first line of a contact shows
 * @param openSince when it was offered to the learner; null if it has not been
 * @param availableFrom the earliest time to send it (when a check opens again, when a review is due); null for any
 *     time
 */
public record LearningTask(
        Kind kind, String course, TaskId id, String title, Instant openSince, Instant availableFrom) {

    /** Kinds of work. The order is the order of preference when several could be sent. */
    public enum Kind implements StoredEnum {
        QUESTION("question"),
        ASSIGNMENT_RETURNED("assignment-returned"),
        CHECK("check"),
        REVIEW("review"),
        LESSON("lesson"),
        ASSIGNMENT("assignment"),
        /** A question about an objective from a course that the learner has completed. */
        RETRIEVAL("retrieval");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    public static LearningTask next(Kind kind, String course, TaskId id, String title) {
        return new LearningTask(kind, course, id, title, null, null);
    }

    public static LearningTask open(Kind kind, String course, TaskId id, String title, Instant since) {
        return new LearningTask(kind, course, id, title, since, null);
    }

    public static LearningTask availableFrom(Kind kind, String course, TaskId id, String title, Instant from) {
        return new LearningTask(kind, course, id, title, null, from);
    }

    public boolean isOpen() {
        return openSince != null;
    }

    public boolean isAvailableAt(Instant instant) {
        return availableFrom == null || !availableFrom.isAfter(instant);
    }
}
