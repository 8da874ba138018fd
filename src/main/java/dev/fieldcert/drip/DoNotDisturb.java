package dev.fieldcert.drip;

import java.time.Instant;

/**
 * One Slack Do-Not-Disturb window as {@code dnd.info} reports it, {@code end} excluded. Slack tells only the next one,
 * so it is asked again before a contact goes out.
 */
public record DoNotDisturb(Instant start, Instant end) {

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }
}
