package dev.fieldcert.slack.badge;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.link;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.view.View;
import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.records.GivenBadge;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Percent;
import dev.fieldcert.slack.blockkit.Forms;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The screens about badges. */
final class BadgeMessages {

    private static final int NAMED = 10;

    private BadgeMessages() {}

    /**
     * Tells the person who earned the badge.
     *
     * @param renewed whether it replaces an earlier badge
     * @param page URL of the badge's public page; empty if the bot has no public address
     * @param linkedIn URL of LinkedIn's form, with its fields filled in; empty if the bot has no public address
     * @param course the course whose badge it is; empty for a path's certificate
     */
    static SlackMessage earned(
            BadgeDefinition badge,
            String award,
            double score,
            Instant earnedAt,
            boolean renewed,
            Optional<ImageBlock> picture,
            Optional<String> page,
            Optional<String> linkedIn,
            Optional<Course> course,
            When when) {
        boolean path = badge.kind() == BadgeDefinition.Kind.PATH;
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header((path ? "🎓 " : "🏅 ") + earned(path, renewed) + ": " + badge.name()));
        picture.ifPresent(blocks::add);
        blocks.add(text(Mrkdwn.escape(badge.description()) + (renewed ? "\nRenewed " : "\nEarned ")
                + when.date(earnedAt) + ", with a score of " + Percent.of(score) + "%."));
        List<BlockElement> buttons = new ArrayList<>();
        buttons.add(primary("What’s next?", "next", ""));
        buttons.add(button("Download", "badge-files", award));
        linkedIn.ifPresent(url -> buttons.add(link("Add to LinkedIn", "open:linkedin", url)));
        course.filter(known -> !known.aids().isEmpty())
                .ifPresent(known -> buttons.add(button("Job aids", "aids", known.id())));
        page.ifPresent(url -> buttons.add(link("Public page", "open:badge", url)));
        blocks.add(actions(buttons));
        blocks.add(note("It’s signed, so anyone can verify it. The download includes a printable certificate."));
        return SlackMessage.of(blocks);
    }

    private static String earned(boolean path, boolean renewed) {
        if (renewed) {
            return path ? "You renewed your certificate" : "You renewed your badge";
        }
        return path ? "You’re certified" : "You earned a badge";
    }

    /**
     * Tells the team about somebody's badge.
     *
     * @param renewed whether it replaces an earlier badge
     * @param congratulated people who have congratulated so far
     */
    static SlackMessage announced(
            String learner,
            BadgeDefinition badge,
            String award,
            boolean renewed,
            Optional<ImageBlock> picture,
            Optional<String> page,
            List<String> congratulated) {
        boolean path = badge.kind() == BadgeDefinition.Kind.PATH;
        List<LayoutBlock> blocks = new ArrayList<>();
        if (path) {
            blocks.add(header("🎓 Path completed: " + badge.name()));
        }
        String did = renewed ? " renewed *" : path ? " is certified: *" : " earned *";
        blocks.add(text((path ? "🎉 " : "🏅 ") + Mrkdwn.person(learner) + did + Mrkdwn.escape(badge.name()) + "* ("
                + badge.level() + ")"));
        picture.ifPresent(blocks::add);
        blocks.add(text(Mrkdwn.escape(badge.description())));
        page.ifPresent(url -> blocks.add(note(Mrkdwn.link(url, "Verify the badge"))));
        if (!congratulated.isEmpty()) {
            blocks.add(text("👏 " + congratulated.size() + " – " + names(congratulated)));
        }
        blocks.add(actions(button("Congratulate", "congratulate", award)));
        return SlackMessage.of(blocks);
    }

    private static String names(List<String> people) {
        String named = String.join(
                ", ", people.stream().limit(NAMED).map(Mrkdwn::person).toList());
        return people.size() <= NAMED ? named : named + " and " + (people.size() - NAMED) + " more";
    }

    /**
     * A person's badges, newest first; at most 40.
     *
     * @param page returns the URL of a badge's public page; empty if the bot has no public address
     */
    static SlackMessage badges(List<GivenBadge> badges, Function<GivenBadge, Optional<String>> page, When when) {
        if (badges.isEmpty()) {
            return SlackMessage.of(
                    text("No badges yet. You earn one for each course you finish."),
                    actions(primary("What’s next?", "next", "")));
        }
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Your badges"));
        for (GivenBadge given : badges.subList(0, Math.min(badges.size(), 40))) {
            String sign = given.badge().kind() == BadgeDefinition.Kind.PATH ? "🎓" : "🏅";
            blocks.add(text(
                    sign + " *" + Mrkdwn.escape(given.badge().name()) + "* – "
                            + when.date(given.award().earnedAt()) + standing(given.standing(), when)
                            + page.apply(given)
                                    .map(url -> " · " + Mrkdwn.link(url, "Share it"))
                                    .orElse(""),
                    button("Download", "badge-files", given.award().id())));
        }
        if (badges.size() > 40) {
            blocks.add(note("… and " + (badges.size() - 40) + " earlier badges."));
        }
        return SlackMessage.of(blocks);
    }

    /** The same list as a modal for Home, because a message would not be visible there. */
    static View modal(SlackMessage badges) {
        List<LayoutBlock> blocks = new ArrayList<>(badges.blocks());
        blocks.add(note("When you tap *Download*, I’ll send the files in *Messages*."));
        return Forms.shown("badges", "Your badges", blocks);
    }

    private static String standing(Standing standing, When when) {
        if (standing instanceof Standing.Valid valid) {
            return valid.until()
                    .map(until -> ", valid until " + when.date(until))
                    .orElse("");
        }
        if (standing instanceof Standing.Expired expired) {
            return ", expired " + when.date(expired.since());
        }
        if (standing instanceof Standing.Revoked revoked) {
            return ", *revoked*: " + Mrkdwn.escape(revoked.reason());
        }
        return ", since renewed";
    }

    static SlackMessage congratulated() {
        return SlackMessage.note("You congratulated them.");
    }

    static SlackMessage notYours() {
        return SlackMessage.note("Only the person who earned a badge can download it.");
    }

    static SlackMessage filesComing(Optional<String> page) {
        return SlackMessage.note(
                "I’m sending three files: your badge’s picture with your signed credential in it, the credential as JSON,"
                        + " and a printable certificate."
                        + page.map(url -> " Your badge’s public page: " + url).orElse(""));
    }

    static SlackMessage revoked(BadgeDefinition badge, String reason) {
        return SlackMessage.note("Your badge *" + Mrkdwn.escape(badge.name()) + "* was revoked. Reason: "
                + Mrkdwn.escape(reason) + ". If you think that’s a mistake, talk to your program admin.");
    }
}
