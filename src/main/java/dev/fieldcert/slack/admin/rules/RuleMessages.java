package dev.fieldcert.slack.admin.rules;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.admin.enroll.RosterMessages.Question;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Renders the screens of rules. */
final class RuleMessages {

    static final String START = "rule-start";
    static final String DROP = "rule-drop";
    static final String PAUSE = "rule-pause";
    static final String RESUME = "rule-resume";
    static final String REMOVE = "rule-remove";
    private static final int MOST = 25;

    private RuleMessages() {}

    /** The value of the buttons under a dry run. */
    record Value(String name, String proposal) {

        static Value of(Rule rule) {
            return new Value(rule.name(), rule.proposal());
        }

        static Value fromText(String text) {
            String[] parts = text.split("\\|", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("Not a rule's proposal");
            }
            return new Value(parts[0], parts[1]);
        }

        String toText() {
            return name + "|" + proposal;
        }
    }

    /**
     * Asks below a dry run whether to start the rule.
     *
     * @param unheard ids of channels that the bot is not in
     */
    static Question question(Rule rule, int people, List<String> unheard) {
        List<LayoutBlock> more = new ArrayList<>();
        more.add(text("*Rule " + Mrkdwn.escape(rule.name()) + "*: " + shown(rule)));
        more.add(note(
                rule.parsed().isOfTheRoster()
                        ? "Once it’s on, people in later rosters who fit the rule are enrolled automatically."
                        : "Once it’s on, people who join are enrolled automatically, except for guests and people "
                                + "from other companies."));
        unheard.forEach(channel -> more.add(text("⚠️ I’m not in <#" + channel
                + ">, so Slack doesn’t tell me when somebody joins, and I only check from time to time. "
                + "Invite me there: `/invite @FieldCert`.")));
        String yes = people == 0 ? "Start the rule" : "Start and enroll " + Sentences.people(people);
        String value = Value.of(rule).toText();
        return new Question("Dry run: the rule " + rule.name(), more, yes, START, value, DROP);
    }

    /** The rule with channels and groups as Slack shows them, and everything else as it was written. */
    private static String shown(Rule rule) {
        RuleText text = rule.parsed();
        List<String> conditions = text.conditions().stream()
                .map(condition -> condition instanceof RuleText.In place
                        ? "in " + (place.channel() ? "<#" + place.id() + ">" : "<!subteam^" + place.id() + ">")
                        : Mrkdwn.escape(condition.toString()))
                .toList();
        return String.join(" and ", conditions) + " → " + Mrkdwn.escape(text.target() + text.due());
    }

    static SlackMessage started(Rule rule) {
        return SlackMessage.note("The rule *" + Mrkdwn.escape(rule.name())
                + "* is on. I’m enrolling the people it fits now, and I’ll show my progress in our DM. To pause "
                + "the rule, type `/cert-admin rules`.");
    }

    /** @param enrolled on how many people each rule has acted, by the rule's name */
    static SlackMessage list(List<Rule> rules, Map<String, Long> enrolled) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Rules"));
        if (rules.isEmpty()) {
            blocks.add(text("There are no rules yet. A rule enrolls people automatically: "
                    + "`/cert-admin rule ams in #ams-sal → pipeline, due 90 days after joining`."));
        }
        rules.stream().limit(MOST).forEach(rule -> {
            blocks.add(text("*" + Mrkdwn.escape(rule.name()) + "* · " + state(rule) + " · "
                    + Sentences.people(enrolled.getOrDefault(rule.name(), 0L)) + " so far · by "
                    + Mrkdwn.person(rule.by()) + "\n" + shown(rule)));
            blocks.add(actions(
                    rule.isActive()
                            ? button("Pause", PAUSE, rule.name())
                            : button(rule.state() == Rule.State.PAUSED ? "Resume" : "Dry run", RESUME, rule.name()),
                    button("Remove", REMOVE, rule.name())));
        });
        if (rules.size() > MOST) {
            blocks.add(note("These are the first %d of %d.".formatted(MOST, rules.size())));
        }
        if (!rules.isEmpty()) {
            blocks.add(note(
                    "A rule applies to each person once. If you pause or remove it, the people it enrolled stay enrolled. "
                            + "To see which rule enrolled somebody, type `/cert-admin audit @user`."));
        }
        return SlackMessage.of(blocks);
    }

    private static String state(Rule rule) {
        return switch (rule.state()) {
            case ACTIVE -> "on";
            case PAUSED -> "paused";
            case PROPOSED -> "not started";
        };
    }
}
