package dev.fieldcert.badge.records;

import dev.fieldcert.badge.Award;
import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.curriculum.BadgeDefinition;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A link to LinkedIn's certification form with the fields filled in. It needs no API key and posts nothing by itself.
 */
public final class LinkedInLink {

    private LinkedInLink() {}

    /** Returns empty if there is no public address, because the entry would lead nowhere. */
    public static Optional<String> of(Award award, BadgeDefinition badge, Issuer issuer, ZoneId zone) {
        return issuer.page(award.id()).map(page -> {
            ZonedDateTime earned = award.earnedAt().atZone(zone);
            StringBuilder link = new StringBuilder("https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME");
            add(link, "name", badge.name());
            add(link, "organizationName", issuer.name());
            add(link, "issueYear", Integer.toString(earned.getYear()));
            add(link, "issueMonth", Integer.toString(earned.getMonthValue()));
            award.validUntil().map(until -> until.atZone(zone)).ifPresent(until -> {
                add(link, "expirationYear", Integer.toString(until.getYear()));
                add(link, "expirationMonth", Integer.toString(until.getMonthValue()));
            });
            add(link, "certUrl", page);
            add(link, "certId", award.id());
            return link.toString();
        });
    }

    private static void add(StringBuilder link, String name, String value) {
        link.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
