package dev.fieldcert.curriculum.question;

/**
 * An option of a choice question.
 *
 * @param id position in the file: "a", "b", "c" …; the seed decides the order on screen
 * @param why shown to a learner who chose a wrong option or missed a right one; may be empty for a right one
 * @param pinned whether it keeps its position when the others are shuffled
 */
public record Option(String id, String text, boolean right, String why, boolean pinned) {

    /** The id at this zero-based index: "a" … "z", then "aa", "ab" … */
    public static String idAt(int place) {
        String last = String.valueOf((char) ('a' + place % 26));
        return place < 26 ? last : idAt(place / 26 - 1) + last;
    }
}
