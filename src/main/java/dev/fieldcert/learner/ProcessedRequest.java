package dev.fieldcert.learner;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A request that changed a document, as it is kept there with its result.
 *
 * @param click what was clicked; null when it was no click
 * @param at when the request came
 * @param done when the change was made
 */
public record ProcessedRequest(String request, String click, Instant at, Instant done, StoredResult result) {

    /** More than anybody sends while one request of theirs waits to be worked on again. */
    static final int REMEMBERED = 24;

    /**
     * Two clicks on the same button of the same message with the same inputs are one until this long after the first was
     * worked off: whoever clicks before they could see its effect wants the same.
     */
    private static final Duration SAME_CLICK = Duration.ofSeconds(30);

    /** @param other may have come earlier than this one, and waited longer */
    private boolean covers(RequestContext other) {
        return request.equals(other.request())
                || click != null
                        && Objects.equals(click, other.click())
                        && !other.at().isAfter(done.plus(SAME_CLICK));
    }

    /** The result that the request under way had when it came before; empty when it did not, or asked for something else. */
    public static <R> Optional<R> resultIn(List<ProcessedRequest> newest, Class<R> type) {
        return RequestContext.current()
                .flatMap(now -> newest.stream()
                        .filter(earlier -> earlier.covers(now))
                        .map(ProcessedRequest::result)
                        .filter(type::isInstance)
                        .map(type::cast)
                        .findFirst());
    }

    /** Keeps what the request under way has done; the oldest is forgotten. */
    public static void keep(List<ProcessedRequest> newest, StoredResult result, Instant now) {
        RequestContext.current()
                .map(request -> new ProcessedRequest(request.request(), request.click(), request.at(), now, result))
                .ifPresent(newest::add);
        if (newest.size() > REMEMBERED) {
            newest.remove(0);
        }
    }
}
