package dev.fieldcert.slack.badge;

import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.badge.records.GivenBadge;
import dev.fieldcert.badge.records.LinkedInLink;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import org.springframework.stereotype.Component;

/** Collects what a badge's messages show: picture, page, and who congratulated. */
@Component
public class BadgeRenderer {

    private final Awards awards;
    private final Issuer issuer;
    private final BadgePictures pictures;

    BadgeRenderer(Awards awards, Issuer issuer, BadgePictures pictures) {
        this.awards = awards;
        this.issuer = issuer;
        this.pictures = pictures;
    }

    public SlackMessage earned(
            Notification.BadgeEarned notification, BadgeDefinition badge, Program program, When when) {
        return BadgeMessages.earned(
                badge,
                notification.award(),
                notification.score(),
                notification.earnedAt(),
                renews(notification.award()),
                pictures.of(badge, program.title()),
                issuer.page(notification.award()),
                awards.find(notification.award())
                        .flatMap(given -> LinkedInLink.of(given.award(), given.badge(), issuer, when.zone())),
                program.courses().stream()
                        .filter(course -> course.badge().id().equals(badge.id()))
                        .findFirst(),
                when);
    }

    public SlackMessage announced(
            Notification.BadgeAnnounced notification, BadgeDefinition badge, String program, String learner) {
        return BadgeMessages.announced(
                learner,
                badge,
                notification.award(),
                renews(notification.award()),
                pictures.of(badge, program),
                issuer.page(notification.award()),
                awards.congratulations(notification.award()));
    }

    private boolean renews(String award) {
        return awards.find(award).flatMap(given -> given.award().supersedes()).isPresent();
    }

    SlackMessage announced(GivenBadge given) {
        return BadgeMessages.announced(
                given.learner(),
                given.badge(),
                given.award().id(),
                given.award().supersedes().isPresent(),
                pictures.of(given.badge(), given.program()),
                issuer.page(given.award().id()),
                awards.congratulations(given.award().id()));
    }
}
