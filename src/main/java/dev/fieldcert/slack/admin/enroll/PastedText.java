package dev.fieldcert.slack.admin.enroll;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Removes the invisible characters that come with lists copied from Outlook, Slack, Word or a web page. */
final class PastedText {

    private static final Pattern NAMED_ADDRESS = Pattern.compile("[^<]*<([^<>@\\s]+@[^<>\\s]+)>");
    private static final String QUOTES = "[\"'“”„‟‘’‚‛«»‹›]";

    private PastedText() {}

    /**
     * Removes white space and invisible characters from both ends, and replaces each run of white space by one space.
     */
    static String clean(String cell) {
        return cell.replaceAll("[\\p{Z}\\s]+", " ").replaceAll("^[\\p{Cf}\\p{Cc} ]+|[\\p{Cf}\\p{Cc} ]+$", "");
    }

    /** Cleans a value that should contain no invisible characters and no quotation marks around it. */
    static String word(String cell) {
        return cell.replaceAll("\\p{Cf}", "")
                .replaceAll("^" + QUOTES + "+|" + QUOTES + "+$", "")
                .strip();
    }

    /**
     * An e-mail address in lowercase. Also accepts {@code mailto:ada@example.com} and {@code Ada <ada@example.com>}.
     */
    static String address(String cell) {
        Matcher named = NAMED_ADDRESS.matcher(word(cell));
        String address = named.matches() ? named.group(1) : word(cell);
        return word(
                address.toLowerCase(Locale.ROOT).replaceFirst("^mailto:", "").split("[?|]", 2)[0]);
    }
}
