package dev.fieldcert.learner;

import java.util.Optional;

/**
 * What Slack says about a person, as last seen.
 *
 * @param zone an IANA zone id as Slack sent it; may be missing or nonsense
 * @param managerId Slack id of the manager; null when unknown
 * @param cohort null when none
 * @param deactivated true once the Slack account is gone
 */
public record Profile(
        String name, String email, String zone, String managerId, String cohort, boolean guest, boolean deactivated) {

    public static final Profile UNKNOWN = new Profile("", null, null, null, null, false, false);

    public Optional<String> manager() {
        return Optional.ofNullable(managerId);
    }

    /** What Slack knows, keeping what only we know. */
    public Profile seenAs(String name, String email, String zone, boolean guest, boolean deactivated) {
        return new Profile(name, email, zone, managerId, cohort, guest, deactivated);
    }

    public Profile managedBy(String managerId) {
        return new Profile(name, email, zone, managerId, cohort, guest, deactivated);
    }

    public Profile inCohort(String cohort) {
        return new Profile(name, email, zone, managerId, cohort, guest, deactivated);
    }
}
