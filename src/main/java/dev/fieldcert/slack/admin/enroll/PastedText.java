package dev.fieldcert.slack.admin.enroll;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes off what lists copied from Outlook, Slack, Word or a web page bring along and nobody sees. */
final class PastedText {

    private static final Pattern NAMED_ADDRESS = Pattern.compile("[^<]*<([^<>@\\s]+@[^<>\\s]+)>");
    private static final String QUOTES = "[\"'“”„‟‘’‚‛«»‹›]";

    private PastedText() {}

    /** Without white space and invisible characters at its ends; each kind of space inside is one space. */
    static String clean(String cell) {
        return cell.replaceAll("[\\p{Z}\\s]+", " ").replaceAll("^[\\p{Cf}\\p{Cc} ]+|[\\p{Cf}\\p{Cc} ]+$", "");
    }

    /** Something that has neither quotation marks nor invisible characters in it. */
    static String word(String cell) {
        return cell.replaceAll("\\p{Cf}", "")
                .replaceAll("^" + QUOTES + "+|" + QUOTES + "+$", "")
                .strip();
    }

    /** An e-mail address in lower case, also of {@code mailto:ada@example.com} and {@code Ada <ada@example.com>}. */
    static String address(String cell) {
        Matcher named = NAMED_ADDRESS.matcher(word(cell));
        String address = named.matches() ? named.group(1) : word(cell);
        return word(
                address.toLowerCase(Locale.ROOT).replaceFirst("^mailto:", "").split("[?|]", 2)[0]);
    }
}
