package dev.fieldcert.web;

import java.time.Duration;
import java.util.Map;

/** Pages that explain why there is nothing to see. */
public final class NoticePage {

    private enum Notice {
        NOT_FOUND("No badge here"),
        FAILED("That didn’t work"),
        REFUSED("That request isn’t valid"),
        TOO_MANY("One moment");

        private final String title;

        Notice(String title) {
            this.title = title;
        }
    }

    private NoticePage() {}

    /** The same page for a badge that never existed and for one that was erased, so they cannot be told apart. */
    public static String notFound() {
        return page(Notice.NOT_FOUND, 0);
    }

    /** The page for an internal error; the log has the details. */
    static String failed() {
        return page(Notice.FAILED, 0);
    }

    /** The page for an invalid request. */
    static String refused() {
        return page(Notice.REFUSED, 0);
    }

    /** @param wait how long until the next request is allowed */
    public static String tooManyRequests(Duration wait) {
        return page(Notice.TOO_MANY, Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private static String page(Notice notice, long seconds) {
        return Pages.render("notice", Map.of("title", notice.title, "notice", notice, "seconds", seconds));
    }
}
