package dev.fieldcert.curriculum;

import java.util.List;

/**
 * Something to produce, that its writer judges: no badge depends on it.
 *
 * @param instructions CommonMark
 * @param criteria three, seen before and after writing
 * @param modelAnswer one way to do it, as CommonMark
 */
public record PracticeTask(String id, String title, String instructions, List<String> criteria, String modelAnswer) {

    /** How long an answer may be, in characters. */
    public static final int LONGEST_ANSWER = 1500;

    public PracticeTask {
        criteria = List.copyOf(criteria);
    }
}
