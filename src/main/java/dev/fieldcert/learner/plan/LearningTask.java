package dev.fieldcert.learner.plan;

import dev.fieldcert.stored.StoredEnum;
import java.time.Instant;

/**
 * One task in a course.
 *
 * @param id stable and unique for the learner; reminders are counted by it
 * @param title its name in the first line of a contact
 * @param openSince when it was offered to the learner; null before that
 * @param availableFrom the earliest time to send it (a check that opens again, a review that falls due); null for any
 *     time
 */
public record LearningTask(
        Kind kind, String course, TaskId id, String title, Instant openSince, Instant availableFrom) {

    /** In order of preference when several could be sent. */
    public enum Kind implements StoredEnum {
        QUESTION("question"),
        ASSIGNMENT_RETURNED("assignment-returned"),
        CHECK("check"),
        REVIEW("review"),
        LESSON("lesson"),
        ASSIGNMENT("assignment"),
        /** A question about something earned. */
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
