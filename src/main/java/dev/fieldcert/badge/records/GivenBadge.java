package dev.fieldcert.badge.records;

import dev.fieldcert.badge.Award;
import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.credential.IssuedBadge;
import dev.fieldcert.curriculum.BadgeDefinition;

/**
 * A person's badge with all of its signed forms.
 *
 * @param learner Slack id of the holder; never public
 * @param course id of the course; null for a path's certificate
 * @param badge the badge's definition at the time it was earned
 */
public record GivenBadge(
        String learner,
        String course,
        Award award,
        BadgeDefinition badge,
        String program,
        IssuedBadge issued,
        Standing standing) {}
