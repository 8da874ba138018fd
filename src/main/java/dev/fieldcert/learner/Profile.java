package dev.fieldcert.learner;

import java.util.Optional;

/**
 * What Slack says about a person, as last seen.
 *
 * @param zone an IANA zone id as Slack sent it; may be missing or nonsense
 * @param managerId Slack id of the manager; null when unknown
 * @param cohort null when none
 * @param deactivated true once the Slack account is gone
 * @param locale the person's language and region in Slack, like en-US; null when unknown
 */
public record Profile(
        String name,
        String email,
        String zone,
        String managerId,
        String cohort,
        boolean guest,
        boolean deactivated,
        String locale) {

    public static final Profile UNKNOWN = new Profile("", null, null, null, null, false, false, null);

    public Optional<String> manager() {
        return Optional.ofNullable(managerId);
    }

    /** What Slack knows, keeping what only we know. */
    public Profile seenAs(String name, String email, String zone, boolean guest, boolean deactivated) {
        return new Profile(name, email, zone, managerId, cohort, guest, deactivated, locale);
    }

    /** @param locale null keeps what is known: not everything that Slack sends about a person has it */
    public Profile speaking(String locale) {
        return locale == null
                ? this
                : new Profile(name, email, zone, managerId, cohort, guest, deactivated, locale);
    }

    public Profile managedBy(String managerId) {
        return new Profile(name, email, zone, managerId, cohort, guest, deactivated, locale);
    }

    public Profile inCohort(String cohort) {
        return new Profile(name, email, zone, managerId, cohort, guest, deactivated, locale);
    }
}
