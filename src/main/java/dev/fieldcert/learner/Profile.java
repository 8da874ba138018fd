package dev.fieldcert.learner;

import java.util.Optional;

/**
 * What Slack says about a person, as last seen.
 *
 * @param name what they want to be called
 * @param zone an IANA zone id as Slack sent it; may be missing or nonsense
 * @param managerId Slack id of the manager; null when unknown
 * @param cohort null when none
 * @param deactivated true once the Slack account is gone
 * @param fullName first and last name, as a certificate needs it; null when unknown
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
        String fullName,
        String locale) {

    public static final Profile UNKNOWN = new Profile("", null, null, null, null, false, false, null, null);

    public Optional<String> manager() {
        return Optional.ofNullable(managerId);
    }

    /** For certificates: the full name, or what they are called where Slack knows no other. */
    public String certificateName() {
        return fullName == null || fullName.isBlank() ? name : fullName;
    }

    /** What Slack knows, keeping what only we know. */
    public Profile seenAs(Profile seen) {
        return new Profile(
                seen.name,
                seen.email,
                seen.zone,
                managerId,
                cohort,
                seen.guest,
                seen.deactivated,
                seen.fullName == null ? fullName : seen.fullName,
                seen.locale == null ? locale : seen.locale);
    }

    /** As {@link #seenAs(Profile)}, keeping the full name and the locale. */
    public Profile seenAs(String name, String email, String zone, boolean guest, boolean deactivated) {
        return new Profile(name, email, zone, managerId, cohort, guest, deactivated, fullName, locale);
    }

    public Profile managedBy(String managerId) {
        return new Profile(name, email, zone, managerId, cohort, guest, deactivated, fullName, locale);
    }

    public Profile inCohort(String cohort) {
        return new Profile(name, email, zone, managerId, cohort, guest, deactivated, fullName, locale);
    }
}
