package dev.fieldcert.drip;

import java.time.Instant;

/**
 * One Do Not Disturb window as {@code dnd.info} reports it, {@code end} excluded. Slack reports only the next one, so
 * ask again before each contact.
 */
public record DoNotDisturb(Instant start, Instant end) {

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }
}
