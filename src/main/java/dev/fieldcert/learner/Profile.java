package dev.fieldcert.learner;

import java.util.Optional;

/**
 * A person's profile, as last seen in Slack, with what only FieldCert knows.
 *
 * @param name what the person wants to be called
 * @param zone an IANA time zone id as sent by Slack; may be missing or invalid
 * @param managerId Slack id of the manager; null if unknown
 * @param cohort null if there is none
 * @param deactivated whether the Slack account is deactivated
 * @param fullName first and last name, as a certificate needs it; null if unknown
 * @param locale the person's language and region in Slack, for example en-US; null if unknown
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

    /** The name for certificates: the full name, or {@code name} if Slack knows no full name. */
    public String certificateName() {
        return fullName == null || fullName.isBlank() ? name : fullName;
    }

    /** Returns what Slack knows now, combined with what only FieldCert knows. */
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

    /** Same as {@link #seenAs(Profile)}, but keeps the full name and the locale. */
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
