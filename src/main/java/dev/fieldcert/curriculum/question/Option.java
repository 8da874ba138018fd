package dev.fieldcert.curriculum.question;

/**
 * Something to choose.
 *
 * @param id "a", "b", "c" … by file order; the seed decides the order on screen
 * @param why shown to those who chose it wrongly or (when right) missed it; may be empty when right
 * @param pinned keeps its position when the others are shuffled
 */
public record Option(String id, String text, boolean right, String why, boolean pinned) {

    /** The id at this index: "a" … "z", then "aa", "ab" … */
    public static String idAt(int place) {
        String last = String.valueOf((char) ('a' + place % 26));
        return place < 26 ? last : idAt(place / 26 - 1) + last;
    }
}
