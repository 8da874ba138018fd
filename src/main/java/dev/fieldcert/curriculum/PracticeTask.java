package dev.fieldcert.curriculum;

import java.util.List;

/**
 * A writing task whose answer the learner judges; no badge depends on it.
 *
 * @param instructions CommonMark
 * @param criteria exactly three; shown before and after writing
 * @param modelAnswer one possible answer, as CommonMark
 */
public record PracticeTask(String id, String title, String instructions, List<String> criteria, String modelAnswer) {

    /** The maximum length of an answer, in characters. */
    public static final int LONGEST_ANSWER = 1500;

    public PracticeTask {
        criteria = List.copyOf(criteria);
    }
}
