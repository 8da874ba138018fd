package dev.fieldcert.slack.team;

import static dev.fieldcert.slack.blockkit.Blocks.cut;

import dev.fieldcert.slack.blockkit.Bar;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.retention.MemoryMessages;
import dev.fieldcert.team.BadgeEnd;
import dev.fieldcert.team.CourseStanding;
import dev.fieldcert.team.Stuck;
import dev.fieldcert.team.TeamMember;
import dev.fieldcert.team.TeamRetention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A team member's status in words, used in the team view, the digest, and the view that shows members what their
 * manager sees.
 */
final class TeamWords {

    private static final int TITLE = 120;

    private TeamWords() {}

    static String stuck(Stuck stuck) {
        String on = stuck.objective()
                .map(objective -> " on “" + Mrkdwn.escape(cut(objective.title(), TITLE)) + "”")
                .orElse("");
        String course = " (" + Mrkdwn.escape(cut(stuck.courseTitle(), TITLE)) + ")";
        switch (stuck.why()) {
            case NO_ATTEMPTS_LEFT:
                return "no attempts left" + on + course;
            case RETURNED_AGAIN:
                return "assignment returned more than once" + on + course;
            case CHECK_FAILED:
                return "didn’t pass the check" + on + course;
            default:
                return "no progress in 10 days" + on + course;
        }
    }

    static String badgeEnd(BadgeEnd end, When when) {
        return "“" + Mrkdwn.escape(cut(end.badge(), TITLE)) + "” " + (end.lapsed() ? "lapsed on " : "lapses on ")
                + when.date(end.on());
    }

    /** Two lines: what the member needs, and their progress. */
    static String member(TeamMember member, When when) {
        return Mrkdwn.person(member.id()) + " – " + need(member, when) + "\n" + Bar.withVariable(member.progress())
                + " · " + events(member, when);
    }

    static String need(TeamMember member, When when) {
        switch (member.need()) {
            case REVIEW:
                return "📝 *waiting for review*";
            case OVERDUE:
                return "⏰ *overdue* since " + when.date(member.nextDue().orElseThrow());
            case STUCK:
                return "🧗 *stuck*: " + stuck(member.stuck().orElseThrow());
            case LAPSED:
                return "🏅 *to renew*: " + badgeEnd(member.badgeEnds().get(0), when);
            case DUE_SOON:
                return "📅 due soon";
            case NOT_BEGUN:
                return "💤 not started";
            case DONE:
                return "✅ all done";
            case NOT_ENROLLED:
                return "not enrolled";
            case LEFT:
                return "account deactivated";
            default:
                return "on track";
        }
    }

    static String events(TeamMember member, When when) {
        List<String> events = new ArrayList<>();
        member.nextDue().ifPresent(due -> events.add("due " + when.date(due)));
        events.add(
                member.lastActivity().map(at -> "last active " + when.date(at)).orElse("no activity yet"));
        if (!member.overdue().isEmpty()) {
            events.add(member.overdue().size() + " overdue");
        }
        if (!member.waiting().isEmpty()) {
            events.add(member.waiting().size() + " waiting for review");
        }
        int ends = member.badgeEnds().size();
        int lapsed = (int) member.badgeEnds().stream().filter(BadgeEnd::lapsed).count();
        if (lapsed > 0) {
            events.add(lapsed + (lapsed == 1 ? " badge lapsed" : " badges lapsed"));
        }
        if (ends > lapsed) {
            events.add((ends - lapsed) + (ends - lapsed == 1 ? " badge lapses soon" : " badges lapse soon"));
        }
        return String.join(" · ", events);
    }

    static String course(CourseStanding standing, When when) {
        return "*" + Mrkdwn.escape(cut(standing.course().title(), TITLE)) + "*\n" + Bar.withVariable(standing.share())
                + standing.due()
                        .map(due -> (standing.overdue() ? " · overdue since " : " · due ") + when.date(due))
                        .orElse("");
    }

    /**
     * How many objectives the member has kept up, is forgetting, and has not been asked about; never the number of
     * answers. Empty if there are none.
     */
    static Optional<String> remembers(TeamMember.Remembers remembers) {
        List<String> parts = new ArrayList<>();
        if (remembers.keptUp() > 0) {
            parts.add(remembers.keptUp() + " remembered");
        }
        if (!remembers.fading().isEmpty()) {
            parts.add(remembers.fading().size() + " fading ("
                    + String.join(
                            ", ",
                            remembers.fading().stream()
                                    .limit(FADING_NAMED)
                                    .map(title -> "“" + Mrkdwn.escape(cut(title, TITLE)) + "”")
                                    .toList())
                    + (remembers.fading().size() > FADING_NAMED ? ", …" : "") + ")");
        }
        if (remembers.notAsked() > 0) {
            parts.add(remembers.notAsked() + " not asked about yet");
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of("🌱 *Memory since the badge*, by objective: " + String.join(" · ", parts));
    }

    private static final int FADING_NAMED = 3;
    private static final int RETENTION_LINES = 5;

    /** What the team remembers, the objectives most often forgotten first. */
    static String retention(TeamRetention retention) {
        StringBuilder words = new StringBuilder("*What your team remembers* after a month or more");
        retention.lines().stream()
                .limit(RETENTION_LINES)
                .forEach(line -> words.append("\n• ").append(retention(line)));
        return words.toString();
    }

    static String retention(TeamRetention.Line line) {
        return Mrkdwn.escape(Blocks.cut(line.objective().title(), 120)) + " – "
                + MemoryMessages.words(line.observed(), TeamRetention.DAYS);
    }
}
