package dev.fieldcert.slack.settings;

import dev.fieldcert.drip.Holidays;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parses and formats country names. */
final class Countries {

    private static final Map<String, String> ALSO_CALLED = Map.of(
            "uk", "GB",
            "england", "GB",
            "great britain", "GB",
            "usa", "US",
            "united states of america", "US",
            "holland", "NL",
            "czech republic", "CZ",
            "turkey", "TR");

    private static final Set<String> WITH_ARTICLE =
            Set.of("AE", "BS", "CD", "CF", "DO", "GB", "GM", "KM", "MH", "MV", "NL", "PH", "SB", "SC", "US");

    private Countries() {}

    /** Parses "DE", "de-by" or "Germany" into an ISO 3166 code; empty if there is no such country. */
    static Optional<String> code(String text) {
        String normal = text.strip().toLowerCase(Locale.ROOT);
        String called = ALSO_CALLED.get(normal);
        if (called != null) {
            return Optional.of(called);
        }
        String[] parts = normal.toUpperCase(Locale.ROOT).split("-", 2);
        if (Arrays.asList(Locale.getISOCountries()).contains(parts[0])) {
            return parts.length == 1 || parts[1].matches("[A-Z0-9]{1,3}")
                    ? Optional.of(String.join("-", parts))
                    : Optional.empty();
        }
        return Arrays.stream(Locale.getISOCountries())
                .filter(code -> name(code).equalsIgnoreCase(normal))
                .findFirst();
    }

    /** The country's English name, followed by the region's code if there is one. */
    static String name(String code) {
        String[] parts = code.split("-", 2);
        String country = new Locale.Builder().setRegion(parts[0]).build().getDisplayCountry(Locale.ENGLISH);
        return parts.length == 1 ? country : country + " (" + parts[1] + ")";
    }

    /** The name as it is written after "in", such as "the United Kingdom". */
    static String inSentence(String code) {
        return (WITH_ARTICLE.contains(code.split("-", 2)[0]) ? "the " : "") + name(code);
    }

    static boolean hasHolidays(String code) {
        return Holidays.of(code).isKnown();
    }
}
