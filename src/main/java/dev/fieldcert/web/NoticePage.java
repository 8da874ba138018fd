package dev.fieldcert.web;

import java.time.Duration;

/** Pages that say why there is nothing to see. */
public final class NoticePage {

    private NoticePage() {}

    /** The same for a badge that never was and one that was erased, so that nobody can tell them apart. */
    public static String notFound() {
        return Html.page("No badge here", """
                <h1>No badge here</h1>
                <p>There is no badge at this address. Check that it was copied whole. If you have the badge as a file, it can
                be <a href="/badges/verify">verified</a> without its page.</p>
                """);
    }

    /** Something of ours broke; the log has what. */
    static String failed() {
        return Html.page("That did not work", """
                <h1>That did not work</h1>
                <p>The fault is ours, and nothing was changed. Try again in a minute.</p>
                """);
    }

    /** Asked for in a way no page understands. */
    static String refused() {
        return Html.page("Not understood", """
                <h1>Not understood</h1>
                <p>This address cannot be asked for like that. A badge can be <a href="/badges/verify">verified</a> here.</p>
                """);
    }

    /** @param wait until the next request is answered */
    public static String tooManyRequests(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return Html.page("One moment", """
                <h1>One moment, please</h1>
                <p>There were many requests in a short time. Try again in %d %s.</p>
                """.formatted(seconds, seconds == 1 ? "second" : "seconds"));
    }
}
