package dev.fieldcert.drip;

import java.time.Instant;

/**
 * One Do Not Disturb window as reported by {@code dnd.info}; {@code end} is exclusive. Slack reports only the next
 * window, so ask again before each contact.
 */
public record DoNotDisturb(Instant start, Instant end) {

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }
}
