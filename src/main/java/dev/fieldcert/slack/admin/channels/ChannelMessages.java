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

    static final String ORDER = "A cohort's channel comes first, then its path's, then the one for all badges.";

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
        Optional<String> path = purpose.path().map(id -> "badges of the path " + bold(Sentences.title(program, id)));
        return path.or(() -> purpose.cohort().map(cohort -> "badges of the cohort " + bold(cohort)))
                .orElse("badges");
    }

    private static String bold(String words) {
        return "*" + Mrkdwn.escape(words) + "*";
    }

    static SlackMessage chosen(Purpose purpose, String channel, Program program) {
        return SlackMessage.note("From now on <#" + channel + "> gets " + what(purpose, program) + ".");
    }

    static SlackMessage forgotten(Purpose purpose, Program program) {
        return SlackMessage.note("No channel is chosen any more for " + what(purpose, program) + ": "
                + (purpose.path().isPresent() || purpose.cohort().isPresent()
                        ? "they go where the others go."
                        : "they go to the channel set at installation."));
    }

    static SlackMessage nothingChosen() {
        return SlackMessage.note("No channel is chosen for that, so there is none to remove. Nothing was changed.");
    }

    static SlackMessage mode(boolean quiet) {
        return SlackMessage.note(
                quiet
                        ? "Quiet mode: badges are announced in one round-up a day."
                        : "Each badge is announced by itself, as it is earned.");
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
                ? "No channel is chosen here: badges and feedback go to the channels set at installation.\n"
                : lines.toString();
    }

    static SlackMessage standing(Standing standing) {
        return SlackMessage.note(lines(standing)
                + (standing.quiet() ? "Badges come in one round-up a day." : "Each badge is announced as it is earned.")
                + "\n" + ORDER + " Change it with "
                + "`/cert-admin announce #channel|none [path &lt;path&gt;|cohort &lt;name&gt;]`, `announce quiet` or "
                + "`announce each`.");
    }
}
