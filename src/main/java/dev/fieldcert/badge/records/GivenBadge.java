package dev.fieldcert.badge.records;

import dev.fieldcert.badge.Award;
import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.credential.IssuedBadge;
import dev.fieldcert.curriculum.BadgeDefinition;

/**
 * A badge somebody has, with all that was signed.
 *
 * @param learner Slack id of the holder; never shown to the public
 * @param course id of the course; null for a path's certificate
 * @param badge its definition as it was when it was earned
 */
public record GivenBadge(
        String learner,
        String course,
        Award award,
        BadgeDefinition badge,
        String program,
        IssuedBadge issued,
        Standing standing) {}
