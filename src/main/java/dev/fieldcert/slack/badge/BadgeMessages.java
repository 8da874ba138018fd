package dev.fieldcert.slack.badge;

import static dev.fieldcert.slack.Blocks.actions;
import static dev.fieldcert.slack.Blocks.header;
import static dev.fieldcert.slack.Blocks.primary;
import static dev.fieldcert.slack.Blocks.text;

import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Saying;
import dev.fieldcert.slack.Mrkdwn;
import dev.fieldcert.slack.SlackMessage;
import dev.fieldcert.slack.When;
import org.springframework.stereotype.Component;

/** The screens of a badge. */
@Component
public class BadgeMessages {

    /** To who earned it. */
    public SlackMessage earned(Saying.BadgeEarned saying, BadgeDefinition badge, Learner learner, When when) {
        return SlackMessage.of(
                header("🏅 You earned a badge: " + badge.name()),
                text(Mrkdwn.escape(badge.description()) + "\nEarned " + when.date(saying.earnedAt()) + " with "
                        + Math.round(saying.score() * 100) + " %."),
                actions(primary("What's next", "next", "")));
    }

    /** To the team. */
    public SlackMessage announced(Saying.BadgeAnnounced saying, BadgeDefinition badge, Learner learner) {
        return SlackMessage.of(
                text("🏅 " + Mrkdwn.person(learner.id()) + " earned *" + Mrkdwn.escape(badge.name()) + "* ("
                        + badge.level() + ")"),
                text(Mrkdwn.escape(badge.description())));
    }
}
