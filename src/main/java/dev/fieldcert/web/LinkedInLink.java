package dev.fieldcert.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Optional;

/** The address that opens LinkedIn's own form for a certification, filled in; it needs no key and posts nothing. */
final class LinkedInLink {

    private LinkedInLink() {}

    /** Empty without a public address, because the entry would lead nowhere. */
    static Optional<String> of(PublicBadge shown) {
        return shown.issuer().page(shown.award().id()).map(page -> {
            ZonedDateTime earned = shown.award().earnedAt().atZone(shown.zone());
            StringBuilder link = new StringBuilder("https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME");
            add(link, "name", shown.badge().name());
            add(link, "organizationName", shown.issuer().name());
            add(link, "issueYear", Integer.toString(earned.getYear()));
            add(link, "issueMonth", Integer.toString(earned.getMonthValue()));
            shown.award().validUntil().map(until -> until.atZone(shown.zone())).ifPresent(until -> {
                add(link, "expirationYear", Integer.toString(until.getYear()));
                add(link, "expirationMonth", Integer.toString(until.getMonthValue()));
            });
            add(link, "certUrl", page);
            add(link, "certId", shown.award().id());
            return link.toString();
        });
    }

    private static void add(StringBuilder link, String name, String value) {
        link.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
