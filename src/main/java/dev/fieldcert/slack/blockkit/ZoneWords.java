package dev.fieldcert.slack.blockkit;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/** A time zone as people read it. */
public final class ZoneWords {

    private ZoneWords() {}

    /** "Central European Time (Europe/Berlin)", "UTC-03:00", "UTC". */
    public static String of(ZoneId zone) {
        if (zone.normalized() instanceof ZoneOffset offset) {
            return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
        }
        return zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " (" + zone.getId() + ")";
    }

    /** As {@link #of(ZoneId)}; UTC for what is no zone. */
    public static String of(String zone) {
        return of(known(zone).orElse(ZoneOffset.UTC));
    }

    /**
     * What to tell somebody whose zone Slack does not name in a way that is understood.
     *
     * @param zone as it is kept for them; null when unknown
     */
    public static Optional<String> doubt(String zone) {
        if (known(zone).filter(known -> !(known instanceof ZoneOffset)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of("I don’t know your time zone from Slack, so I’m using *" + of(zone)
                + "*"
                + (known(zone).isPresent() ? ", its current offset" : "")
                + ". To set it, go to *Preferences*, then *Language & region* in Slack.");
    }

    private static Optional<ZoneId> known(String zone) {
        try {
            return zone == null ? Optional.empty() : Optional.of(ZoneId.of(zone.strip()));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
