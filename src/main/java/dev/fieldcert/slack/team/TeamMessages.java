package dev.fieldcert.slack.team;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.cut;
import static dev.fieldcert.slack.blockkit.Blocks.divider;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.lettered;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewTitle;
import dev.fieldcert.learner.contact.PraiseOrNudge;
import dev.fieldcert.slack.blockkit.Forms;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.home.HomeTab;
import dev.fieldcert.slack.journey.StateWords;
import dev.fieldcert.team.BadgeEnd;
import dev.fieldcert.team.CourseStanding;
import dev.fieldcert.team.TeamMember;
import dev.fieldcert.team.TeamView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The team's screens. */
public final class TeamMessages {

    /**
     * Action id of the paging buttons in a message; the value is the wanted page, 0-based. Home uses
     * {@link HomeTab#PAGE} instead.
     */
    static final String PAGE = "team-page";

    static final String DETAIL = "team-detail";
    static final String PRAISE = "team-praise";
    static final String NUDGE = "team-nudge";
    static final String WORDS = "words";

    /** The most courses shown of one person, so that a modal stays below Slack's limit of 100 blocks. */
    private static final int COURSES = 30;

    /** The most expiring badges shown of one person, so that the text stays below Slack's limit. */
    private static final int BADGES = 12;

    private TeamMessages() {}

    /** A page of the team as a message. */
    static SlackMessage page(TeamView.Page page, When when) {
        return SlackMessage.of(blocks(page, when, PAGE));
    }

    /**
     * A page of the team for Home: at most 36 blocks, including its paging buttons.
     *
     * @param delegate the manager's delegate; null if none
     */
    public static List<LayoutBlock> homeBlocks(TeamView.Page page, String delegate, When when) {
        List<LayoutBlock> blocks = blocks(page, when, HomeTab.PAGE);
        blocks.add(DelegateMessages.standing(delegate));
        return blocks;
    }

