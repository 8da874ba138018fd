package dev.fieldcert.learner;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a learner is changed for: one request, which may be worked on twice, because a crash left open whether it was done,
 * or because somebody who saw an error clicked once more. Changes made {@link #during} it know each other again.
 */
public final class RequestContext {

    /**
     * Two clicks on the same button of the same message with the same inputs are one until this long after the first was
     * worked off: whoever clicks before they could see its effect wants the same.
     */
    private static final Duration SAME_CLICK = Duration.ofSeconds(30);

    /** Who clicks within so long after a message came clicked on what was there before it. */
    private static final Duration UNSEEN = Duration.ofMillis(700);

    private static final ThreadLocal<RequestContext> CURRENT = new ThreadLocal<>();

    private final String request;
    private final Instant at;
    private String click;
    private final Map<String, Integer> changes = new HashMap<>();
    private final Map<String, String> senders = new LinkedHashMap<>();

    /**
     * @param request the same for every delivery of the same request
     * @param at when it came first
     */
    public RequestContext(String request, Instant at) {
        this.request = request.length() > 24 ? request.substring(0, 24) : request;
        this.at = at;
    }

    /**
     * A change that was made on some occasion, as it is kept with the learner.
     *
     * @param click what was clicked, when it was a click
     * @param at when the request came
     * @param done when the change was made; null when that was not noted
     */
    record ProcessedRequest(String request, String click, Instant at, Instant done) {

        /** @param other may have come earlier than this one, and waited longer */
        boolean covers(ProcessedRequest other) {
            return request.equals(other.request)
                    || click != null
                            && Objects.equals(click, other.click)
                            && !other.at.isAfter((done == null ? at : done).plus(SAME_CLICK));
        }

        ProcessedRequest done(Instant now) {
            return new ProcessedRequest(request, click, at, now);
        }
    }

    /** Does something on this occasion. */
    public void during(Runnable work) {
        RequestContext before = CURRENT.get();
        CURRENT.set(this);
        try {
            work.run();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /**
     * Does something that this occasion does not ask for and that may be done in one run and not in the next, like following
     * a profile: it must not shift the numbers of what is asked for.
     */
    public static void aside(Runnable work) {
        RequestContext before = CURRENT.get();
        CURRENT.remove();
        try {
            work.run();
        } finally {
            if (before != null) {
                CURRENT.set(before);
            }
        }
    }

    public static Optional<RequestContext> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Whether this was asked for without having seen what came to the screen at that moment. */
    boolean isBlindTo(Instant came) {
        return (click == null ? at : at.minus(UNSEEN)).isBefore(came);
    }

    /** @param what names what was clicked, in which state; the same for every click that wants the same */
    public void isClickOn(String what) {
        click = Integer.toHexString(what.hashCode()) + "." + what.length();
    }

    /** What follows from this occasion later, with the rights to send that were taken on it. */
    public RequestContext goesOn() {
        RequestContext later = new RequestContext(request, at);
        later.click = click;
        later.changes.putAll(changes);
        later.senders.putAll(senders);
        senders.clear();
        return later;
    }

    /** By learner: the right to send that was taken and not used up. */
    public Map<String, String> unusedSenders() {
        Map<String, String> unused = Map.copyOf(senders);
        senders.clear();
        return unused;
    }

    /** The learner's next change on this occasion: by its number the same change in each run. */
    ProcessedRequest next(String learner) {
        int number = changes.merge(learner, 1, Integer::sum);
        return new ProcessedRequest(request + "#" + number, click == null ? null : click + "#" + number, at, null);
    }

    void sends(String learner, Optional<String> sender) {
        if (sender.isPresent()) {
            senders.put(learner, sender.get());
        } else {
            senders.remove(learner);
        }
    }
}
