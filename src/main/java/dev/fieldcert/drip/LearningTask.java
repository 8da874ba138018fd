package dev.fieldcert.drip;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing to do in a course.
 *
 * @param id unique for the learner and stable: reminders are counted by it
 * @param title what the first line of a contact would call it
 * @param openSince when it was put before the learner; empty while it is still to be sent
 * @param availableFrom not to be sent before (a check that opens again, a review that falls due); empty: at any time
 */
public record LearningTask(
        Kind kind, String id, String title, Optional<Instant> openSince, Optional<Instant> availableFrom) {

    /** In the order in which they are preferred when several could be sent. */
    public enum Kind {
        QUESTION("the question"),
        ASSIGNMENT_RETURNED("the assignment that came back"),
        CHECK("the check"),
        REVIEW("the review"),
        LESSON("the lesson"),
        ASSIGNMENT("the assignment");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public static LearningTask next(Kind kind, String id, String title) {
        return new LearningTask(kind, id, title, Optional.empty(), Optional.empty());
    }

    public static LearningTask open(Kind kind, String id, String title, Instant since) {
        return new LearningTask(kind, id, title, Optional.of(since), Optional.empty());
    }

    public static LearningTask availableFrom(Kind kind, String id, String title, Instant from) {
        return new LearningTask(kind, id, title, Optional.empty(), Optional.of(from));
    }

    public boolean isOpen() {
        return openSince.isPresent();
    }
}
