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

    /** @param wait until the next request is answered */
    public static String tooManyRequests(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return Html.page("One moment", """
                <h1>One moment, please</h1>
                <p>There were many requests in a short time. Try again in %d %s.</p>
                """.formatted(seconds, seconds == 1 ? "second" : "seconds"));
    }
}
