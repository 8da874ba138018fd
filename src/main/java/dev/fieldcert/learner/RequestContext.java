package dev.fieldcert.learner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The request for which a learner is changed. A request may be processed twice: because a crash left open whether it
 * was done, or because a person saw an error and clicked again. Changes made {@link #during} it are recognized by
 * their stored results.
 */
public final class RequestContext {

    /** A click this soon after a message appeared was aimed at what was in its place before. */
    private static final Duration UNSEEN = Duration.ofMillis(700);

    /** The maximum length of a key. Longer keys are hashed, not cut, because two keys may differ only at the end. */
    private static final int LONGEST = 36;

    private static final ThreadLocal<RequestContext> CURRENT = new ThreadLocal<>();

    private final String request;
    private final Instant at;
    private String click;
    private final Map<String, String> senders = new LinkedHashMap<>();

    /**
     * @param request identical for every delivery of the same request
     * @param at when the request first arrived
     */
    public RequestContext(String request, Instant at) {
        this.request = request.length() > LONGEST
                ? UUID.nameUUIDFromBytes(request.getBytes(UTF_8)).toString()
                : request;
        this.at = at;
    }

    /** Runs the work as part of this request. */
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
     * Runs work that this request did not ask for, such as updating a profile. The result is not stored as a result of
     * the request.
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

    /** A key that is identical for every delivery of the same request. */
    public String request() {
        return request;
    }

    /** What was clicked; null if the request is not a click. */
    String click() {
        return click;
    }

    Instant at() {
        return at;
    }

    /** Whether the request was made without having seen a message that appeared at that moment. */
    boolean isBlindTo(Instant came) {
        return (click == null ? at : at.minus(UNSEEN)).isBefore(came);
    }

    /** @param what identifies the button and its state; identical for every click with the same intention */
    public void isClickOn(String what) {
        click = Integer.toHexString(what.hashCode()) + "." + what.length();
    }

    /** Returns the context for later work of the same request. It takes over the leases taken so far. */
    public RequestContext goesOn() {
        RequestContext later = new RequestContext(request, at);
        later.click = click;
        later.senders.putAll(senders);
        senders.clear();
        return later;
    }

    /** The leases that were taken and not used, by learner id. Forgets them. */
    public Map<String, String> unusedSenders() {
        Map<String, String> unused = Map.copyOf(senders);
        senders.clear();
        return unused;
    }

    void sends(String learner, Optional<String> sender) {
        if (sender.isPresent()) {
            senders.put(learner, sender.get());
        } else {
            senders.remove(learner);
        }
    }
}
