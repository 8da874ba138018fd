package dev.fieldcert.learner.plan;

import dev.fieldcert.stored.StoredEnum;
import java.time.LocalDate;

/**
 * Tells one piece of a learner's work from another, for as long as it is the same work: what was opened and how often it was
 * brought up is remembered by it.
 *
 * @param of the attempt or the objective it is about; null for the whole course
 * @param number the question's place, the version of an assignment, the checks taken before, the second a review falls
 *     due, or the day (since 1970) of a retrieval; 0 where nothing is counted
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
