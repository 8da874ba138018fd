package dev.fieldcert.curriculum.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a few typed words mean, word by word. Articles, singular or plural, hyphens, and the different ways to write
 * numbers and units of time make no difference. Words that carry meaning are never left out, so “not the champion”
 * does not mean “the champion”.
 *
 * @param words the words in their plain form, in order
 */
record Meaning(List<String> words) {

    /** Words before the actual answer, such as “It is” in “It is the SDR”. */
    private static final Pattern LEAD_IN =
            Pattern.compile("^(?:(?:it(?:'s| is)|that(?:'s| is)|this is|they are|within)\\s+)+");

    /** The characters that Slack sends for bold, italic, and struck-through text. */
    private static final Pattern FORMATTING = Pattern.compile("[*_~]");

    private static final Pattern DOTTED = Pattern.compile("\\b(?:\\p{L}\\.){2,}(?:\\p{L}\\b)?");
    private static final Pattern NUMBER_WITH_UNIT = Pattern.compile("(\\d+)(h|hr|hrs|d|min|mins|wk|wks)\\b");
    /** A hyphen or slash next to a letter; not a minus sign before a digit, and not a mark between digits. */
    private static final Pattern HYPHEN = Pattern.compile("(?<=\\p{L})[-/]|[-/](?=\\p{L})");

    private static final Pattern WITH_BRACKET = Pattern.compile("(.+?)\\s*\\(([^()]+)\\)");
    private static final Set<String> ARTICLES = Set.of("the", "a", "an");
    /**
     * Words of an accepted answer that a learner may leave out but not add: they only name what kind of thing it is.
     */
    private static final Set<String> SAID_ANYWAY = Set.of("team", "stage");

    private static final List<String> UP_TO_TWENTY = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("h", "hour"),
            Map.entry("hr", "hour"),
            Map.entry("hrs", "hour"),
            Map.entry("d", "day"),
            Map.entry("min", "minute"),
            Map.entry("mins", "minute"),
            Map.entry("wk", "week"),
            Map.entry("wks", "week"));

    static Meaning of(String text) {
        String plain = LEAD_IN.matcher(Spelling.plain(FORMATTING.matcher(text).replaceAll("")))
                .replaceFirst("");
        plain = DOTTED.matcher(plain).replaceAll(match -> match.group().replace(".", ""));
        plain = NUMBER_WITH_UNIT.matcher(plain).replaceAll("$1 $2");
        String[] words = HYPHEN.matcher(plain)
                .replaceAll(" ")
                .replaceAll("[()\"]", " ")
                .strip()
                .split("\\s+");
        List<String> meant = new ArrayList<>();
        for (String word : words) {
            if (word.isEmpty()) {
                continue;
            }
            Optional<Integer> units = number(UP_TO_TWENTY, word, 0, 1);
            Optional<Integer> tens = number(TENS, word, 20, 10);
            String last = meant.isEmpty() ? "" : meant.get(meant.size() - 1);
            if (units.isPresent() && units.get() < 10 && units.get() > 0 && last.matches("[2-9]0!")) {
                meant.set(meant.size() - 1, String.valueOf(Integer.parseInt(last.substring(0, 2)) + units.get()));
            } else if (tens.isPresent()) {
                meant.add(tens.get() + "!");
            } else if (!ARTICLES.contains(word) || words.length == 1) {
                meant.add(units.map(String::valueOf).orElseGet(() -> UNITS.getOrDefault(word, singular(word))));
            }
        }
        return new Meaning(meant.stream().map(word -> word.replace("!", "")).toList());
    }

    private static Optional<Integer> number(List<String> names, String word, int from, int step) {
        int place = names.indexOf(word);
        return place < 0 ? Optional.empty() : Optional.of(from + place * step);
    }

    /**
     * Based on the S-stemmer of Harman (1991), "How effective is suffixing?"; words of up to three letters are
     * unchanged.
     */
    private static String singular(String word) {
        if (word.length() < 4 || !word.endsWith("s")) {
            return word;
        }
        if (word.endsWith("ies") && !word.endsWith("eies") && !word.endsWith("aies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("us") || word.endsWith("ss") || word.endsWith("is")) {
            return word;
        }
        return word.substring(0, word.length() - 1);
    }

    /** Whether the typed words mean one of the accepted answers. */
    static boolean isOneOf(List<String> accepted, String text) {
        List<Meaning> keys = accepted.stream().map(Meaning::of).toList();
        Meaning given = of(text);
        if (keys.stream().anyMatch(key -> key.isMeantBy(given))) {
            return true;
        }
        Matcher both = WITH_BRACKET.matcher(Spelling.plain(text));
        if (!both.matches()) {
            return false;
        }
        Meaning outside = of(both.group(1));
        Meaning inside = of(both.group(2));
        boolean outsideRight = keys.stream().anyMatch(key -> key.isMeantBy(outside));
        boolean insideRight = keys.stream().anyMatch(key -> key.isMeantBy(inside));
        boolean sameThing = inside.isShortFor(outside) || outside.isShortFor(inside);
        return outsideRight && insideRight || (outsideRight || insideRight) && sameThing;
    }

    private boolean isMeantBy(Meaning given) {
        boolean same = hasDigits() ? given.words.equals(words) : given.joined().equals(joined());
        return !given.words.isEmpty() && same || !brief().words.isEmpty() && given.words.equals(brief().words);
    }

    /** The words without spaces between them, so that “Command plan” equals “CommandPlan”. */
    private String joined() {
        return String.join("", words);
    }

    private boolean hasDigits() {
        return words.stream().anyMatch(word -> word.matches(".*\\d.*"));
    }

    private Meaning brief() {
        return new Meaning(
                words.stream().filter(word -> !SAID_ANYWAY.contains(word)).toList());
    }

    private boolean isShortFor(Meaning longForm) {
        String initials = longForm.words.stream()
                .flatMap(word -> Stream.of(word.substring(0, 1)))
                .collect(Collectors.joining());
        return longForm.words.size() > 1 && words.size() == 1 && words.get(0).equals(initials);
    }
}
