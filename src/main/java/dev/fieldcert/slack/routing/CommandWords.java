package dev.fieldcert.slack.routing;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Interprets text that is not a command: a synonym for one, a mistyped one, thanks, or a wish to stop. */
final class CommandWords {

    private static final Map<String, String> FOR_A_COMMAND = Map.ofEntries(
            Map.entry("hi", "status"),
            Map.entry("hello", "status"),
            Map.entry("hey", "status"),
            Map.entry("start", "next"),
            Map.entry("begin", "next"),
            Map.entry("go", "next"),
            Map.entry("go on", "next"),
            Map.entry("continue", "next"),
            Map.entry("badge", "badges"),
            Map.entry("my badges", "badges"),
            Map.entry("my data", "my-data"),
            Map.entry("forget me", "forget-me"),
            Map.entry("program", "enroll"),
            Map.entry("courses", "enroll"),
            Map.entry("help me", "help"),
            Map.entry("menu", "help"),
            Map.entry("commands", "help"));

    private static final Set<String> THANKS = Set.of("thanks", "thank you", "thx", "thank you very much", "cheers");

    /** Words that may mean a pause or leaving a course; the person is asked which one they mean. */
    private static final Set<String> AWAY = Set.of("stop", "leave", "quit", "unsubscribe", "unenroll", "cancel");

    /** A text with more words than this is not treated as a mistyped command, whatever its first word. */
    private static final int MOST_WORDS = 3;

    /** A shorter word is not treated as mistyped, because changing one letter often makes a different word. */
    private static final int SHORTEST = 4;

    private CommandWords() {}

    sealed interface Meaning {

        record Command(String name) implements Meaning {}

        record Thanks() implements Meaning {}

        /** The person wants no more messages, or wants to leave a course. */
        record Away() implements Meaning {}

        /** @param command the most similar command, followed by the rest of the text */
        record Nearly(String command) implements Meaning {}
    }

    static Optional<Meaning> of(String words, Collection<String> commands) {
        String plain = words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}@ -]+", "")
                .replaceAll("\\s+", " ")
                .strip();
        if (FOR_A_COMMAND.containsKey(plain)) {
            return Optional.of(new Meaning.Command(FOR_A_COMMAND.get(plain)));
        }
        if (THANKS.contains(plain)) {
            return Optional.of(new Meaning.Thanks());
        }
        if (AWAY.contains(plain)) {
            return Optional.of(new Meaning.Away());
        }
        return nearly(words.strip(), commands);
    }

    private static Optional<Meaning> nearly(String words, Collection<String> commands) {
        String[] parts = words.split("\\s+", 2);
        String first = parts[0].toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}-]", "");
        if (first.length() < SHORTEST || words.split("\\s+").length > MOST_WORDS) {
            return Optional.empty();
        }
        LevenshteinDistance distance = new LevenshteinDistance(first.length() < 6 ? 1 : 2);
        return commands.stream()
                .filter(command -> isOneSwapAway(first, command) || distance.apply(first, command) >= 0)
                .min(Comparator.comparingInt(
                        command -> LevenshteinDistance.getDefaultInstance().apply(first, command)))
                .map(command -> new Meaning.Nearly(parts.length > 1 ? command + " " + parts[1] : command));
    }

    /** Whether two neighboring letters are swapped, which Levenshtein distance counts as two errors. */
    private static boolean isOneSwapAway(String typed, String command) {
        if (typed.length() != command.length()) {
            return false;
        }
        for (int i = 0; i + 1 < typed.length(); i++) {
            String swapped = typed.substring(0, i) + typed.charAt(i + 1) + typed.charAt(i) + typed.substring(i + 2);
            if (swapped.equals(command)) {
                return true;
            }
        }
        return false;
    }
}
