package dev.fieldcert.web;

import java.time.Duration;
import java.util.Map;

/** Pages that say why there is nothing to see. */
public final class NoticePage {

    private enum Notice {
        NOT_FOUND("No badge here"),
        FAILED("That did not work"),
        REFUSED("Not understood"),
        TOO_MANY("One moment");

        private final String title;

        Notice(String title) {
            this.title = title;
        }
    }

    private NoticePage() {}

    /** The same for a badge that never was and one that was erased, so that nobody can tell them apart. */
    public static String notFound() {
        return page(Notice.NOT_FOUND, 0);
    }

    /** Something of ours broke; the log has what. */
    static String failed() {
        return page(Notice.FAILED, 0);
    }

    /** Asked for in a way no page understands. */
    static String refused() {
        return page(Notice.REFUSED, 0);
    }

    /** @param wait until the next request is answered */
    public static String tooManyRequests(Duration wait) {
        return page(Notice.TOO_MANY, Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private static String page(Notice notice, long seconds) {
        return Pages.render("notice", Map.of("title", notice.title, "notice", notice, "seconds", seconds));
    }
}
