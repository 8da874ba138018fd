package dev.fieldcert.slack.admin;

import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.payload.TypedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words typed after a subcommand: mentions first, then other words. Each parameter consumes the part that belongs
 * to it.
 */
public final class TypedWords {

    private final List<Mention> mentions;
    private final String all;
    private final String usage;
    private String rest;

    private TypedWords(List<Mention> mentions, String rest, String usage) {
        this.mentions = new ArrayList<>(mentions);
        this.all = rest;
        this.rest = rest;
        this.usage = usage;
    }

    static TypedWords of(String words, String usage) {
        Mention.Leading leading = Mention.leading(words);
        return new TypedWords(leading.mentions(), leading.rest(), usage);
    }

    public boolean isEmpty() {
        return mentions.isEmpty() && rest.isEmpty();
    }

    public Optional<Mention> mention() {
        return mentions.isEmpty() ? Optional.empty() : Optional.of(mentions.remove(0));
    }

    public List<Mention> mentions() {
        List<Mention> taken = List.copyOf(mentions);
        mentions.clear();
        return taken;
    }

    public Optional<String> word() {
        String[] parts = rest.split("\\s+", 2);
        rest = parts.length == 2 ? parts[1] : "";
        return Optional.of(TypedText.bare(parts[0])).filter(word -> !word.isEmpty());
    }

    /** Consumes the longest run of next words that fits, five at most. If none fits, consumes the next word. */
    public Optional<String> longest(Predicate<String> fits) {
        String[] words = rest.split("\\s+");
        for (int count = Math.min(5, words.length); count > 1; count--) {
            String taken = String.join(" ", List.of(words).subList(0, count));
            if (fits.test(taken)) {
                rest = String.join(" ", List.of(words).subList(count, words.length));
                return Optional.of(taken);
            }
        }
        return word();
    }

    /** Consumes everything that is left; may be empty. */
    public String rest() {
        String taken = rest;
        rest = "";
        return taken;
    }

    /** Consumes what precedes this word, or everything if the word is missing. */
    public String before(String word) {
        Matcher found = Pattern.compile("(?is)(?:^|\\s)" + Pattern.quote(word) + "(?=\\s|$)")
                .matcher(rest);
        if (!found.find()) {
            return rest();
        }
        String taken = rest.substring(0, found.start());
        rest = rest.substring(found.start()).strip();
        return taken.strip();
    }

    /** Consumes this word if it is next. */
    public boolean take(String word) {
        boolean next = rest.split("\\s", 2)[0].equalsIgnoreCase(word);
        return next && word().isPresent();
    }

    /**
     * A refusal that shows the usage.
     *
     * @param wanted what the admin should do: "Name one person"
     */
    public CommandException missing(String wanted) {
        return new CommandException(wanted + ": `/cert-admin " + Mrkdwn.escape(usage) + "`."
                + (all.isEmpty() ? "" : " I only understood " + Sentences.quoted(all) + ".") + " Nothing was changed.");
    }

    void checkThatEverybodyIsTaken() {
        if (!mentions.isEmpty()) {
            throw missing("That’s more than I can use here");
        }
    }
}
