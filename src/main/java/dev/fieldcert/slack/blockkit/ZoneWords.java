package dev.fieldcert.slack.blockkit;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/** Formats time zones for people. */
public final class ZoneWords {

    private ZoneWords() {}

    /** Returns, for example, "Central European Time (Europe/Berlin)", "UTC-03:00", or "UTC". */
    public static String of(ZoneId zone) {
        if (zone.normalized() instanceof ZoneOffset offset) {
            return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
        }
        return zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " (" + zone.getId() + ")";
    }

    /** Like {@link #of(ZoneId)}; an unknown zone becomes UTC. */
    public static String of(String zone) {
        return of(known(zone).orElse(ZoneOffset.UTC));
    }

    /**
     * Returns a note for a person whose time zone is unknown, or known only as an offset from UTC; empty for any other
     * zone.
     *
     * @param zone as stored for the person; null if unknown
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
