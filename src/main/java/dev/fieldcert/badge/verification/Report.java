package dev.fieldcert.badge.verification;

import dev.fieldcert.badge.verification.Check.Outcome;
import dev.fieldcert.badge.verification.Check.Subject;
import java.util.List;
import java.util.Optional;

/**
 * The result of a verification.
 *
 * @param checks one for every {@link Subject}, in display order
 * @param claims what the credential says, true or not; empty if it could not be read
 */
public record Report(List<Check> checks, Optional<Claims> claims) {

    public Report {
        checks = List.copyOf(checks);
    }

    /** The credential's properties as written; an empty text for each that it lacks. */
    public record Claims(
            String badge, String description, String issuer, String validFrom, String validUntil, String id) {}

    public enum GradingResult {
        /** Every check passed, except that the recipient and the picture may not have been checked. */
        VALID,
        /** No check failed, and the signature was verified; what remains can only be checked with the issuer. */
        VALID_AS_FAR_AS_CHECKED,
        /** No check failed, but the signature or the contents could not be checked. */
        UNKNOWN,
        /** At least one check failed. */
        NOT_VALID
    }

    public GradingResult grading() {
        if (checks.stream().anyMatch(check -> check.outcome() == Outcome.FAILED)) {
            return GradingResult.NOT_VALID;
        }
        if (check(Subject.PROOF).outcome() != Outcome.PASSED
                || check(Subject.CONTENTS).outcome() != Outcome.PASSED) {
            return GradingResult.UNKNOWN;
        }
        boolean sure = checks.stream()
                .filter(check -> check.subject() != Subject.RECIPIENT && check.subject() != Subject.PICTURE)
                .allMatch(check -> check.outcome() == Outcome.PASSED);
        return sure ? GradingResult.VALID : GradingResult.VALID_AS_FAR_AS_CHECKED;
    }

    public Check check(Subject subject) {
        return checks.stream()
                .filter(check -> check.subject() == subject)
                .findFirst()
                .orElseThrow();
    }

    public List<Check> failed() {
        return checks.stream()
                .filter(check -> check.outcome() == Outcome.FAILED)
                .toList();
    }
}
