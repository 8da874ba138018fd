package dev.fieldcert.learner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a learner is changed for: one request, which may be worked on twice, because a crash left open whether it was done,
 * or because somebody who saw an error clicked once more. Changes made {@link #during} it are known again by their results.
 */
public final class RequestContext {

    /** Who clicks within so long after a message came clicked on what was there before it. */
    private static final Duration UNSEEN = Duration.ofMillis(700);

    /** Longer keys are hashed, never cut: two keys may differ at their ends only. */
    private static final int LONGEST = 36;

    private static final ThreadLocal<RequestContext> CURRENT = new ThreadLocal<>();

    private final String request;
    private final Instant at;
    private String click;
    private final Map<String, String> senders = new LinkedHashMap<>();

    /**
     * @param request the same for every delivery of the same request
     * @param at when it came first
     */
    public RequestContext(String request, Instant at) {
        this.request = request.length() > LONGEST
                ? UUID.nameUUIDFromBytes(request.getBytes(UTF_8)).toString()
                : request;
        this.at = at;
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
     * Does something that this occasion does not ask for, like following a profile: its result is none of this request's.
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

    /** The same for every delivery of the same request. */
    public String request() {
        return request;
    }

    /** What was clicked; null when it was no click. */
    String click() {
        return click;
    }

    Instant at() {
        return at;
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

    void sends(String learner, Optional<String> sender) {
        if (sender.isPresent()) {
            senders.put(learner, sender.get());
        } else {
            senders.remove(learner);
        }
    }
}
