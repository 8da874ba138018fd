package dev.fieldcert.slack.admin.enroll;

import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationUnit;

/**
 * Where the roster comes from.
 *
 * @param location a file or an {@code https} address; {@code http} is accepted only for this machine; empty if there
 *     is no roster
 * @param authorization the value of the {@code Authorization} header if the location is an address; may be empty
 * @param every the interval between reads; at least a minute
 */
@ConfigurationProperties("fieldcert.roster")
public record RosterSettings(
        String location,
        String authorization,
        @DurationUnit(ChronoUnit.SECONDS) Duration every) {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    public RosterSettings {
        location = location == null ? "" : location.strip();
        authorization = authorization == null ? "" : authorization.strip();
        if (every == null || every.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException(
                    "fieldcert.roster.every must be a time of a minute or more, like 1h, but is "
                            + (every == null ? "empty" : every) + ".");
        }
        if (isAddress(location)) {
            check(location);
        }
    }

    private static boolean isAddress(String location) {
        return location.matches("(?i)[a-z][a-z0-9+.-]+://.*");
    }

    /** Checks the location. The messages do not repeat it, because it may contain a secret. */
    private static void check(String location) {
        URI address;
        try {
            address = URI.create(location);
        } catch (IllegalArgumentException noAddress) {
            throw new IllegalArgumentException("fieldcert.roster.location is not a valid address.");
        }
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        boolean here = "http".equalsIgnoreCase(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
        if (address.getHost() == null || !secure && !here) {
            throw new IllegalArgumentException(
                    "fieldcert.roster.location must be a file or an https:// address: a roster is personal data.");
        }
        if (address.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    "fieldcert.roster.location has a password in it. Put it into fieldcert.roster.authorization instead.");
        }
    }

    boolean isOn() {
        return !location.isEmpty();
    }

    boolean isAddress() {
        return isAddress(location);
    }

    /** Leaves out the location and the authorization, so that no secret reaches a log. */
    @Override
    public String toString() {
        return "RosterSettings[on=" + isOn() + ", every=" + every + "]";
    }
}
