package dev.fieldcert.learner;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A request that changed a document. It is stored in that document, together with its result.
 *
 * @param click what was clicked; null if the request is not a click
 * @param at when the request arrived
 * @param done when the change was made
 */
public record ProcessedRequest(String request, String click, Instant at, Instant done, StoredResult result) {

    /**
     * The number of requests to keep. It is more than anybody sends while one of their requests is waiting for a
     * retry.
     */
    static final int REMEMBERED = 24;

    /**
     * Two clicks on the same button of the same message with the same inputs count as one for this long after the
     * first was processed, if the person did nothing else in between. They clicked again before they saw the effect.
     */
    private static final Duration SAME_CLICK = Duration.ofSeconds(30);

    /**
     * @param latest id of the latest request that changed the document
     * @param other may have arrived before this request, and waited longer
     */
    private boolean covers(RequestContext other, String latest) {
        return request.equals(other.request())
                || click != null
                        && request.equals(latest)
                        && Objects.equals(click, other.click())
                        && !other.at().isAfter(done.plus(SAME_CLICK));
    }

    /**
     * The result that the current request had when it was processed before; empty if it was not, or if that result has
     * another type.
     */
    public static <R> Optional<R> resultIn(List<ProcessedRequest> newest, Class<R> type) {
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        String latest = newest.get(newest.size() - 1).request();
        return RequestContext.current()
                .flatMap(now -> newest.stream()
                        .filter(earlier -> earlier.covers(now, latest))
                        .map(ProcessedRequest::result)
                        .filter(type::isInstance)
                        .map(type::cast)
                        .findFirst());
    }

    /** Stores the result of the current request; the oldest one is dropped. */
    public static void keep(List<ProcessedRequest> newest, StoredResult result, Instant now) {
        RequestContext.current()
                .map(request -> new ProcessedRequest(request.request(), request.click(), request.at(), now, result))
                .ifPresent(newest::add);
        if (newest.size() > REMEMBERED) {
            newest.remove(0);
        }
    }
}