    private static List<LayoutBlock> blocks(TeamView.Page page, When when, String turn) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Your team"));
        blocks.add(note(summary(page)));
        if (page.number() == 0 && !page.retention().lines().isEmpty()) {
            blocks.add(text(TeamWords.retention(page.retention())));
        }
        if (page.number() == 0) {
            page.ramp().ifPresent(ramp -> blocks.add(text(RampMessages.words(ramp))));
        }
        for (TeamMember member : page.members()) {
            blocks.add(text(TeamWords.member(member, when), button("Details", DETAIL, member.id())));
            blocks.add(actions(buttons(member)));
            blocks.add(divider());
        }
        List<ButtonElement> turns = new ArrayList<>();
        if (page.number() > 0) {
            turns.add(button("‹ Page " + page.number(), turn + ":back", String.valueOf(page.number() - 1)));
        }
        if (page.number() < page.pages() - 1) {
            turns.add(button("Page " + (page.number() + 2) + " ›", turn + ":on", String.valueOf(page.number() + 1)));
        }
        if (!turns.isEmpty()) {
            blocks.add(actions(turns));
        }
        return blocks;
    }

    private static String summary(TeamView.Page page) {
        TeamView.Counts counts = page.counts();
        return counts.people()
                + (counts.people() == 1 ? " person" : " people")
                + some(counts.toReview(), "waiting for review")
                + some(counts.overdue(), "overdue")
                + some(counts.stuck(), "stuck")
                + some(counts.lapsed(), "with a lapsed badge")
                + some(counts.done(), "done")
                + (page.pages() > 1 ? " · page " + (page.number() + 1) + " of " + page.pages() : "")
                + (counts.people() > 1 ? "\nPeople who need you most come first." : "");
    }

    private static String some(int number, String what) {
        return number == 0 ? "" : " · " + number + " " + what;
    }

    private static List<ButtonElement> buttons(TeamMember member) {
        List<ButtonElement> buttons = new ArrayList<>();
        member.waiting().stream()
                .findFirst()
                .ifPresent(waiting -> buttons.add(primary("Review", "review-work", waiting.submission())));
        String name = member.name().isBlank() ? "them" : member.name();
        buttons.add(lettered("👏 Praise", "Praise " + name, PRAISE, member.id()));
        buttons.add(lettered("👋 Nudge", "Nudge " + name, NUDGE, member.id()));
        return buttons;
    }

    /** Everything that a manager sees of one person. The person can see the same: {@link #whatYourManagerSees}. */
    static View detail(TeamMember member, When when) {
        List<LayoutBlock> blocks = new ArrayList<>(standing(member, when));
        member.courses().stream()
                .flatMap(course -> course.waiting().stream())
                .limit(5)
                .forEach(waiting -> blocks.add(text(
                        "📝 "
                                + Mrkdwn.escape(cut(
                                        waiting.objective()
                                                .assignment()
                                                .orElseThrow()
                                                .title(),
                                        150)) + ", version " + waiting.number(),
                        primary("Review", "review-work:here", waiting.submission()))));
        blocks.add(note("You see progress, never anyone’s answers. They see this too, on their Home tab."));
        return modal(blocks);
    }

    /** What a manager sees of a learner, for the learner: at most 35 blocks. */
    public static List<LayoutBlock> whatYourManagerSees(TeamMember member, String managerId, When when) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("*What your manager can see about you*\n" + Mrkdwn.person(managerId)
                + " sees what’s shown here and the assignments you submit, but never your answers, your practice, or your "
                + "settings. In their weekly digest, answers only show up as totals across five or more people."));
        blocks.addAll(standing(member, when));
        return blocks;
    }

    private static List<LayoutBlock> standing(TeamMember member, When when) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(TeamWords.member(member, when)));
        member.courses().stream().limit(COURSES).forEach(course -> blocks.add(text(course(course, when))));
        if (!member.completions().isEmpty()) {
            blocks.add(text("*Finished*: " + member.completions().size()
                    + (member.completions().size() == 1 ? " course" : " courses") + ", most recently on "
                    + when.date(member.completions().stream()
                            .map(completion -> completion.completedAt())
                            .max(java.time.Instant::compareTo)
                            .orElseThrow())));
        }
        badgeEnds(member, when).ifPresent(blocks::add);
        TeamWords.remembers(member.remembers()).ifPresent(words -> blocks.add(text(words)));
        return blocks;
    }

    private static Optional<LayoutBlock> badgeEnds(TeamMember member, When when) {
        List<BadgeEnd> ends = member.badgeEnds();
        if (ends.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder lines = new StringBuilder("🏅 *Badges to renew*");
        ends.stream().limit(BADGES).forEach(end -> lines.append("\n• ").append(TeamWords.badgeEnd(end, when)));
        if (ends.size() > BADGES) {
            lines.append("\n… and ").append(ends.size() - BADGES).append(" more");
        }
        return Optional.of(text(lines.toString()));
    }

    private static String course(CourseStanding standing, When when) {
        return TeamWords.course(standing, when)
                + standing.stuck()
                        .map(stuck -> "\n🧗 Stuck: " + TeamWords.stuck(stuck))
                        .orElse("") + "\n"
                + String.join(
                        "\n",
                        standing.objectives().stream()
                                .map(each -> "• "
                                        + Mrkdwn.escape(cut(each.objective().title(), 120)) + " – _"
                                        + StateWords.of(each.progress(), each.objective()) + "_")
                                .toList());
    }

    static View loading() {
        return modal(List.of(text("One moment…")));
    }

    static View notYours() {
        return modal(List.of(text("This person doesn’t report to you, so there’s nothing to show.")));
    }

    private static View modal(List<LayoutBlock> blocks) {
        return View.builder()
                .type("modal")
                .callbackId("team-member")
                .title(ViewTitle.builder()
                        .type("plain_text")
                        .text("Team member")
                        .build())
                .close(ViewClose.builder().type("plain_text").text("Close").build())
                .blocks(blocks)
                .build();
    }

    static SlackMessage nobodyReports() {
        return SlackMessage.note("Nobody reports to you here yet. Ask your program admin to assign your team:"
                + " `/cert-admin manager @learner @manager`.");
    }

    /** Asks for confirmation before anything is sent, and lets the manager add a sentence. */
    static View form(PraiseOrNudge.Kind kind, String learner) {
        boolean praise = kind == PraiseOrNudge.Kind.PRAISE;
        return Forms.modal(
                        praise ? PRAISE : NUDGE,
                        praise ? "Praise" : "Nudge",
                        "Send",
                        List.of(
                                text(
                                        praise
                                                ? "I’ll tell " + Mrkdwn.person(learner)
                                                        + ", during their work hours, that you said *well done*."
                                                : "I’ll ask " + Mrkdwn.person(learner)
                                                        + ", during their work hours, if they can find 10 minutes."),
                                Forms.field(
                                        WORDS,
                                        "In your own words",
                                        "They’ll see exactly what you write.",
                                        true,
                                        PlainTextInputElement.builder()
                                                .actionId(WORDS)
                                                .multiline(true)
                                                .maxLength(300)
                                                .build())))
                .privateMetadata(learner)
                .build();
    }

    static View said(PraiseOrNudge.Kind kind, PraiseOrNudge.Outcome outcome, String learner) {
        boolean praise = kind == PraiseOrNudge.Kind.PRAISE;
        return Forms.shown(
                praise ? PRAISE : NUDGE,
                praise ? "Praise" : "Nudge",
                command(kind, outcome, learner).blocks());
    }

    private static SlackMessage command(PraiseOrNudge.Kind kind, PraiseOrNudge.Outcome outcome, String learner) {
        boolean praise = kind == PraiseOrNudge.Kind.PRAISE;
        String person = Mrkdwn.person(learner);
        if (outcome instanceof PraiseOrNudge.Outcome.Said) {
            return SlackMessage.note(
                    praise
                            ? "👏 I’ll pass your praise on to " + person + " during their work hours."
                            : "👋 I’ll nudge " + person + " during their work hours.");
        }
        if (outcome instanceof PraiseOrNudge.Outcome.AlreadyToday) {
            return SlackMessage.note((praise ? "You already praised " + person : "You already nudged " + person)
                    + " today. Once a day is enough.");
        }
        if (outcome instanceof PraiseOrNudge.Outcome.NothingOpen) {
            return SlackMessage.note(person + " has no course open, so there’s nothing to nudge them about.");
        }
        if (outcome instanceof PraiseOrNudge.Outcome.OnPause) {
            return SlackMessage.note(person + " has paused reminders. Talk to them in person instead.");
        }
        return SlackMessage.note("Only a person’s manager can do that. Nothing was sent.");
    }
}
