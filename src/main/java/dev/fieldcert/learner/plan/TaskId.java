package dev.fieldcert.learner.plan;

import dev.fieldcert.stored.StoredEnum;
import java.time.LocalDate;

/**
 * Identifies a piece of a learner's work for as long as it is the same work. When it was offered and the reminders
 * about it are stored under this id.
 *
 * @param of id of the attempt or the objective that the work is about; null if it is about the whole course
 * @param number the index of a question, the version of an assignment, the number of checks taken before, the epoch
 *     second at which a review is due, or the epoch day of a retrieval; 0 for other steps
 */
public record TaskId(String course, Step step, String of, long number) {

    public enum Step implements StoredEnum {
        QUESTION("question"),
        LESSON("lesson"),
        TEST_OUT("test-out"),
        CHECK("check"),
        ASSIGNMENT("assignment"),
        REVIEW("review"),
        RETRIEVAL("retrieval");

        private final String code;

        Step(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    public static TaskId question(String course, String attempt, int place) {
        return new TaskId(course, Step.QUESTION, attempt, place);
    }

    public static TaskId lesson(String course, String objective) {
        return new TaskId(course, Step.LESSON, objective, 0);
    }

    public static TaskId testOut(String course) {
        return new TaskId(course, Step.TEST_OUT, null, 0);
    }

    public static TaskId check(String course, int takenBefore) {
        return new TaskId(course, Step.CHECK, null, takenBefore);
    }

    public static TaskId assignment(String course, String objective, int version) {
        return new TaskId(course, Step.ASSIGNMENT, objective, version);
    }

    public static TaskId retrieval(String course, String objective, LocalDate from) {
        return new TaskId(course, Step.RETRIEVAL, objective, from.toEpochDay());
    }

    public static TaskId review(String course, long dueSecond) {
        return new TaskId(course, Step.REVIEW, null, dueSecond);
    }
}
