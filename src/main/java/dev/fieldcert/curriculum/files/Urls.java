package dev.fieldcert.curriculum.files;

import java.net.URI;
import java.net.URISyntaxException;

/** Absolute web addresses in the program's files. */
public final class Urls {

    private Urls() {}

    static String read(Fields fields, String key) {
        String url = fields.text(key, Limits.URL);
        if (!url.isEmpty() && !isWhole(url)) {
            fields.error(key, "“" + url + "” is not a web address.", "Write it whole: https://example.com/page.");
        }
        return url;
    }

    /**
     * Whether Slack shows the destination as a link: a complete web or mail address without spaces or vertical bars.
     */
    public static boolean canBeLinked(String destination) {
        return destination.matches("(?:https?://[^\\s/|]+\\.|mailto:)[^\\s|]*");
    }

    static boolean isWhole(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
