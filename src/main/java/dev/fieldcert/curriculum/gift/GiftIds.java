package dev.fieldcert.curriculum.gift;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes ids from titles: lowercase words joined by hyphens, unique within a text. */
final class GiftIds {

    private static final int LONGEST = 60;
    private static final String CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяєіїґђјљњћџ";
    private static final String[] CYRILLIC_LATIN = {
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh",
        "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya", "ye", "i", "yi", "g", "dj", "j", "lj", "nj", "c", "dz"
    };
    private static final String GREEK = "αβγδεζηθικλμνξοπρσςτυφχψω";
    private static final String[] GREEK_LATIN = {
        "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s", "t", "y", "f",
        "ch", "ps", "o"
    };
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'ı', "i"));

    private final Set<String> reserved = new HashSet<>();
    private final Set<String> taken = new HashSet<>();

    /** Reserves an id for the question that names it. */
    void reserve(String id) {
        reserved.add(id);
    }

    /** Returns the id that a question names, with a number added if another question has it. */
    String named(String id) {
        reserved.remove(id);
        return free(id);
    }

    /** Returns an id made from the text that no other question has or names. */
    String of(String text) {
        return free(text);
    }

    private String free(String text) {
        String words = words(text);
        String base = words.isEmpty() ? "question" : words;
        String id = cut(base, LONGEST);
        for (int number = 2; reserved.contains(id) || !taken.add(id); number++) {
            String suffix = "-" + number;
            id = cut(base, LONGEST - suffix.length()) + suffix;
        }
        return id;
    }

    /** Writes the text with the characters that an id may have; empty if none of its characters has a counterpart. */
    static String words(String text) {
        StringBuilder latin = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> latin.append(letter(c)));
        return latin.toString().replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static String letter(int c) {
        int cyrillic = CYRILLIC.indexOf(c);
        int greek = GREEK.indexOf(c);
        if (cyrillic >= 0) {
            return CYRILLIC_LATIN[cyrillic];
        }
        return greek >= 0 ? GREEK_LATIN[greek] : LETTERS.getOrDefault(c, Character.toString(c));
    }

    /** Shortens an id to a maximum length, between words if possible. */
    private static String cut(String words, int longest) {
        if (words.length() <= longest) {
            return words;
        }
        int hyphen = words.lastIndexOf('-', longest);
        return words.substring(0, hyphen > longest / 2 ? hyphen : longest).replaceAll("-$", "");
    }
}
