package dev.fieldcert.slack.admin;

import dev.fieldcert.slack.blockkit.Blocks;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Converts a sentence of mrkdwn to the plain text that Slack shows under a form's field. */
public final class FieldWords {

    private static final String NAMELESS = "this person";
    private static final int LONGEST = 500;
    private static final Pattern PERSON = Pattern.compile("<@([UW][A-Z0-9]+)>");

    private FieldWords() {}

    /** @param nameOf returns the name of the person with this id; empty if it is unknown */
    public static String of(String mrkdwn, UnaryOperator<String> nameOf) {
        String named = PERSON.matcher(mrkdwn).replaceAll(found -> {
            String name = nameOf.apply(found.group(1));
            return Matcher.quoteReplacement(name.isBlank() ? NAMELESS : name);
        });
        String plain = named.replaceAll("<#[CG][A-Z0-9]+>", "that channel")
                .replace("*", "")
                .replace("`", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
        return Blocks.cut(plain.startsWith(NAMELESS) ? Sentences.capital(plain) : plain, LONGEST);
    }
}
