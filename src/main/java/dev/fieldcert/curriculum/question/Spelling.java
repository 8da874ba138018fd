package dev.fieldcert.curriculum.question;

import java.text.Normalizer;
import java.util.Locale;

/** Compares typed texts. Ignores case, spacing, typographic variants, and, where allowed, a few wrong letters. */
final class Spelling {

    private Spelling() {}

    /** Returns the text as it is compared: without differences in case, spacing, and typography. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\u2018\\u2019\\u201A\\u201B\\u2032`´]", "'")
                .replaceAll("[\\u201C\\u201D\\u201E\\u201F\\u00AB\\u00BB\\u2033]", "\"")
                .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                .replaceAll("[\\p{Cf}]", "")
                .replaceAll("^[\\s\\p{Z}\"']+|[\\s\\p{Z}\"'.!?,;:]+$", "")
                .replaceAll("[\\s\\p{Z}]+", " ");
    }

    /**
     * The number of letters to change, insert, delete or swap with a neighbor to turn one text into the other (optimal
     * string alignment distance; Damerau 1964).
     */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
