package dev.fieldcert.web;

import dev.fieldcert.badge.Award;
import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.curriculum.BadgeDefinition;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The content of a badge's page.
 *
 * @param badge the definition at the time the badge was earned
 * @param holder the name; empty unless the holder currently allows it to be public. Without a name, no score is shown.
 * @param zone the holder's time zone, in which dates are shown
 * @param alignments the competency behaviors and moments that the badge aligns to, one line each
 */
public record PublicBadge(
        Award award,
        BadgeDefinition badge,
        String program,
        Issuer issuer,
        Standing standing,
        Optional<String> holder,
        ZoneId zone,
        List<String> alignments) {

    public PublicBadge {
        alignments = List.copyOf(alignments);
    }
}
