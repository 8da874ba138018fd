package dev.fieldcert.slack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Who answers what: filled by the conversations at start, read by {@link SlackDispatch}. */
public final class Routes {

    /**
     * A word people can type.
     *
     * @param usage with its arguments
     * @param help one line
     */
    public record Word(String name, String usage, String help, Consumer<Said> handler) {}

    private final Map<String, Word> words = new LinkedHashMap<>();
    private final Map<String, Word> adminWords = new LinkedHashMap<>();
    private final Map<String, Word> authorWords = new LinkedHashMap<>();
    private final Map<String, Consumer<Click>> clicks = new LinkedHashMap<>();
    private final Map<String, Function<Form, FormReply>> forms = new LinkedHashMap<>();
    private Consumer<String> home = person -> {};
    private Predicate<Said> typed = said -> false;

    /** A word after {@code /cert}, or alone in the DM. */
    public void word(String name, String usage, String help, Consumer<Said> handler) {
        add(words, new Word(name, usage, help, handler));
    }

    /** A word after {@code /cert-admin}. */
    public void adminWord(String name, String usage, String help, Consumer<Said> handler) {
        add(adminWords, new Word(name, usage, help, handler));
    }

    /** A word after {@code /cert-admin} that those who write the courses may use as well. */
    public void authorWord(String name, String usage, String help, Consumer<Said> handler) {
        adminWord(name, usage, help, handler);
        authorWords.put(name, adminWords.get(name));
    }

    private static void add(Map<String, Word> table, Word word) {
        if (table.put(word.name(), word) != null) {
            throw new IllegalStateException("Two conversations answer to " + word.name());
        }
    }

    /** @param action the part of the action id before a colon: {@code answer:2} is the second button of {@code answer} */
    public void click(String action, Consumer<Click> handler) {
        if (clicks.put(action, handler) != null) {
            throw new IllegalStateException("Two conversations answer to the button " + action);
        }
    }

    public void form(String callbackId, Function<Form, FormReply> handler) {
        if (forms.put(callbackId, handler) != null) {
            throw new IllegalStateException("Two conversations answer to the form " + callbackId);
        }
    }

    /** Who draws a person's Home when they open it. */
    public void home(Consumer<String> handler) {
        home = handler;
    }

    /** Who may understand a message in the DM that is no word of command: the answer to an open question. */
    public void typed(Predicate<Said> handler) {
        typed = handler;
    }

    public List<Word> words() {
        return List.copyOf(words.values());
    }

    public List<Word> adminWords() {
        return List.copyOf(adminWords.values());
    }

    public List<Word> authorWords() {
        return List.copyOf(authorWords.values());
    }

    Optional<Word> authorWord(String name) {
        return Optional.ofNullable(authorWords.get(name));
    }

    Optional<Word> word(String name) {
        return Optional.ofNullable(words.get(name));
    }

    Optional<Word> adminWord(String name) {
        return Optional.ofNullable(adminWords.get(name));
    }

    Optional<Consumer<Click>> click(String actionId) {
        int colon = actionId.indexOf(':');
        return Optional.ofNullable(clicks.get(colon < 0 ? actionId : actionId.substring(0, colon)));
    }

    Optional<Function<Form, FormReply>> form(String callbackId) {
        return Optional.ofNullable(forms.get(callbackId));
    }

    Predicate<Said> typed() {
        return typed;
    }

    Consumer<String> home() {
        return home;
    }
}
