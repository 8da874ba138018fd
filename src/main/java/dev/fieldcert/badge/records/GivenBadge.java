package dev.fieldcert.badge.records;

import dev.fieldcert.badge.Award;
import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.credential.IssuedBadge;
import dev.fieldcert.curriculum.BadgeDefinition;

/**
 * A person's badge with everything that was signed.
 *
 * @param learner Slack id of the holder; never public
 * @param course id of the course; null for a path's certificate
 * @param badge its definition when it was earned
 */
public record GivenBadge(
        String learner,
        String course,
        Award award,
        BadgeDefinition badge,
        String program,
        IssuedBadge issued,
        Standing standing) {}
