package dev.fieldcert.slack.admin;

import dev.fieldcert.slack.Mrkdwn;
import dev.fieldcert.slack.SlackMessage;
import java.util.Map;

/** What was said about channels. */
final class ChannelMessages {

    private static final String COHORT = "badges:";

    private ChannelMessages() {}

    static SlackMessage announcedIn(String channel, String cohort) {
        return SlackMessage.note("From now on badges"
                + (cohort.isEmpty() ? "" : " of the cohort *" + Mrkdwn.escape(cohort) + "*") + " are announced in <#"
                + channel + ">.");
    }

    static SlackMessage feedbackIn(String channel) {
        return SlackMessage.note("From now on <#" + channel + "> hears feedback.");
    }

    static SlackMessage mode(boolean quiet) {
        return SlackMessage.note(
                quiet
                        ? "Quiet mode: badges are announced in one round-up a day."
                        : "Each badge is announced by itself, as it is earned.");
    }

    static SlackMessage chosen(Map<String, String> chosen, boolean quiet) {
        StringBuilder lines = new StringBuilder();
        chosen.forEach((purpose, channel) -> lines.append("• ")
                .append(
                        purpose.startsWith(COHORT)
                                ? "badges of the cohort *" + Mrkdwn.escape(purpose.substring(COHORT.length())) + "*"
                                : purpose)
                .append(" → <#")
                .append(channel)
                .append(">\n"));
        return SlackMessage.note((lines.isEmpty() ? "Channels are as configured at start.\n" : lines.toString())
                + (quiet ? "Badges come in one round-up a day." : "Each badge is announced as it is earned.")
                + "\nChange it with `/cert-admin announce #channel [cohort]`, `announce quiet` or `announce each`.");
    }
}
