package dev.fieldcert.slack.payload;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recovers what a person typed from what Slack sends: Slack escapes {@code & < >}, turns anything that looks like an
 * address into a link, and writes formatting as characters. Mentions of people, groups and channels ({@code <@U1>})
 * stay as Slack sends them.
 */
public final class TypedText {

    private static final Pattern LINK =
            Pattern.compile("<((?:https?|ftp|mailto|tel|callto|sip):[^|>]*)(?:\\|([^>]*))?>");
    /**
     * Invisible characters, such as direction marks and word joiners. Excludes those that join emoji or letters
     * (U+200C, U+200D).
     */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF]");

    private static final Pattern SPACE = Pattern.compile("[\\p{Zs}&&[^ ]]");
    private static final Pattern MARKED = Pattern.compile("([*_~])((?!\\1)\\S|(?!\\1)\\S.*(?!\\1)\\S)\\1");
    private static final Pattern CODE = Pattern.compile("(`{1,3})([^`]+)\\1");
    private static final Pattern QUOTED = Pattern.compile("[\"“”„«»‘‚](.*)[\"“”«»’‘]");

    private TypedText() {}

    public static String of(String sent) {
        String linked = LINK.matcher(sent == null ? "" : sent)
                .replaceAll(link -> Matcher.quoteReplacement(
                        link.group(2) == null ? withoutScheme(link.group(1)) : label(link.group(1), link.group(2))));
        String plain = linked.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        String visible = SPACE.matcher(INVISIBLE.matcher(plain).replaceAll("")).replaceAll(" ");
        return unmarked(visible.strip());
    }

    /**
     * Returns a word or name without the formatting marks and quotation marks around it, and without punctuation at
     * its end.
     */
    public static String bare(String words) {
        String bare = unmarked(words.strip().replaceFirst("(?<=\\S)[.!?,;]+$", ""));
        Matcher quoted = QUOTED.matcher(bare);
        return quoted.matches() ? bare(quoted.group(1)) : bare;
    }

    /**
     * Returns the text of a link. Slack itself links an address that it recognizes; if a person chose a different
     * label, the address follows it in parentheses.
     */
    private static String label(String address, String label) {
        return address.contains(label) || label.contains(withoutScheme(address))
                ? label
                : label + " (" + withoutScheme(address) + ")";
    }

    private static String withoutScheme(String address) {
        return address.replaceFirst("^(?:mailto|tel|callto|sip):", "");
    }

    private static String unmarked(String text) {
        Matcher code = CODE.matcher(text);
        if (code.matches()) {
            return code.group(2).strip();
        }
        Matcher marked = MARKED.matcher(text);
        boolean around = marked.matches() && marked.group(2).indexOf(marked.group(1)) < 0;
        return around ? unmarked(marked.group(2)) : text;
    }
}
