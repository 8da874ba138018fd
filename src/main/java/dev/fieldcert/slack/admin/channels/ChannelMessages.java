package dev.fieldcert.slack.admin.channels;

import dev.fieldcert.curriculum.Program;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.channels.Channels.Purpose;
import java.util.Map;
import java.util.Optional;

/** Renders the answers about channels. */
final class ChannelMessages {

    static final String ORDER =
            "Each badge goes to one channel: the one for its holder’s cohort, otherwise the one for its "
                    + "path, otherwise the one for all badges.";

    private ChannelMessages() {}

    /** The chosen channels, and whether badges wait for the daily digest. */
    record Standing(Map<Purpose, String> chosen, boolean quiet, Program program) {

        Standing {
            chosen = new java.util.LinkedHashMap<>(chosen);
        }
    }

    private static String what(Purpose purpose, Program program) {
        if (purpose.equals(Purpose.FEEDBACK)) {
            return "feedback";
        }
        Optional<String> path = purpose.path().map(id -> "badges for the path " + bold(Sentences.title(program, id)));
        return path.or(() -> purpose.cohort().map(cohort -> "badges for the cohort " + bold(cohort)))
                .orElse("badges");
    }

    private static String bold(String words) {
        return "*" + Mrkdwn.escape(words) + "*";
    }

    static SlackMessage chosen(Purpose purpose, String channel, Program program) {
        return SlackMessage.note("From now on, I’ll post " + what(purpose, program) + " in <#" + channel + ">.");
    }

    static SlackMessage forgotten(Purpose purpose, Program program) {
        return SlackMessage.note("There’s no longer a separate channel for " + what(purpose, program) + ". "
                + (purpose.path().isPresent() || purpose.cohort().isPresent()
                        ? "I’ll post them where the other badges go."
                        : "I’ll use the channel set at installation."));
    }

    static SlackMessage nothingChosen() {
        return SlackMessage.note("There’s no channel set for that, so there’s nothing to remove. Nothing was changed.");
    }

    static SlackMessage mode(boolean quiet) {
        return SlackMessage.note(
                quiet
                        ? "From now on, I’ll announce all badges in one message a day."
                        : "From now on, I’ll announce each badge as it’s earned.");
    }

    static String lines(Standing standing) {
        StringBuilder lines = new StringBuilder();
        standing.chosen()
                .forEach((purpose, channel) -> lines.append("• ")
                        .append(what(purpose, standing.program()))
                        .append(" → <#")
                        .append(channel)
                        .append(">\n"));
        return lines.isEmpty()
                ? "No channels are set here. Badges and feedback go to the channels set at installation.\n"
                : lines.toString();
    }

    static SlackMessage standing(Standing standing) {
        return SlackMessage.note(lines(standing)
                + (standing.quiet()
                        ? "I announce all badges in one message a day."
                        : "I announce each badge as it’s earned.")
                + "\n" + ORDER + " To change this, use "
                + "`/cert-admin announce #channel|none [path &lt;path&gt;|cohort &lt;name&gt;]`, `announce quiet`, or "
                + "`announce each`.");
    }
}
